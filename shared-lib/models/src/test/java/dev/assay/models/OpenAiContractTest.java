package dev.assay.models;

import dev.assay.core.judge.JudgeModel;
import dev.assay.wire.Mappers;
import tools.jackson.databind.node.ObjectNode;

class OpenAiContractTest extends JudgeModelContract {
  @Override
  JudgeModel once(ScriptedServer server, Terms terms) {
    return new HttpJudgeModel(
        "gpt-oss-120b",
        new OpenAiChat(server.uri().resolve("/v1"), "gpt-oss-120b", terms),
        ApiKey.of(KEY),
        terms,
        Time.SYSTEM);
  }

  @Override
  String completion(String answer) {
    return OpenAiBodies.completion(answer, "stop", INPUT_TOKENS, OUTPUT_TOKENS).toString();
  }

  @Override
  String completionWithoutUsage(String answer) {
    ObjectNode body = OpenAiBodies.completion(answer, "stop", INPUT_TOKENS, OUTPUT_TOKENS);
    body.remove("usage");
    return body.toString();
  }

  @Override
  String truncated() {
    return OpenAiBodies.completion("{\"ok\":", "length", INPUT_TOKENS, OUTPUT_TOKENS).toString();
  }

  @Override
  String refused() {
    ObjectNode body = OpenAiBodies.completion("", "stop", INPUT_TOKENS, OUTPUT_TOKENS);
    ObjectNode message = (ObjectNode) body.at("/choices/0/message");
    message.set("content", Mappers.JSON.nullNode());
    message.put("refusal", "I cannot help with that.");
    return body.toString();
  }
}
