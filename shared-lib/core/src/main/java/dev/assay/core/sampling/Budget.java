package dev.assay.core.sampling;

/**
 * What judging may cost, as a share of what the agents' own inference costs on the same day.
 *
 * @param share of inference, 0..1; the mission says less than 0.05
 * @param assumedCostUsd what a trace is taken to have cost where the agent reports nothing
 */
public record Budget(double share, double assumedCostUsd) {
  public static final Budget DEFAULT = new Budget(0.05, 0.01);

  public Budget {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("budget.share: expected 0 to 1, got " + share);
    }
    if (!(assumedCostUsd >= 0)) {
      throw new IllegalArgumentException(
          "budget.assumed_cost_usd: expected 0 or more, got " + assumedCostUsd);
    }
  }

  /** Whether {@code nextUsd} more may be spent after {@code spentUsd} of judging. */
  public boolean allows(double inferenceUsd, double spentUsd, double nextUsd) {
    return nextUsd <= 0 || spentUsd + nextUsd <= share * inferenceUsd;
  }
}
