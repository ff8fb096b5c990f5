package dev.assay.models;

import dev.assay.core.trace.Json;
import dev.assay.wire.JsonValues;
import dev.assay.wire.Mappers;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.bedrockruntime.model.OutputConfig;
import software.amazon.awssdk.services.bedrockruntime.model.OutputFormatType;
import software.amazon.awssdk.services.bedrockruntime.model.Tool;
import software.amazon.awssdk.services.bedrockruntime.model.ToolChoice;
import software.amazon.awssdk.services.bedrockruntime.model.ToolConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The one tool whose input is the answer, as Bedrock's client has it. */
final class AnswerTool {
  static final String DESCRIPTION = "Hands in the answers to the checklist.";

  private static final String NAME = "answer";

  private AnswerTool() {}

  static ToolConfiguration of(Json schema) {
    Tool tool =
        Tool.fromToolSpec(spec ->
            spec.name(NAME)
                .description(DESCRIPTION)
                .inputSchema(input -> input.json(document(schema))));
    return ToolConfiguration.builder()
        .tools(tool)
        .toolChoice(ToolChoice.fromTool(choice -> choice.name(NAME)))
        .build();
  }

  /** For models that cannot be made to call a tool. */
  static OutputConfig format(Json schema) {
    String text = JsonValues.treeOf(schema).toString();
    return OutputConfig.builder()
        .textFormat(format ->
            format
                .type(OutputFormatType.JSON_SCHEMA)
                .structure(structure -> structure.jsonSchema(json -> json.name(NAME).schema(text))))
        .build();
  }

  /** The tool's input as JSON; {@link Document#unwrap} would make strings of numbers. */
  static String text(Document input) {
    return node(input).toString();
  }

  private static JsonNode node(Document document) {
    JsonNodeFactory nodes = Mappers.JSON.getNodeFactory();
    if (document.isMap()) {
      ObjectNode object = nodes.objectNode();
      document.asMap().forEach((name, member) -> object.set(name, node(member)));
      return object;
    }
    if (document.isList()) {
      ArrayNode array = nodes.arrayNode();
      document.asList().forEach(item -> array.add(node(item)));
      return array;
    }
    if (document.isString()) {
      return nodes.stringNode(document.asString());
    }
    if (document.isNumber()) {
      return nodes.numberNode(document.asNumber().bigDecimalValue());
    }
    return document.isBoolean() ? nodes.booleanNode(document.asBoolean()) : nodes.nullNode();
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
