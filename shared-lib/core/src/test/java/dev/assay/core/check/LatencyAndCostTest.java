package dev.assay.core.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.feedback.Evaluator;
import dev.assay.core.feedback.InferenceCost;
import dev.assay.core.feedback.PriceTable;
import dev.assay.core.feedback.Verdict;
import org.junit.jupiter.api.Test;

final class LatencyAndCostTest {
  private static final Latency LATENCY = new Latency(Latency.Thresholds.DEFAULT);
  private static final Cost COST =
      new Cost(Cost.DEFAULT_USD, new InferenceCost(PriceTable.builtIn()));

  @Test
  void a_conversation_is_scored_by_its_length() {
    assertThat(new Conversation().endsAfter(60).score(LATENCY, Latency.CONVERSATION)).isEqualTo(1);
    assertThat(new Conversation().endsAfter(1200).score(LATENCY, Latency.CONVERSATION))
        .isCloseTo(0.5, within(1e-9));
    assertThat(new Conversation().user(0, 2_400_000).score(LATENCY, Latency.CONVERSATION)).isZero();
  }

  @Test
  void model_calls_are_scored_by_their_95th_percentile() {
    Conversation talk = new Conversation().llm(100L, null, 9_000L, 200L);
    assertThat(talk.score(LATENCY, Latency.LLM)).isCloseTo(0.5, within(1e-9));
    assertThat(talk.assess(LATENCY, Latency.LLM).value()).isEqualTo("p50 200 ms, p95 9000 ms");
  }

  @Test
  void what_nobody_measured_is_unscored() {
    Conversation talk = new Conversation().at(false, -5);
    assertThat(talk.assess(LATENCY, Latency.CONVERSATION).verdict())
        .isInstanceOf(Verdict.Unscored.class);
    assertThat(talk.assess(LATENCY, Latency.LLM).verdict()).isInstanceOf(Verdict.Unscored.class);
    assertThat(talk.assess(COST, Cost.KEY).verdict()).isInstanceOf(Verdict.Unscored.class);
  }

  @Test
  void a_known_cost_is_scored_and_shown() {
    assertThat(new Conversation().costs(0).score(COST, Cost.KEY)).isEqualTo(1);
    assertThat(new Conversation().costs(0.55).score(COST, Cost.KEY)).isCloseTo(0.5, within(1e-9));
    assertThat(new Conversation().costs(0.55).assess(COST, Cost.KEY).value())
        .isEqualTo("USD 0.5500");
  }

  @Test
  void a_ramp_has_to_fall() {
    assertThatThrownBy(() -> new Ramp(2, 1)).hasMessageContaining("falls");
  }

  @Test
  void percentiles_are_by_nearest_rank() {
    long[] values = {50, 15, 40, 20, 35};
    assertThat(NearestRank.percentile(values, 30)).isEqualTo(20);
    assertThat(NearestRank.percentile(values, 40)).isEqualTo(20);
    assertThat(NearestRank.percentile(values, 50)).isEqualTo(35);
    assertThat(NearestRank.percentile(values, 100)).isEqualTo(50);
  }

  @Test
  void the_standard_checks_have_names_of_their_own() {
    assertThat(Checks.standard()).extracting(Evaluator::source).doesNotHaveDuplicates().hasSize(6);
  }
}
