package dev.assay.models;

import dev.assay.wire.Mappers;
import tools.jackson.databind.node.ObjectNode;

/** Answers of a server that speaks chat completions. */
final class OpenAiBodies {
  private OpenAiBodies() {}

  static ObjectNode completion(String content, String finish, int in, int out) {
    ObjectNode body = Mappers.JSON.createObjectNode();
    body.put("id", "chatcmpl-1").put("object", "chat.completion").put("created", 1_790_000_000);
    body.put("model", "gpt-oss-120b");
    ObjectNode choice = body.putArray("choices").addObject().put("index", 0);
    choice.put("finish_reason", finish);
    choice.putObject("message").put("role", "assistant").put("content", content);
    body.putObject("usage")
        .put("prompt_tokens", in)
        .put("completion_tokens", out)
        .put("total_tokens", in + out);
    return body;
  }
}
