package dev.assay.core.sampling;

import java.util.Map;
import java.util.TreeMap;

/**
 * What is added to a project's counters of one UTC day. Counters only grow and are only ever added
 * in the same transaction as the batch they count.
 *
 * @param counts by name: {@code traces}, {@code tier.escalated}, {@code judged.escalated}, …
 */
public record DayTotals(Map<String, Double> counts) {
  public static final String TRACES = "traces";
  public static final String INFERENCE_USD = "inference_usd";
  public static final String JUDGE_USD = "judge_usd";
  public static final String JUDGE_INPUT_TOKENS = "judge_input_tokens";
  public static final String JUDGE_OUTPUT_TOKENS = "judge_output_tokens";
  public static final String JUDGED = "judged";
  public static final String JUDGE_FAILED = "judge_failed";
  public static final String OVER_BUDGET = "over_budget";

  /**
   * Looked at by the judge and left without a score: there was nothing to hold against anything.
   */
  public static final String UNSCORED = "unscored";

  public static final String MAYBE_REPEATED = "maybe_repeated_calls";
  public static final String ALERTED = "alerted";
  public static final String FLAGGED = "flagged";
  public static final String WISHED = "wished";

  public DayTotals {
    counts = Map.copyOf(counts);
  }

  /** Sampled traces whose decision stands, whatever it was. */
  public double decided() {
    return get(JUDGED) + get(UNSCORED) + get(JUDGE_FAILED) + get(OVER_BUDGET);
  }

  /** What the counter stands at; 0 when nobody counted. */
  public double get(String name) {
    return counts.getOrDefault(name, 0.0);
  }

  /** Collects counts. Not for several threads. */
  public static final class Builder {
    private final Map<String, Double> counts = new TreeMap<>();

    public Builder add(String name, double amount) {
      if (amount != 0) {
        counts.merge(name, amount, Double::sum);
      }
      return this;
    }

    public DayTotals build() {
      return new DayTotals(counts);
    }
  }
}
