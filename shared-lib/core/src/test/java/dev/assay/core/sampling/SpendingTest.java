package dev.assay.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SpendingTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void the_month_is_projected_by_the_pace_of_the_last_day() {
    SpendCounters day = new SpendCounters(100, 3, 1);
    SpendCounters month = new SpendCounters(2_000, 70, 5);
    DayTotals today =
        new DayTotals(
            Map.of(
                DayTotals.INFERENCE_USD, 50.0,
                DayTotals.JUDGE_USD, 1.0,
                DayTotals.JUDGE_RESERVED_USD, 7.0,
                DayTotals.JUDGE_RELEASED_USD, 6.5));
    Spending spending = Spending.of(Budget.DEFAULT, today, new Accounts(day, day, month), NOW);

    assertThat(spending.day()).isEqualTo(new SpendCounters(50, 1, 0.5));
    assertThat(spending.cap(spending.day())).isEqualTo(2.5);
    // Nine and a half days are to come.
    assertThat(spending.projected().inferenceUsd()).isCloseTo(2_950, within(1e-9));
    assertThat(spending.projected().settledUsd()).isCloseTo(75 + 9.5 * 4, within(1e-9));
  }
}
