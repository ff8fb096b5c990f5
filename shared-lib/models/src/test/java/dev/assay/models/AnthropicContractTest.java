package dev.assay.models;

import dev.assay.core.judge.JudgeModel;
import tools.jackson.databind.node.ObjectNode;

class AnthropicContractTest extends JudgeModelContract {
  @Override
  JudgeModel once(ScriptedServer server, Terms terms) {
    return new HttpJudgeModel(
        "claude-haiku-5-5",
        new AnthropicMessages(server.uri(), "claude-haiku-5-5", terms),
        ApiKey.of(KEY),
        terms,
        Time.SYSTEM);
  }

  @Override
  String completion(String answer) {
    return AnthropicBodies.answer(answer, INPUT_TOKENS, OUTPUT_TOKENS).toString();
  }

  @Override
  String completionWithoutUsage(String answer) {
    ObjectNode body = AnthropicBodies.answer(answer, INPUT_TOKENS, OUTPUT_TOKENS);
    body.remove("usage");
    return body.toString();
  }

  @Override
  String truncated() {
    return AnthropicBodies.text("{", "max_tokens", INPUT_TOKENS, OUTPUT_TOKENS).toString();
  }

  @Override
  String refused() {
    return AnthropicBodies.text("", "refusal", INPUT_TOKENS, OUTPUT_TOKENS).toString();
  }
}
