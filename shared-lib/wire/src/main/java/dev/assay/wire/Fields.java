package dev.assay.wire;

import dev.assay.core.ingest.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the fields of one JSON object and notes what is wrong with its path. Every accessor returns
 * null (or its default) after noting a problem, so that one pass finds all problems.
 */
public final class Fields {
  static final int MAX_LABEL = 256;
  private static final double MAX_DOLLARS = 1e6;

  private final JsonNode node;
  private final String path;
  private final List<Problem> problems;

  public Fields(JsonNode node, String path, List<Problem> problems) {
    this.node = node;
    this.path = path;
    this.problems = problems;
  }

  /** Path of a member, as error messages write it. */
  public String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  public void note(String name, String expected, String got) {
    problems.add(new Problem(at(name), expected, got));
  }

  public @Nullable JsonNode get(String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value;
  }

  public @Nullable String text(String name) {
    JsonNode value = get(name);
    if (value == null || value.isString()) {
      return value == null ? null : value.stringValue();
    }
    note(name, "a string", kind(value));
    return null;
  }

  /** Notes every member that is none of these. */
  public void allow(List<String> names) {
    for (String name : node.propertyNames()) {
      if (!names.contains(name)) {
        note(name, "one of " + String.join(", ", names), "an unknown field");
      }
    }
  }

  /** A short string that goes into the index, whose keys and items have limits. */
  @Nullable String label(String name) {
    String label = text(name);
    if (label != null && label.length() > MAX_LABEL) {
      note(name, "at most " + MAX_LABEL + " characters", "a longer string");
    }
    return label;
  }

  String label(String name, String otherwise) {
    String label = label(name);
    return label == null ? otherwise : label;
  }

  public String text(String name, String otherwise) {
    String text = text(name);
    return text == null ? otherwise : text;
  }

  /** A string that must be there and must not be empty; empty after noting that it is not. */
  public String requiredText(String name) {
    JsonNode value = get(name);
    if (value == null) {
      note(name, "a string", "nothing");
      return "";
    }
    String text = text(name);
    if (text != null && text.isEmpty()) {
      note(name, "a string of 1 or more characters", "an empty one");
    }
    return text == null ? "" : text;
  }

  public boolean flag(String name) {
    return Boolean.TRUE.equals(optionalFlag(name));
  }

  public @Nullable Boolean optionalFlag(String name) {
    JsonNode value = get(name);
    if (value == null || value.isBoolean()) {
      return value == null ? null : value.booleanValue();
    }
    note(name, "true or false", kind(value));
    return null;
  }

  @Nullable Long whole(String name) {
    Double number = number(name);
    return number == null ? null : Long.valueOf(Math.round(number));
  }

  long count(String name) {
    Long whole = whole(name);
    if (whole != null && whole < 0) {
      note(name, "0 or more", "a negative number");
    }
    return whole == null ? 0 : whole;
  }

  /** US dollars; a number beyond any conversation's cost is a mistake and would spoil the sums. */
  @Nullable Double dollars(String name) {
    Double dollars = number(name);
    if (dollars != null && !(dollars >= 0 && dollars <= MAX_DOLLARS)) {
      note(name, "0 to 1000000 US dollars", dollars < 0 ? "a negative number" : "more");
    }
    return dollars;
  }

  public @Nullable Double number(String name) {
    JsonNode value = get(name);
    if (value == null) {
      return null;
    }
    if (!value.isNumber()) {
      note(name, "a number", kind(value));
      return null;
    }
    double number = value.asDouble(Double.NaN);
    if (Double.isNaN(number)) {
      note(name, "a number of 64 bits", "a larger one");
      return null;
    }
    return number;
  }

  @Nullable Instant instant(String name) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      note(name, "an RFC 3339 time such as 2026-11-22T10:00:00Z", "another string");
      return null;
    }
  }

  /** The member as an object; null when absent or after noting that it is none. */
  public @Nullable Fields object(String name) {
    JsonNode value = get(name);
    if (value == null) {
      return null;
    }
    if (!value.isObject()) {
      note(name, "an object", kind(value));
      return null;
    }
    return new Fields(value, at(name), problems);
  }

  /** The member's objects; empty when absent. */
  public List<Fields> objects(String name, int most) {
    JsonNode value = get(name);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray()) {
      note(name, "an array", kind(value));
      return List.of();
    }
    if (value.size() > most) {
      note(name, "at most " + most + " items", value.size() + " items");
      return List.of();
    }
    List<Fields> objects = new ArrayList<>(value.size());
    for (int i = 0; i < value.size(); i++) {
      JsonNode item = value.get(i);
      String itemPath = at(name) + "[" + i + "]";
      if (item.isObject()) {
        objects.add(new Fields(item, itemPath, problems));
      } else {
        problems.add(new Problem(itemPath, "an object", kind(item)));
      }
    }
    return objects;
  }

  /** What a value is, without what it says. */
  public static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT, POJO -> "an object";
      case ARRAY -> "an array";
      case STRING, BINARY -> "a string";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      case NULL -> "null";
      case MISSING -> "nothing";
    };
  }
}
