package dev.assay.core.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PriceTableTest {
  private static final PriceTable TABLE = PriceTable.builtIn();

  @Test
  void a_providers_id_is_found_by_the_name_inside_it() {
    for (String id :
        List.of(
            "claude-haiku-4-5",
            "us.anthropic.claude-haiku-4-5-20251001-v1:0",
            "arn:aws:bedrock:us-east-1:1:inference-profile/claude-haiku-4-5-v1:0")) {
      assertThat(TABLE.of(id)).as(id).contains(new Price(1, 5, 0.1, 1.25));
    }
    assertThat(TABLE.of("meta.llama3-3-70b-instruct-v1:0")).isPresent();
    assertThat(TABLE.of("openai/gpt-oss-20b")).isPresent();
  }

  @Test
  void a_similar_name_has_no_price() {
    assertThat(TABLE.of("claude-haiku-4-5-turbo")).isEmpty();
    assertThat(TABLE.of("mynova-lite")).isEmpty();
  }

  @Test
  void a_model_without_a_price_is_not_free_but_the_dearest_and_said_to_be_estimated() {
    assertThat(TABLE.dearest()).isEqualTo(new Price(4, 20, 4, 5));
    assertThat(TABLE.spend("unknown", new TokenUse(500_000, 100_000)))
        .isEqualTo(new Spend(500_000, 100_000, 4.0, true));
    assertThat(TABLE.spend("nova-pro", new TokenUse(5, 7)).estimated()).isFalse();
  }

  @Test
  void cached_tokens_cost_their_own_price() {
    TokenUse tokens = new TokenUse(4_000, 2_000, 500, 300);
    assertThat(TABLE.spend("claude-haiku-5-5", tokens).costUsd())
        .isCloseTo((1_500 * 0.10 + 2_000 * 0.01 + 500 * 0.125 + 300 * 0.50) / 1e6, within(1e-12));
  }

  @Test
  void numbers_that_cannot_be_are_set_right() {
    assertThat(new TokenUse(100, 80, 80, -3)).isEqualTo(new TokenUse(100, 80, 20, 0));
  }

  @Test
  void a_users_table_lies_over_the_built_in_one() {
    PriceTable own = PriceTable.parse("as_of,2027-01-01\nnova-micro, 1, 2 # ours\nmine,3,4,0.3\n");
    PriceTable both = TABLE.overriddenBy(own);
    assertThat(both.of("nova-micro")).contains(new Price(1, 2, 1));
    assertThat(both.of("mine")).contains(new Price(3, 4, 0.3));
    assertThat(both.of("nova-pro")).isEqualTo(TABLE.of("nova-pro"));
    assertThat(both.asOf()).hasToString("2027-01-01");
  }

  @Test
  void a_wrong_line_is_named() {
    for (String line : List.of("x", "x,1", "x,a,b", "x,-1,2", "x,1,2,3,d", "as_of,today")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> PriceTable.parse("as_of,2027-01-01\n" + line))
          .withMessageContaining("line 2");
    }
    assertThatIllegalArgumentException().isThrownBy(() -> PriceTable.parse("x,1,2"));
  }
}
