package dev.assay.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class AllowanceTest {
  private static final Budget BUDGET = new Budget(0.05, 0.01, Duration.ofMinutes(5));

  @Test
  void a_window_has_its_own_share_and_a_quarter_of_what_is_left() {
    SpendCounters day = new SpendCounters(300, 8, 1);
    SpendCounters month = new SpendCounters(3_000, 100, 1);
    // 5 % of 20, and a quarter of the other 5 of the day's room.
    assertThat(Allowance.ofWindow(BUDGET, 20, new Accounts(day, day, month)))
        .isCloseTo(2.25, within(1e-12));
  }

  @Test
  void the_tighter_of_day_day_to_come_and_month_counts_and_nothing_is_below_zero() {
    SpendCounters full = new SpendCounters(100, 4.9, 0);
    SpendCounters open = new SpendCounters(1_000, 0, 0);
    assertThat(Allowance.ofWindow(BUDGET, 20, new Accounts(full, full, open)))
        .isCloseTo(0.1, within(1e-12));
    assertThat(Allowance.ofWindow(BUDGET, 20, new Accounts(open, open, full)))
        .isCloseTo(0.1, within(1e-12));
    assertThat(
            Allowance.ofWindow(BUDGET, 20, new Accounts(open, new SpendCounters(100, 6, 0), open)))
        .isZero();
  }

  @Test
  void a_call_is_made_only_when_its_upper_cost_fits() {
    SpendCounters day = new SpendCounters(100, 4, 0.9);
    SpendCounters month = new SpendCounters(1_000, 0, 0);
    assertThat(Allowance.mayReserve(BUDGET, new Accounts(day, day, month), 0.09)).isTrue();
    assertThat(Allowance.mayReserve(BUDGET, new Accounts(day, day, month), 0.11)).isFalse();
    assertThat(Allowance.mayReserve(BUDGET, new Accounts(month, month, day), 0.11)).isFalse();
    SpendCounters none = SpendCounters.NOTHING;
    assertThat(Allowance.mayReserve(BUDGET, new Accounts(none, none, month), 0)).isTrue();
  }

  @Test
  void money_is_not_negative() {
    assertThatThrownBy(() -> new SpendCounters(-1, 0, 0)).hasMessageContaining("0 or more");
  }
}
