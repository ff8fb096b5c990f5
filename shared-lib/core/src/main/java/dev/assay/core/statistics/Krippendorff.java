package dev.assay.core.statistics;

import dev.assay.core.statistics.Quantity.Reason;
import java.util.List;

/**
 * Krippendorff's α, for any number of raters, ratings that are missing and values of any scale
 * (method book §6.1; Krippendorff 2011, whose worked example is a test).
 */
public final class Krippendorff {
  private Krippendorff() {}

  /** What the difference of two values means. */
  public enum Scale {
    NOMINAL,
    ORDINAL,
    INTERVAL,
    RATIO
  }

  /**
   * 1 − D_o/D_e over the matrix of coincidences.
   *
   * @param units what was rated: of each, the values it got, without those missing
   */
  public static Quantity<Double> alpha(List<List<Double>> units, Scale scale) {
    List<List<Double>> paired = units.stream().filter(unit -> unit.size() > 1).toList();
    if (paired.isEmpty()) {
      return Quantity.undefined(Reason.NO_PAIRS);
    }
    List<Double> values = paired.stream().flatMap(List::stream).distinct().sorted().toList();
    double[][] coincidences = coincidences(paired, values);
    int q = values.size();
    double[] margins = new double[q];
    double n = 0;
    for (int c = 0; c < q; c++) {
      for (int k = 0; k < q; k++) {
        margins[c] += coincidences[c][k];
      }
      n += margins[c];
    }
    double observed = 0;
    double expected = 0;
    for (int c = 0; c < q; c++) {
      for (int k = 0; k < q; k++) {
        double distance = distance(scale, values, margins, c, k);
        observed += coincidences[c][k] * distance;
        expected += margins[c] * margins[k] * distance;
      }
    }
    return expected > 0
        ? Quantity.of(1 - (n - 1) * observed / expected)
        : Quantity.undefined(Reason.ONE_CATEGORY);
  }

  private static double[][] coincidences(List<List<Double>> units, List<Double> values) {
    double[][] coincidences = new double[values.size()][values.size()];
    for (List<Double> unit : units) {
      for (int a = 0; a < unit.size(); a++) {
        for (int b = 0; b < unit.size(); b++) {
          if (a != b) {
            coincidences[values.indexOf(unit.get(a))][values.indexOf(unit.get(b))] +=
                1.0 / (unit.size() - 1);
          }
        }
      }
    }
    return coincidences;
  }

  private static double distance(Scale scale, List<Double> values, double[] margins, int c, int k) {
    double one = values.get(c);
    double other = values.get(k);
    double difference =
        switch (scale) {
          case NOMINAL -> c == k ? 0 : 1;
          case ORDINAL -> ranksBetween(margins, Math.min(c, k), Math.max(c, k));
          case INTERVAL -> one - other;
          case RATIO -> one + other == 0 ? 0 : (one - other) / (one + other);
        };
    return difference * difference;
  }

  private static double ranksBetween(double[] margins, int low, int high) {
    double sum = -(margins[low] + margins[high]) / 2;
    for (int g = low; g <= high; g++) {
      sum += margins[g];
    }
    return sum;
  }
}
