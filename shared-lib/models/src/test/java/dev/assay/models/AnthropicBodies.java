package dev.assay.models;

import dev.assay.wire.Mappers;
import tools.jackson.databind.node.ObjectNode;

/** Answers of a server that speaks Messages. */
final class AnthropicBodies {
  private AnthropicBodies() {}

  /** The answer as the tool's input. */
  static ObjectNode answer(String input, int in, int out) {
    ObjectNode body = message("tool_use", in, out);
    body.withArray("content")
        .addObject()
        .put("type", "tool_use")
        .put("id", "toolu_1")
        .put("name", "answer")
        .set("input", Mappers.JSON.readTree(input));
    return body;
  }

  static ObjectNode text(String text, String stop, int in, int out) {
    ObjectNode body = message(stop, in, out);
    body.withArray("content").addObject().put("type", "text").put("text", text);
    return body;
  }

  private static ObjectNode message(String stop, int in, int out) {
    ObjectNode body = Mappers.JSON.createObjectNode();
    body.put("id", "msg_1").put("type", "message").put("role", "assistant");
    body.put("model", "claude-haiku-5-5").put("stop_reason", stop);
    body.set("stop_sequence", Mappers.JSON.nullNode());
    body.putArray("content");
    body.putObject("usage").put("input_tokens", in).put("output_tokens", out);
    return body;
  }
}
