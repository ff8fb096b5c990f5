package dev.assay.core.statistics;

/**
 * A closed interval.
 *
 * @param low at most {@code high}
 */
public record Interval(double low, double high) {
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("an interval's low end is not above " + high + ": " + low);
    }
  }

  /** {@code center} ± {@code half}. */
  public static Interval around(double center, double half) {
    return new Interval(center - half, center + half);
  }

  /** The part of it between two bounds. */
  public Interval within(double least, double most) {
    return new Interval(
        Math.min(most, Math.max(least, low)), Math.max(least, Math.min(most, high)));
  }

  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  public double halfWidth() {
    return (high - low) / 2;
  }
}
