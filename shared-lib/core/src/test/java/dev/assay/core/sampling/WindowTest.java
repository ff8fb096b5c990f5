package dev.assay.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.sampling.CellHistory.Seen;
import dev.assay.core.sampling.Window.Candidate;
import dev.assay.core.sampling.WindowDraw.Fate;
import dev.assay.core.sampling.WindowDraw.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class WindowTest {
  private static final Cell ROUTINE = new Cell(Tier.ROUTINE, Set.of());
  private static final Cell RISKY = new Cell(Tier.TOOL_CALL, Set.of(Signal.TOOL_ERROR));
  private static final CellHistory HISTORY =
      new CellHistory(Map.of(ROUTINE, new Seen(500, 20), RISKY, new Seen(200, 90)));

  @Test
  void with_money_for_all_the_wish_stands() {
    List<Candidate> candidates = candidates("s", 400);
    WindowDraw draw = Window.draw(candidates, HISTORY, 1_000);
    assertThat(draw.drawn()).hasSameSizeAs(candidates);
    assertThat(draw.outcomes())
        .allSatisfy(one -> assertThat(one.probability()).isEqualTo(one.candidate().wish()));
    assertThat(draw.parameters().lowered()).isFalse();
    assertThat(draw.parameters().reason()).endsWith("the policy's rates stand");
  }

  @Test
  void with_half_the_money_rates_sink_and_risk_keeps_the_higher_ones() {
    List<Candidate> candidates = candidates("s", 2_000);
    double wish = candidates.stream().mapToDouble(Candidate::upperUsd).sum();
    WindowDraw draw = Window.draw(candidates, HISTORY, wish / 2);
    assertThat(draw.parameters().drawnUsd()).isBetween(wish * 0.4, wish / 2);
    assertThat(draw.parameters().rates())
        .allSatisfy(rate -> assertThat(rate.rate()).isBetween(Window.FLOOR, rate.wish()));
    double routine = share(draw, ROUTINE);
    double risky = share(draw, RISKY);
    assertThat(risky).isGreaterThan(routine);
    assertThat(draw.parameters().reason()).contains("rates lowered, floors stand");
  }

  @Test
  void floors_sink_together_before_anything_is_dropped() {
    List<Candidate> candidates = candidates("s", 2_000);
    double wish = candidates.stream().mapToDouble(Candidate::upperUsd).sum();
    WindowDraw draw = Window.draw(candidates, HISTORY, wish / 20);
    assertThat(draw.parameters().floorScale()).isBetween(0.01, 0.99);
    assertThat(draw.parameters().rates()).allSatisfy(rate -> assertThat(rate.rate()).isPositive());
    assertThat(draw.outcomes()).allSatisfy(one -> assertThat(one.probability()).isPositive());
  }

  @Test
  void nothing_depends_on_the_order_and_a_second_delivery_counts_once() {
    List<Candidate> candidates = candidates("s", 500);
    WindowDraw draw = Window.draw(candidates, HISTORY, 0.1);
    List<Candidate> shuffled = new ArrayList<>(candidates);
    shuffled.addAll(candidates.subList(0, 10));
    Collections.shuffle(shuffled, new Random(1));
    assertThat(Window.draw(shuffled, HISTORY, 0.1)).isEqualTo(draw);
  }

  @Test
  void the_weighted_number_of_traces_is_right_on_average() {
    double sum = 0;
    int salts = 400;
    for (int i = 0; i < salts; i++) {
      List<Candidate> candidates = candidates("salt" + i, 300);
      for (Outcome one : Window.draw(candidates, HISTORY, 0.05).drawn()) {
        sum += 1 / one.probability();
      }
    }
    // The standard error of this mean is about 2; seeded by the salts.
    assertThat(sum / salts).isCloseTo(300, within(8.0));
  }

  @Test
  void without_money_nobody_is_judged_and_the_reason_is_told() {
    WindowDraw draw = Window.draw(candidates("s", 50), HISTORY, 0);
    assertThat(draw.drawn()).isEmpty();
    assertThat(draw.outcomes())
        .allSatisfy(one -> {
          assertThat(one.fate()).isEqualTo(Fate.TOO_DEAR);
          assertThat(one.probability()).isZero();
          assertThat(one.words()).startsWith("not drawn: may cost more than the whole window has");
        });
  }

  @Test
  void an_empty_window_draws_nobody() {
    assertThat(Window.draw(List.of(), CellHistory.NONE, 1).outcomes()).isEmpty();
  }

  @Test
  void who_was_not_wished_is_no_candidate() {
    assertThatThrownBy(() -> new Candidate("t", 0, 0.1, ROUTINE, 0.01))
        .hasMessageContaining("t: the wish of 0.1 does not keep it");
    Candidate one = new Candidate("t", (1L << 56) - 1, 0.1, ROUTINE, 0.01);
    Candidate other = new Candidate("t", (1L << 56) - 1, 0.1, ROUTINE, 0.02);
    assertThatThrownBy(() -> Window.draw(List.of(one, other), HISTORY, 1))
        .hasMessageContaining("t: given twice, differently");
  }

  @Test
  void a_cell_without_history_has_the_pooled_rate() {
    CellHistory.Rates rates = HISTORY.rates();
    double pooled = 110.5 / 701;
    assertThat(rates.failure(new Cell(Tier.NEW_FLOW, Set.of()))).isCloseTo(pooled, within(1e-12));
    assertThat(rates.failure(RISKY)).isCloseTo((90 + 20 * pooled) / 220, within(1e-12));
    assertThat(CellHistory.NONE.rates().failure(RISKY)).isEqualTo(0.5);
  }

  @Test
  void a_cell_is_read_back_from_its_name() {
    Cell cell = new Cell(Tier.TOOL_CALL, Set.of(Signal.RETRY, Signal.TOOL_ERROR));
    assertThat(cell.key()).isEqualTo("tool_call+tool_error+retry");
    assertThat(Cell.parse(cell.key())).isEqualTo(cell);
    assertThat(Cell.parse("escalated")).isEqualTo(new Cell(Tier.ESCALATED, Set.of()));
  }

  private static double share(WindowDraw draw, Cell cell) {
    List<Outcome> of =
        draw.outcomes().stream().filter(one -> one.candidate().cell().equals(cell)).toList();
    return of.stream().filter(Outcome::drawn).count() / (double) of.size();
  }

  /**
   * Those of {@code traces} that the wish keeps: nine of ten routine at 20 %, one risky at 50 %.
   */
  private static List<Candidate> candidates(String salt, int traces) {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < traces; i++) {
      boolean risky = i % 10 == 0;
      long threshold = SampleHash.threshold(risky ? 5_000 : 2_000);
      long hash = SampleHash.of(salt, "conversation-" + i);
      if (hash >= threshold) {
        candidates.add(
            new Candidate(
                "t" + i,
                hash,
                SampleHash.probability(threshold),
                risky ? RISKY : ROUTINE,
                0.001 * (1 + i % 7)));
      }
    }
    return candidates;
  }
}
