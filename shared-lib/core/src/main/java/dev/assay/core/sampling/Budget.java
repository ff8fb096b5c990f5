package dev.assay.core.sampling;

import java.time.Duration;

/**
 * What judging may cost, as a share of what the agents' own inference costs over the rolling day
 * and over the calendar month.
 *
 * @param share of inference, 0..1; the mission says less than 0.05
 * @param assumedCostUsd what a trace is taken to have cost where nobody knows
 * @param window how long wished traces wait for the draw of those that are judged; 10 s to 15 min,
 *     because a queue delays no message for longer
 */
public record Budget(double share, double assumedCostUsd, Duration window) {
  private static final Duration SHORTEST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /** 5 % by windows of five minutes. After the bounds above, which it is held to. */
  public static final Budget DEFAULT = new Budget(0.05, 0.01, Duration.ofMinutes(5));

  public Budget {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("budget.share: expected 0 to 1, got " + share);
    }
    if (!(assumedCostUsd >= 0)) {
      throw new IllegalArgumentException(
          "budget.assumed_cost_usd: expected 0 or more, got " + assumedCostUsd);
    }
    if (window.compareTo(SHORTEST) < 0 || window.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "budget.window_seconds: expected 10 to 900, got " + window.toSeconds());
    }
  }
}
