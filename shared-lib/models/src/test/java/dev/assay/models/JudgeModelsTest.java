package dev.assay.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.core.feedback.Evaluator;
import dev.assay.core.feedback.Source;
import dev.assay.core.judge.BuiltInRubrics;
import dev.assay.core.judge.evidence.EvidenceJudge;
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
        List.of("", "gpt", "openai:", "openai:http://x/v1", "openai:#m", "bedrock:")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> JudgeModels.named(name, Map.of()))
          .withMessageContaining("openai:URL#model");
    }
  }
}
