package dev.assay.wire.judge;

import dev.assay.core.ingest.Problem;
import dev.assay.core.judge.Rubric;
import dev.assay.core.judge.Thresholds;
import dev.assay.wire.Mappers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Rubrics as the registry holds them: the fields of the YAML files, as JSON. */
public final class RubricJson {
  private RubricJson() {}

  /** The document of a rubric, every field of it. */
  public static ObjectNode write(Rubric rubric) {
    ObjectNode json = Mappers.JSON.createObjectNode();
    json.put("id", rubric.id());
    json.put("question", rubric.question());
    json.put("looks_at", RubricFields.wireName(rubric.looksAt()));
    json.put("needs_reference", rubric.needsReference());
    ArrayNode items = json.putArray("items");
    for (Rubric.Item item : rubric.items()) {
      ObjectNode written = items.addObject();
      written.put("id", item.id()).put("question", item.question());
      put(written, "weight", item.weight());
      written.put("passes_on", RubricFields.wireName(item.passesOn()));
    }
    json.put("scale", RubricFields.wireName(rubric.scale()));
    write(json.putObject("thresholds"), rubric.thresholds());
    if (!rubric.examples().isEmpty()) {
      ArrayNode examples = json.putArray("examples");
      rubric.examples().forEach(example -> write(examples.addObject(), example));
    }
    return json;
  }

  private static void write(ObjectNode json, Thresholds thresholds) {
    json.put("direction", RubricFields.wireName(thresholds.direction()));
    put(json, "pass_at", thresholds.passAt().value());
    put(json, "review_at", thresholds.reviewAt().value());
  }

  private static void write(ObjectNode json, Rubric.Example example) {
    json.put("conversation", example.conversation());
    ObjectNode answers = json.putObject("answers");
    for (Map.Entry<String, Boolean> answer : new TreeMap<>(example.answers()).entrySet()) {
      answers.put(answer.getKey(), answer.getValue() ? "yes" : "no");
    }
    json.put("why", example.why());
  }

  /** 2 rather than 2.0, as people write it. */
  private static void put(ObjectNode json, String name, double number) {
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      json.put(name, (long) number);
    } else {
      json.put(name, number);
    }
  }

  /**
   * Reads a document.
   *
   * @throws IllegalArgumentException naming each wrong field and what was expected
   */
  public static Rubric read(String document) {
    try {
      return read(Mappers.JSON.readTree(document));
    } catch (JacksonException e) {
      throw new IllegalArgumentException("rubric: expected a JSON object, got no JSON", e);
    }
  }

  static Rubric read(JsonNode tree) {
    List<Problem> problems = new ArrayList<>();
    return RubricFields.read(tree, problems)
        .orElseThrow(() ->
            new IllegalArgumentException(
                String.join("; ", problems.stream().map(Problem::toString).toList())));
  }
}
