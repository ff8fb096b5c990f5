package dev.assay.wire.judge;

import dev.assay.core.judge.AnswerReader;
import dev.assay.core.judge.Rubric;
import dev.assay.wire.Mappers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads {@code {"item":{"answer":"yes|no","quote":…,"reason":…},…}}. Words or a code fence around
 * the object are forgiven, because models without structured output add them; a missing item or
 * another answer than yes or no is not.
 */
public final class JsonAnswerReader implements AnswerReader {
  /** Longer texts of a model are cut: they are shown to people. */
  private static final int LONGEST_TEXT = 1_000;

  @Override
  public Reading read(String text, Rubric rubric) {
    JsonNode answer = object(text);
    if (answer == null) {
      return new Reading.Unreadable("a JSON object was expected, and there was none");
    }
    List<ItemAnswer> answers = new ArrayList<>();
    for (Rubric.Item item : rubric.items()) {
      JsonNode given = answer.path(item.id());
      Boolean yes = yesOrNo(given.isObject() ? given.path("answer") : given);
      if (yes == null) {
        String came = given.isMissingNode() ? "it is missing" : "it is something else";
        return new Reading.Unreadable(
            "the item \"" + item.id() + "\" needs the answer yes or no, and " + came);
      }
      answers.add(new ItemAnswer(item.id(), yes, text(given, "quote"), text(given, "reason")));
    }
    return new Reading.Read(answers);
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
