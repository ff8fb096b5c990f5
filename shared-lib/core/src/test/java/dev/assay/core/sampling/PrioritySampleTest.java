package dev.assay.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.sampling.PrioritySample.Outcome;
import dev.assay.core.sampling.PrioritySample.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class PrioritySampleTest {
  private static final int GRID = 2_000;

  /**
   * What makes the inverse of the probability an unbiased weight, exactly: whatever the others'
   * luck, the share of all u at which a unit is drawn is the probability that is told, and that
   * does not depend on its own u.
   */
  @Test
  void the_probability_is_the_share_of_luck_at_which_a_unit_is_drawn() {
    SplittableRandom random = new SplittableRandom(4);
    for (int round = 0; round < 60; round++) {
      List<Unit> units = units(random, 8, false);
      holds(units, random.nextInt(units.size()), 3 * random.nextDouble());
    }
  }

  @Test
  void it_is_so_for_traces_of_one_conversation_too() {
    SplittableRandom random = new SplittableRandom(5);
    for (int round = 0; round < 60; round++) {
      List<Unit> units = units(random, 8, true);
      holds(units, random.nextInt(3), 3 * random.nextDouble());
    }
  }

  private static void holds(List<Unit> units, int index, double budget) {
    double luck = units.get(index).u();
    double told = PrioritySample.of(units, budget).outcomes().get(index).probability();
    int drawn = 0;
    for (int i = 0; i < GRID; i++) {
      double u = (i + 0.5) / GRID;
      List<Unit> moved = units.stream().map(unit -> unit.u() == luck ? at(unit, u) : unit).toList();
      Outcome outcome = PrioritySample.of(moved, budget).outcomes().get(index);
      drawn += outcome.drawn() ? 1 : 0;
      assertThat(outcome.probability()).isCloseTo(told, within(1e-9));
    }
    assertThat(drawn / (double) GRID).isCloseTo(told, within(4.0 / GRID));
  }

  @Test
  void the_budget_is_never_passed_and_the_order_does_not_matter() {
    SplittableRandom random = new SplittableRandom(6);
    for (int round = 0; round < 200; round++) {
      List<Unit> units = units(random, 30, true);
      double budget = 6 * random.nextDouble();
      PrioritySample sample = PrioritySample.of(units, budget);
      assertThat(sample.cost()).isLessThanOrEqualTo(budget);
      List<Unit> shuffled = new ArrayList<>(units);
      Collections.shuffle(shuffled, new Random(round));
      assertThat(PrioritySample.of(shuffled, budget).outcomes())
          .containsExactlyInAnyOrderElementsOf(sample.outcomes());
    }
  }

  @Test
  void where_all_fit_the_rates_stand() {
    PrioritySample sample =
        PrioritySample.of(List.of(new Unit("a", 0.2, 0.3, 1), new Unit("b", 0.9, 0.5, 1)), 2);
    assertThat(sample.tau()).isEmpty();
    assertThat(sample.outcomes()).extracting(Outcome::drawn).containsExactly(true, false);
    assertThat(sample.outcomes()).extracting(Outcome::probability).containsExactly(0.3, 0.5);
  }

  @Test
  void what_costs_more_than_the_budget_has_no_chance_and_stops_nobody() {
    PrioritySample sample =
        PrioritySample.of(List.of(new Unit("a", 0.01, 1, 5), new Unit("b", 0.5, 1, 1)), 2);
    assertThat(sample.outcomes()).extracting(Outcome::drawn).containsExactly(false, true);
    assertThat(sample.outcomes().getFirst().probability()).isZero();
  }

  private static List<Unit> units(SplittableRandom random, int count, boolean siblings) {
    List<Unit> units = new ArrayList<>();
    double shared = 1 - random.nextDouble();
    for (int i = 0; i < count; i++) {
      double u = siblings && i < 3 ? shared : 1 - random.nextDouble();
      double rate = 0.05 + 0.95 * random.nextDouble();
      units.add(new Unit("t" + i, u, rate, 0.2 + random.nextDouble()));
    }
    return units;
  }

  private static Unit at(Unit unit, double u) {
    return new Unit(unit.id(), u, unit.rate(), unit.cost());
  }
}
