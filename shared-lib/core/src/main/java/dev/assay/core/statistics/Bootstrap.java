package dev.assay.core.statistics;

import dev.assay.core.statistics.Quantity.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Intervals by drawing the sample again (Efron 1979), for figures that have no formula. */
public final class Bootstrap {
  private static final int DRAWS = 2_000;

  private Bootstrap() {}

  /**
   * The percentile interval of 2,000 draws, quantiles of type 7.
   *
   * @param units independent ones, 2 or more
   * @param figure of a sample; what is not a number in a draw is left out
   */
  public static <T> Quantity<Interval> interval(
      List<T> units, ToDoubleFunction<List<T>> figure, long seed, double confidence) {
    if (units.size() < 2) {
      return Quantity.undefined(units.isEmpty() ? Reason.NO_DATA : Reason.ONE_UNIT);
    }
    SplitMix64 random = new SplitMix64(seed);
    double[] drawn = new double[DRAWS];
    int known = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      List<T> sample = new ArrayList<>(units.size());
      for (int i = 0; i < units.size(); i++) {
        sample.add(units.get(random.index(units.size())));
      }
      double value = figure.applyAsDouble(sample);
      if (!Double.isNaN(value)) {
        drawn[known++] = value;
      }
    }
    if (known == 0) {
      return Quantity.undefined(Reason.NO_DATA);
    }
    double[] sorted = Arrays.copyOf(drawn, known);
    Arrays.sort(sorted);
    double tail = (1 - confidence) / 2;
    return Quantity.of(new Interval(quantile(sorted, tail), quantile(sorted, 1 - tail)));
  }

  private static double quantile(double[] sorted, double p) {
    double at = p * (sorted.length - 1);
    int below = (int) Math.floor(at);
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
