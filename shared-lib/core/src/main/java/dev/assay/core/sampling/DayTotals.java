package dev.assay.core.sampling;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

  /** Upper cost of the calls that windows drew. */
  public static final String JUDGE_RESERVED_USD = "judge_reserved_usd";

  /** The part of it whose calls have been made, or will not be. */
  public static final String JUDGE_RELEASED_USD = "judge_released_usd";

  /** Traces whose inference cost nobody knows, counted at the policy's assumed cost. */
  public static final String COST_ASSUMED = "cost_assumed";

  public static final String JUDGE_INPUT_TOKENS = "judge_input_tokens";
  public static final String JUDGE_OUTPUT_TOKENS = "judge_output_tokens";
  public static final String JUDGED = "judged";

  /** Traces judged again by request; not among the judged ones. */
  public static final String REJUDGED = "rejudged";

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

  /** Nothing was counted. */
  public static final DayTotals NOTHING = new DayTotals(Map.of());

  /** Money, which is counted by hour as well: the rolling day is made of hours. */
  private static final Set<String> HOURLY =
      Set.of(INFERENCE_USD, JUDGE_USD, JUDGE_RESERVED_USD, JUDGE_RELEASED_USD);

  private static final String CELL = "cell.";
  private static final String CELL_JUDGED = ".judged";
  private static final String CELL_FAILED = ".failed";

  public DayTotals {
    counts = Map.copyOf(counts);
  }

  /** Sampled traces whose decision stands, whatever it was. */
  public double decided() {
    return get(JUDGED) + get(UNSCORED) + get(JUDGE_FAILED) + get(OVER_BUDGET);
  }

  /** What follows a counter's name where it counts one hour of the day, such as {@code .h07}. */
  public static String hour(int hour) {
    return String.format(Locale.ROOT, ".h%02d", hour);
  }

  /** The same with its money counted in the hour as well. */
  public DayTotals inHour(int hour) {
    Map<String, Double> all = new HashMap<>(counts);
    counts.forEach((name, amount) -> {
      if (HOURLY.contains(name)) {
        all.put(name + hour(hour), amount);
      }
    });
    return new DayTotals(all);
  }

  /** What judging found, by cell. */
  public Map<Cell, CellHistory.Seen> cells() {
    Map<Cell, CellHistory.Seen> cells = new HashMap<>();
    counts.forEach((name, judged) -> {
      if (name.startsWith(CELL) && name.endsWith(CELL_JUDGED)) {
        String key = name.substring(CELL.length(), name.length() - CELL_JUDGED.length());
        double failed = Math.min(judged, get(CELL + key + CELL_FAILED));
        cells.put(Cell.parse(key), new CellHistory.Seen(judged, failed));
      }
    });
    return cells;
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

    /** Counts a scored trace of a cell. */
    public Builder judged(Cell cell, boolean failed) {
      return add(CELL + cell.key() + CELL_JUDGED, 1)
          .add(CELL + cell.key() + CELL_FAILED, failed ? 1 : 0);
    }

    public DayTotals build() {
      return new DayTotals(counts);
    }
  }
}
