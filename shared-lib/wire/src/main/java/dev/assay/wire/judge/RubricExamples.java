package dev.assay.wire.judge;

import dev.assay.core.judge.Rubric;
import dev.assay.wire.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The examples of a rubric. */
final class RubricExamples {
  private static final List<String> FIELDS = List.of("conversation", "answers", "why");
  private static final int MOST = 20;

  private RubricExamples() {}

  /** The examples; all that is wrong with them is noted. */
  static List<Rubric.Example> read(Fields root, Set<String> ids) {
    List<Rubric.Example> examples = new ArrayList<>();
    for (Fields fields : root.objects("examples", MOST)) {
      fields.allow(FIELDS);
      String conversation = RubricFields.words(fields, "conversation");
      Map<String, Boolean> answers = answers(fields, ids);
      String why = fields.text("why", "");
      if (!conversation.isBlank() && !answers.isEmpty()) {
        examples.add(new Rubric.Example(conversation, answers, why));
      }
    }
    return examples;
  }

  private static Map<String, Boolean> answers(Fields example, Set<String> ids) {
    Map<String, Boolean> answers = new LinkedHashMap<>();
    JsonNode given = example.get("answers");
    if (given == null || !given.isObject() || given.isEmpty()) {
      example.note("answers", "an answer (yes or no) to an item or more", kind(given));
      return answers;
    }
    for (Map.Entry<String, JsonNode> answer : given.properties()) {
      String field = "answers." + answer.getKey();
      if (!ids.contains(answer.getKey())) {
        example.note(field, "one of the items " + String.join(", ", ids), "another name");
      }
      answers.put(answer.getKey(), isYes(example, field, answer.getValue()));
    }
    return answers;
  }

  private static String kind(@Nullable JsonNode given) {
    return given == null ? "nothing" : given.isObject() ? "none" : Fields.kind(given);
  }

  /** Yes or no as a word or as true or false; false after noting anything else. */
  static boolean isYes(Fields of, String field, JsonNode given) {
    if (given.isBoolean()) {
      return given.booleanValue();
    }
    String word = given.isString() ? given.stringValue().toLowerCase(Locale.ROOT) : "";
    if (!word.equals("yes") && !word.equals("no")) {
      String got = given.isString() ? "\"" + given.stringValue() + "\"" : Fields.kind(given);
      of.note(field, "yes or no", got);
    }
    return word.equals("yes");
  }
}
