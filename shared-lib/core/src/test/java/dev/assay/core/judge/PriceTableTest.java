package dev.assay.core.judge;

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
      assertThat(TABLE.of(id)).as(id).contains(new Price(1, 5, 0.1));
    }
    assertThat(TABLE.of("meta.llama3-3-70b-instruct-v1:0")).isPresent();
    assertThat(TABLE.of("openai/gpt-oss-20b")).isPresent();
  }

  @Test
  void a_similar_name_has_no_price_and_an_unknown_one_keeps_its_tokens() {
    assertThat(TABLE.of("claude-haiku-4-5-turbo")).isEmpty();
    assertThat(TABLE.of("mynova-lite")).isEmpty();
    assertThat(TABLE.spend("unknown", 5, 0, 7).inputTokens()).isEqualTo(5);
  }

  @Test
  void cached_tokens_cost_their_own_price() {
    assertThat(TABLE.spend("claude-haiku-5-5", 4_000, 2_000, 300).costUsd())
        .isCloseTo((2_000 * 0.10 + 2_000 * 0.01 + 300 * 0.50) / 1e6, within(1e-12));
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
    for (String line : List.of("x", "x,1", "x,a,b", "x,-1,2", "as_of,today")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> PriceTable.parse("as_of,2027-01-01\n" + line))
          .withMessageContaining("line 2");
    }
    assertThatIllegalArgumentException().isThrownBy(() -> PriceTable.parse("x,1,2"));
  }
}
