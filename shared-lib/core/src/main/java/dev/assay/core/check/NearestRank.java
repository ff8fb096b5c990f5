package dev.assay.core.check;

import java.util.Arrays;

/** Percentiles of a few measurements: the smallest value that has so many at or below it. */
public final class NearestRank {
  private NearestRank() {}

  /**
   * The percentile by nearest rank; always one of the values.
   *
   * @param values at least one, in any order; left as they are
   * @param percent above 0, up to 100
   */
  public static long percentile(long[] values, int percent) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    int rank = Math.ceilDiv(sorted.length * percent, 100);
    return sorted[Math.max(rank, 1) - 1];
  }
}
