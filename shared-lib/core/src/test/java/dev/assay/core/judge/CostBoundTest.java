package dev.assay.core.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.feedback.Price;
import dev.assay.core.trace.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CostBoundTest {
  private static Prompt prompt(String user) {
    return new Prompt(new Questionnaire(List.of()), "", user, new Json.Obj(Map.of()), "m", false);
  }

  @Test
  void a_call_costs_at_most_a_third_of_its_bytes_in_and_its_limit_out_for_each_paid_attempt() {
    CostBound bound = new CostBound(new Price(2, 10, 0.1), 1_000, 2);
    // 500 tokens for what providers add, and two bytes of schema.
    double once = ((500 + 1_000) * 2 + 1_000 * 10) / 1e6;
    assertThat(bound.of(prompt("x".repeat(2_998)))).isCloseTo(2 * once, within(1e-12));
  }

  @Test
  void what_would_be_written_to_a_cache_is_reserved_at_the_price_of_writing() {
    CostBound bound = new CostBound(new Price(2, 0, 0.1, 4), 1, 1);
    assertThat(bound.of(prompt("x".repeat(2_998)))).isCloseTo(1_500 * 4 / 1e6, within(1e-12));
  }

  @Test
  void a_character_of_another_script_is_a_token_or_more_of_a_third() {
    assertThat(CostBound.tokens("日本語")).isEqualTo(3);
    assertThat(CostBound.tokens("привет")).isEqualTo(4);
    assertThat(CostBound.tokens("😀")).isEqualTo(2);
    assertThat(CostBound.tokens("")).isZero();
  }

  @Test
  void a_model_of_which_nothing_is_known_is_reserved_at_the_dearest_price() {
    JudgeModel model =
        new JudgeModel() {
          @Override
          public String id() {
            return "unknown";
          }

          @Override
          public ModelReply ask(Prompt prompt) {
            return ModelReply.lasting("never asked");
          }
        };
    double once = ((500 + 1_000) * 5 + 2_000 * 20) / 1e6;
    assertThat(model.upperCostUsd(prompt("x".repeat(2_998)))).isCloseTo(2 * once, within(1e-9));
  }
}
