package dev.assay.core.statistics;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds influences up within their session and squares them between: the linearised variance of
 * clustered samples. For one thread.
 */
final class SessionSums {
  private final Map<String, double[]> sums = new HashMap<>();
  private double alone;
  private int units;

  void add(double influence, @Nullable String session) {
    if (session == null) {
      alone += influence * influence;
      units++;
    } else {
      double[] sum = sums.get(session);
      if (sum == null) {
        sum = new double[1];
        sums.put(session, sum);
        units++;
      }
      sum[0] += influence;
    }
  }

  /** Independent units seen. */
  int units() {
    return units;
  }

  /** Σ over units of the squared sum. */
  double squares() {
    double squares = alone;
    for (double[] sum : sums.values()) {
      squares += sum[0] * sum[0];
    }
    return squares;
  }
}
