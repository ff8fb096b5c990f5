package dev.assay.core.feedback;

/**
 * How good, from 0 to 1. There is no score for "we do not know": see {@link Verdict}.
 *
 * @param value 0..1
 */
public record Score(double value) implements Comparable<Score> {
  public static final Score ZERO = new Score(0);
  public static final Score HALF = new Score(0.5);
  public static final Score ONE = new Score(1);

  public Score {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("a score is between 0 and 1, not " + value);
    }
  }

  @Override
  public int compareTo(Score other) {
    return Double.compare(value, other.value);
  }
}
