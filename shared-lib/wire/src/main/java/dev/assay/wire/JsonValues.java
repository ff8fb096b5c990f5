package dev.assay.wire;

import dev.assay.core.trace.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Jackson's tree to the core's and texts that may hold JSON. */
public final class JsonValues {
  private JsonValues() {}

  /** The core's form of a tree. */
  public static Json of(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> object(node);
      case ARRAY -> array(node);
      case NUMBER -> new Json.Num(node.decimalValue());
      case BOOLEAN -> new Json.Bool(node.booleanValue());
      case STRING -> new Json.Text(node.stringValue());
      case BINARY, POJO, NULL, MISSING -> Json.Null.NULL;
    };
  }

  /** What a text says: JSON where it is an object, an array or a number; else the text itself. */
  public static Json ofText(String text) {
    JsonNode tree = treeOf(text);
    return tree == null ? new Json.Text(text) : of(tree);
  }

  /** The tree of a text that starts like an object or an array; null where it is none. */
  static @Nullable JsonNode treeOf(String text) {
    int first = 0;
    while (first < text.length() && text.charAt(first) <= ' ') {
      first++;
    }
    if (first == text.length() || !startsJson(text.charAt(first))) {
      return null;
    }
    try {
      return Mappers.JSON.readTree(text);
    } catch (JacksonException e) {
      return null;
    }
  }

  /** The tree of the core's form. */
  public static JsonNode treeOf(Json json) {
    return switch (json) {
      case Json.Obj(Map<String, Json> members) -> {
        ObjectNode object = Mappers.JSON.createObjectNode();
        members.forEach((name, value) -> object.set(name, treeOf(value)));
        yield object;
      }
      case Json.Arr(List<Json> items) -> {
        ArrayNode array = Mappers.JSON.createArrayNode();
        items.forEach(item -> array.add(treeOf(item)));
        yield array;
      }
      case Json.Num(BigDecimal number) -> Mappers.JSON.getNodeFactory().numberNode(number);
      case Json.Bool(boolean value) -> Mappers.JSON.getNodeFactory().booleanNode(value);
      case Json.Text(String text) -> Mappers.JSON.getNodeFactory().stringNode(text);
      case Json.Null none -> Mappers.JSON.getNodeFactory().nullNode();
    };
  }

  private static boolean startsJson(char c) {
    return c == '{' || c == '[' || c == '-' || (c >= '0' && c <= '9');
  }

  private static Json object(JsonNode node) {
    Map<String, Json> members = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      members.put(member.getKey(), of(member.getValue()));
    }
    return new Json.Obj(members);
  }

  private static Json array(JsonNode node) {
    List<Json> items = new ArrayList<>(node.size());
    for (JsonNode item : node) {
      items.add(of(item));
    }
    return new Json.Arr(items);
  }
}
