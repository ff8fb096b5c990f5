package dev.assay.models;

import dev.assay.wire.Mappers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers of a server that speaks Converse. */
final class BedrockBodies {
  private BedrockBodies() {}

  /** The answer as the tool's input. */
  static ObjectNode answer(String input, int in, int out) {
    ObjectNode use = Mappers.JSON.createObjectNode();
    ObjectNode tool = use.putObject("toolUse").put("toolUseId", "t").put("name", "answer");
    tool.set("input", Mappers.JSON.readTree(input));
    return message(use, "tool_use", in, out);
  }

  static ObjectNode text(String text, String stop, int in, int out) {
    return message(Mappers.JSON.createObjectNode().put("text", text), stop, in, out);
  }

  private static ObjectNode message(JsonNode content, String stop, int in, int out) {
    ObjectNode body = Mappers.JSON.createObjectNode();
    ObjectNode message = body.putObject("output").putObject("message").put("role", "assistant");
    message.putArray("content").add(content);
    body.put("stopReason", stop);
    ObjectNode usage = body.putObject("usage");
    usage.put("inputTokens", in).put("outputTokens", out).put("totalTokens", in + out);
    body.putObject("metrics").put("latencyMs", 1);
    return body;
  }
}
