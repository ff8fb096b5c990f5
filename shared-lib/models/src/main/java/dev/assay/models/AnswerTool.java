package dev.assay.models;

import dev.assay.core.trace.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.bedrockruntime.model.Tool;
import software.amazon.awssdk.services.bedrockruntime.model.ToolChoice;
import software.amazon.awssdk.services.bedrockruntime.model.ToolConfiguration;

/** The one tool whose input is the answer. */
final class AnswerTool {
  private static final String NAME = "answer";

  private AnswerTool() {}

  static ToolConfiguration of(Json schema) {
    Tool tool =
        Tool.fromToolSpec(spec ->
            spec.name(NAME)
                .description("Hands in the answers to the checklist.")
                .inputSchema(input -> input.json(document(schema))));
    return ToolConfiguration.builder()
        .tools(tool)
        .toolChoice(ToolChoice.fromTool(choice -> choice.name(NAME)))
        .build();
  }

  private static Document document(Json json) {
    return switch (json) {
      case Json.Obj object -> {
        Map<String, Document> members = new LinkedHashMap<>();
        object.members().forEach((name, member) -> members.put(name, document(member)));
        yield Document.fromMap(members);
      }
      case Json.Arr array ->
          Document.fromList(array.items().stream().map(AnswerTool::document).toList());
      case Json.Text text -> Document.fromString(text.value());
      case Json.Num number -> Document.fromNumber(number.value());
      case Json.Bool bool -> Document.fromBoolean(bool.value());
      case Json.Null _ -> Document.fromNull();
    };
  }
}
