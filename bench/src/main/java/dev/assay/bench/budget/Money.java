package dev.assay.bench.budget;

import dev.assay.core.sampling.Accounts;
import dev.assay.core.sampling.Budget;
import dev.assay.core.sampling.SpendCounters;
import java.util.Arrays;

/** Counters by hour, the caps over them, and how far they were ever passed. For one thread. */
final class Money {
  private static final int DAY = 24;

  private final Budget budget;
  private final SpendCounters[] hours = new SpendCounters[MonthTraffic.HOURS];
  private SpendCounters month = SpendCounters.NOTHING;
  private double worstUsd;
  private double dearestUsd;

  Money(Budget budget) {
    this.budget = budget;
    Arrays.fill(hours, SpendCounters.NOTHING);
  }

  SpendCounters month() {
    return month;
  }

  Accounts accounts(int hour) {
    return new Accounts(last(DAY, hour), last(DAY - 1, hour), month);
  }

  private SpendCounters last(int count, int hour) {
    SpendCounters sum = SpendCounters.NOTHING;
    for (int h = Math.max(0, hour - count + 1); h <= hour; h++) {
      sum = sum.plus(hours[h]);
    }
    return sum;
  }

  /** An hour begins: the rolling day has lost one and gained nothing yet. */
  void begin(int hour) {
    look(hour);
  }

  /** Adds to an hour and holds both caps against what stands then. */
  void add(int hour, double inferenceUsd, double settledUsd) {
    SpendCounters more = new SpendCounters(inferenceUsd, settledUsd, 0);
    hours[hour] = hours[hour].plus(more);
    month = month.plus(more);
    dearestUsd = Math.max(dearestUsd, settledUsd);
    look(hour);
  }

  private void look(int hour) {
    double room = Math.min(last(DAY, hour).room(budget.share()), month.room(budget.share()));
    worstUsd = Math.max(worstUsd, -room);
  }

  /** How far spending ever stood above a cap, in calls as dear as the dearest. */
  double worstInCalls() {
    return dearestUsd == 0 ? 0 : worstUsd / dearestUsd;
  }
}
