package dev.assay.wire.judge;

import dev.assay.core.judge.AnswerReader;
import dev.assay.core.judge.Questionnaire;
import dev.assay.wire.Mappers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads {@code {"rubric":{"item":{"answer":"yes|no","quote":…,"reason":…},…},…}}, and a bare
 * section as {@code [{"item":…,"answer":"yes|no"},…]}. Words or a code fence around the object are
 * forgiven, because models without structured output add them; a missing item or another answer
 * than yes or no is not.
 */
public final class JsonAnswerReader implements AnswerReader {
  /** Longer texts of a model are cut: they are shown to people. */
  private static final int LONGEST_TEXT = 1_000;

  @Override
  public Reading read(String text, Questionnaire questionnaire) {
    JsonNode answer = object(text);
    if (answer == null) {
      return new Reading.Unreadable("a JSON object was expected, and there was none");
    }
    List<Questionnaire.Answered> sections = new ArrayList<>();
    for (Questionnaire.Section section : questionnaire.sections()) {
      List<ItemAnswer> answers = new ArrayList<>();
      for (String item : section.items()) {
        JsonNode given = given(answer.path(section.id()), item);
        Boolean yes = yesOrNo(given.isObject() ? given.path("answer") : given);
        if (yes == null) {
          return unreadable(section.id() + "." + item, given.isMissingNode());
        }
        answers.add(new ItemAnswer(item, yes, text(given, "quote"), text(given, "reason")));
      }
      sections.add(new Questionnaire.Answered(section.id(), answers));
    }
    return new Reading.Read(sections);
  }

  /** A member of that name, or the list's entry for it. */
  private static JsonNode given(JsonNode section, String item) {
    for (JsonNode entry : section.isArray() ? section : Mappers.JSON.createArrayNode()) {
      if (entry.path("item").asString("").equals(item)) {
        return entry;
      }
    }
    return section.path(item);
  }

  private static Reading unreadable(String item, boolean missing) {
    String came = missing ? "it is missing" : "it is something else";
    return new Reading.Unreadable(
        "the item \"" + item + "\" needs the answer yes or no, and " + came);
  }

  private static @Nullable JsonNode object(String text) {
    int start = text.indexOf('{');
    int end = text.lastIndexOf('}');
    if (start < 0 || end < start) {
      return null;
    }
    try {
      JsonNode node = Mappers.JSON.readTree(text.substring(start, end + 1));
      return node.isObject() ? node : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  private static @Nullable Boolean yesOrNo(JsonNode node) {
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    if (!node.isString()) {
      return null;
    }
    return switch (node.stringValue().strip().toLowerCase(Locale.ROOT)) {
      case "yes" -> true;
      case "no" -> false;
      default -> null;
    };
  }

  private static String text(JsonNode item, String name) {
    JsonNode node = item.path(name);
    String text = node.isString() ? node.stringValue() : "";
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
  }
}
