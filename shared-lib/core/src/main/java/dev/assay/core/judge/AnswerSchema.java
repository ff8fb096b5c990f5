package dev.assay.core.judge;

import dev.assay.core.trace.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON schema of an answer: one required member per section and in it one per item, so that
 * none can be left out. Keeps to what providers' strict modes accept (every member required, no
 * additional ones).
 */
final class AnswerSchema {
  private AnswerSchema() {}

  static Json of(Questionnaire questionnaire) {
    Map<String, Json> members = new LinkedHashMap<>();
    for (Questionnaire.Section section : questionnaire.sections()) {
      members.put(section.id(), section.bare() ? list() : items(section));
    }
    return object(members);
  }

  private static Json items(Questionnaire.Section section) {
    Map<String, Json> items = new LinkedHashMap<>();
    section.items().forEach(item -> items.put(item, answer()));
    return object(items);
  }

  /** Names stay out of it: they differ from call to call, and providers keep schemas. */
  private static Json list() {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("item", typed("string"));
    members.put("answer", yesOrNo());
    Map<String, Json> schema = new LinkedHashMap<>();
    schema.put("type", text("array"));
    schema.put("items", object(members));
    return new Json.Obj(schema);
  }

  private static Json answer() {
    Map<String, Json> members = new LinkedHashMap<>();
    // The reason first: the model commits to words before it commits to the answer.
    members.put("reason", typed("string"));
    members.put("quote", typed("string"));
    members.put("answer", yesOrNo());
    return object(members);
  }

  private static Json yesOrNo() {
    // In a fixed order, unlike Map.of: providers keep prompts by their bytes.
    Map<String, Json> choice = new LinkedHashMap<>();
    choice.put("type", text("string"));
    choice.put("enum", new Json.Arr(List.of(text("yes"), text("no"))));
    return new Json.Obj(choice);
  }

  private static Json object(Map<String, Json> members) {
    List<Json> names = new ArrayList<>();
    members.keySet().forEach(name -> names.add(text(name)));
    Map<String, Json> schema = new LinkedHashMap<>();
    schema.put("type", text("object"));
    schema.put("properties", new Json.Obj(members));
    schema.put("required", new Json.Arr(names));
    schema.put("additionalProperties", new Json.Bool(false));
    return new Json.Obj(schema);
  }

  private static Json typed(String type) {
    return new Json.Obj(Map.of("type", text(type)));
  }

  private static Json text(String value) {
    return new Json.Text(value);
  }
}
