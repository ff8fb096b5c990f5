package dev.assay.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.core.judge.CallTerms;
import dev.assay.core.judge.Doubt;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeSettingsTest {
  @Test
  void without_variables_the_evidence_judge_judges_once() {
    assertThat(JudgeSettings.from(Map.of("ASSAY_JUDGE_SECOND_MODEL", "")))
        .isEqualTo(new JudgeSettings("evidence", null, 0.3, 0.7, 1, 0));
  }

  @Test
  void everything_can_be_set() {
    JudgeSettings settings =
        JudgeSettings.from(
            Map.of(
                "ASSAY_JUDGE_MODEL", "bedrock:amazon.nova-pro-v1:0",
                "ASSAY_JUDGE_SECOND_MODEL", "anthropic:claude-haiku-5-5",
                "ASSAY_JUDGE_DOUBTFUL_FROM", "0.4",
                "ASSAY_JUDGE_DOUBTFUL_TO", "0.6",
                "ASSAY_JUDGE_REPEATS", "3",
                "ASSAY_JUDGE_REPEAT_TEMPERATURE", "0.5"));
    assertThat(settings.second()).isEqualTo("anthropic:claude-haiku-5-5");
    assertThat(settings.doubt()).isEqualTo(new Doubt(0.4, 0.6));
    assertThat(settings.terms(0)).isEqualTo(CallTerms.STANDARD);
    assertThat(settings.terms(2)).isEqualTo(new CallTerms(0.5, 2, null));
  }

  @ParameterizedTest
  @CsvSource({
    "ASSAY_JUDGE_MODEL,gpt,a judge is evidence",
    "ASSAY_JUDGE_SECOND_MODEL,anthropic:,a judge is evidence",
    "ASSAY_JUDGE_SECOND_MODEL,anthropic:claude-haiku-5-5,a model beside a model",
    "ASSAY_JUDGE_REPEATS,0,a whole number from 1 to 9",
    "ASSAY_JUDGE_REPEATS,two,a whole number from 1 to 9",
    "ASSAY_JUDGE_DOUBTFUL_FROM,0.8,no more than ASSAY_JUDGE_DOUBTFUL_TO",
    "ASSAY_JUDGE_DOUBTFUL_TO,7,a number from 0 to 1",
    "ASSAY_JUDGE_REPEAT_TEMPERATURE,hot,a number from 0 to 1",
  })
  void what_is_wrong_is_named_with_what_was_expected(String name, String value, String expected) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JudgeSettings.from(Map.of(name, value)))
        .withMessageContaining(name)
        .withMessageContaining(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "bedrock:us.anthropic.claude-haiku-5-5-v1:0,anthropic:claude-sonnet-5-5,claude",
    "openai:https://x/v1#openai/gpt-oss-20b,openai:https://y/v1#o3-mini,gpt",
  })
  void a_second_model_of_the_same_family_is_refused(String first, String second, String family) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JudgeSettings(first, second, 0.3, 0.7, 1, 0))
        .withMessageContaining("both are " + family);
  }

  @Test
  void a_model_of_an_unknown_family_may_be_second_to_any() {
    String one = "openai:http://x/v1#our-own-a";
    String two = "openai:http://x/v1#our-own-b";
    assertThat(new JudgeSettings(one, two, 0.3, 0.7, 1, 0).second()).isEqualTo(two);
  }

  @Test
  void rates_are_shared_among_processes_and_limits_are_read() {
    ModelSettings settings =
        ModelSettings.from(
            Map.of(
                "ASSAY_JUDGE_RPM", "100",
                "ASSAY_JUDGE_TPM", "40000",
                "ASSAY_JUDGE_PROCESSES", "5",
                "ASSAY_JUDGE_CALLS_AT_ONCE", "3",
                "ASSAY_JUDGE_TIMEOUT_SECONDS", "7",
                "ASSAY_JUDGE_CALL_SECONDS", "40",
                "ASSAY_JUDGE_OUTPUT_TOKENS", "900"));
    assertThat(settings.rates()).isEqualTo(new RateLimits(20, 8_000, 3));
    assertThat(settings.limits().answer()).hasSeconds(7);
    assertThat(settings.limits().outputTokens()).isEqualTo(900);
    assertThat(settings.patience().total()).hasSeconds(40);
    assertThat(settings.patience().inLine()).hasSeconds(20);
  }

  @ParameterizedTest
  @CsvSource({
    "ASSAY_JUDGE_RPM,-1",
    "ASSAY_JUDGE_TPM,many",
    "ASSAY_JUDGE_CALLS_AT_ONCE,0",
    "ASSAY_JUDGE_TIMEOUT_SECONDS,0",
    "ASSAY_JUDGE_PRICES,no/such/file.csv",
  })
  void a_wrong_limit_is_named(String name, String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModelSettings.from(Map.of(name, value)))
        .withMessageContaining(name);
  }
}
