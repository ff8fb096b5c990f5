package dev.assay.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.sampling.SamplingPolicy;
import dev.assay.core.sampling.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PolicyJsonTest {
  @Test
  void a_policy_comes_back_as_it_was_written() {
    String document = PolicyJson.write(SamplingPolicy.DEFAULT).toString();
    assertThat(PolicyJson.read(document, SamplingPolicy.DEFAULT)).isEqualTo(SamplingPolicy.DEFAULT);
  }

  @Test
  void what_a_document_does_not_say_stays() {
    SamplingPolicy policy =
        PolicyJson.read("{\"version\":2,\"rates_bp\":{\"routine\":500}}", SamplingPolicy.DEFAULT);
    assertThat(policy.rate(Tier.ROUTINE)).isEqualTo(500);
    assertThat(policy.rate(Tier.TOOL_CALL)).isEqualTo(3_000);
    assertThat(policy.version()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "no json|policy: expected a JSON object",
        "[]|policy: expected a JSON object",
        "{\"rate\":1}|rate: expected one of",
        "{\"rates_bp\":{\"routine\":10001}}|rates_bp.routine: expected 0 to 10000 basis points",
        "{\"rates_bp\":{\"routine\":\"x\"}}|rates_bp.routine: expected a number, got a string",
        "{\"budget\":{\"share\":2}}|budget.share: expected 0 to 1",
        "{\"new_flow_days\":-1}|new_flow_days: expected 0 or more",
        "{\"redaction_off\":[\"noses\"]}|noses",
      })
  void a_wrong_field_is_named(String document, String reason) {
    assertThatThrownBy(() -> PolicyJson.read(document, SamplingPolicy.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }
}
