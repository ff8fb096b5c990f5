package dev.assay.core.sampling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What judging spends of what it may, for people. US dollars.
 *
 * @param share of inference that judging may cost
 * @param day the UTC day so far
 * @param rollingDay the last 24 hours
 * @param month the UTC month so far
 * @param projected the whole month, if every hour to come is like those of the last day: a straight
 *     line, blind to weekends and growth. What is reserved counts as spent
 */
public record Spending(
    double share,
    SpendCounters day,
    SpendCounters rollingDay,
    SpendCounters month,
    SpendCounters projected) {
  private static final double DAY_SECONDS = Duration.ofDays(1).toSeconds();

  /**
   * Reckons.
   *
   * @param today counters of the day that {@code now} is in
   */
  public static Spending of(Budget budget, DayTotals today, Accounts accounts, Instant now) {
    return new Spending(
        budget.share(),
        counters(today),
        accounts.rollingDay(),
        accounts.month(),
        projected(accounts, now));
  }

  private static SpendCounters counters(DayTotals day) {
    double reserved = day.get(DayTotals.JUDGE_RESERVED_USD) - day.get(DayTotals.JUDGE_RELEASED_USD);
    return new SpendCounters(
        day.get(DayTotals.INFERENCE_USD), day.get(DayTotals.JUDGE_USD), Math.max(0, reserved));
  }

  private static SpendCounters projected(Accounts accounts, Instant now) {
    LocalDate next = LocalDate.ofInstant(now, ZoneOffset.UTC).withDayOfMonth(1).plusMonths(1);
    Instant end = next.atStartOfDay(ZoneOffset.UTC).toInstant();
    double days = Duration.between(now, end).toSeconds() / DAY_SECONDS;
    SpendCounters day = accounts.rollingDay();
    SpendCounters month = accounts.month();
    return new SpendCounters(
        month.inferenceUsd() + days * day.inferenceUsd(),
        month.settledUsd() + month.reservedUsd() + days * (day.settledUsd() + day.reservedUsd()),
        0);
  }

  /** What may be spent of a stretch's inference. */
  public double cap(SpendCounters counters) {
    return share * counters.inferenceUsd();
  }
}
