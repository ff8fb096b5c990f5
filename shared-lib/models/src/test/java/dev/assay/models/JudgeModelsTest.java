package dev.assay.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.core.feedback.Evaluator;
import dev.assay.core.feedback.Source;
import dev.assay.core.judge.JudgeModel;
import dev.assay.core.judge.evidence.EvidenceJudge;
import dev.assay.wire.judge.BuiltInRubrics;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgeModelsTest {
  @Test
  void a_judge_is_made_by_name_and_its_version_names_rubric_and_model() {
    assertThat(JudgeModels.named("evidence", Map.of()).source().name())
        .isEqualTo(EvidenceJudge.NAME);

    Evaluator openAi = JudgeModels.named("openai:http://127.0.0.1:1/v1#some/model", Map.of());
    Source faithfulness = openAi.source("faithfulness");
    assertThat(faithfulness.name()).isEqualTo("faithfulness");
    assertThat(faithfulness.version())
        .startsWith(BuiltInRubrics.faithfulness().version())
        .endsWith("+some/model");

    Evaluator bedrock =
        JudgeModels.named("bedrock:amazon.nova-micro-v1:0", Map.of("AWS_REGION", "eu-west-1"));
    assertThat(bedrock.source().version()).endsWith("+amazon.nova-micro-v1:0");
  }

  @Test
  void another_name_is_refused_with_what_was_expected() {
    for (String name :
        List.of(
            "",
            "gpt",
            "openai:",
            "openai:http://x/v1",
            "openai:#m",
            "openai:ftp://x/v1#m",
            "anthropic:",
            "anthropic:nowhere#m",
            "bedrock:")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> JudgeModels.named(name, Map.of()))
          .withMessageContaining("openai:URL#model");
    }
  }

  @Test
  void a_key_is_given_once_and_can_be_sent() {
    String spec = "anthropic:claude-haiku-5-5";
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            JudgeModels.model(
                spec, Map.of("ASSAY_JUDGE_API_KEY", "k", "ASSAY_JUDGE_API_KEY_SECRET", "s")))
        .withMessageContaining("ASSAY_JUDGE_API_KEY_SECRET");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JudgeModels.model(spec, Map.of("ASSAY_JUDGE_API_KEY", "sk\nsk")))
        .withMessageContaining("ASSAY_JUDGE_API_KEY")
        .withMessageNotContaining("sk");
  }

  @Test
  void a_provider_that_wants_a_key_is_known() {
    assertThat(JudgeModels.lacksKey("evidence", Map.of())).isFalse();
    assertThat(JudgeModels.lacksKey("openai:http://127.0.0.1/v1#m", Map.of())).isFalse();
    assertThat(JudgeModels.lacksKey("openai:https://x/v1#m", Map.of())).isTrue();
    assertThat(JudgeModels.lacksKey("anthropic:m", Map.of("OPENAI_API_KEY", "k"))).isTrue();
    assertThat(JudgeModels.lacksKey("anthropic:m", Map.of("ANTHROPIC_API_KEY", "k"))).isFalse();
    assertThat(JudgeModels.lacksKey("anthropic:m", Map.of("ASSAY_JUDGE_API_KEY_SECRET", "s")))
        .isFalse();
  }

  @Test
  void the_second_model_has_a_key_of_its_own() throws IOException {
    String answer = AnthropicBodies.answer("{}", 1, 1).toString();
    try (ScriptedServer server = new ScriptedServer(ScriptedServer.json(200, answer))) {
      Map<String, String> environment =
          Map.of(
              "ASSAY_JUDGE_MODEL", "bedrock:amazon.nova-pro-v1:0",
              "ASSAY_JUDGE_API_KEY", "first",
              "ASSAY_JUDGE_SECOND_MODEL", "anthropic:" + server.uri() + "#claude-haiku-5-5",
              "ASSAY_JUDGE_SECOND_API_KEY", "second");
      JudgeModel second =
          JudgeModels.second(JudgeSettings.from(environment), environment).orElseThrow();
      second.ask(Judging.prompt());
      assertThat(server.requests.getFirst().header("x-api-key")).isEqualTo("second");
    }
  }
}
