package dev.assay.bench.judge;

import dev.assay.core.statistics.Bootstrap;
import dev.assay.core.statistics.Interval;
import dev.assay.core.statistics.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How well scores tell right from wrong: the area under the ROC curve, which is the chance that a
 * right one scores above a wrong one, and balanced accuracy at a bound. 0.5 is no knowledge of
 * either. Intervals by drawing whole conversations again, since what comes of one conversation is
 * alike.
 */
final class Discrimination {
  /** Below it a person is asked to look. */
  static final double BOUND = 0.5;

  private static final long SEED = 20_261_123;

  private Discrimination() {}

  /** What was scored of one conversation. */
  record Unit(List<Double> right, List<Double> wrong) {
    Unit {
      right = List.copyOf(right);
      wrong = List.copyOf(wrong);
    }
  }

  /** A figure with its 95 % interval. */
  record Measured(double value, Interval interval) {}

  /** The area under the curve; ties count half. */
  static Quantity<Measured> auroc(List<Unit> units) {
    return measured(units, Discrimination::area);
  }

  /** The mean of the shares of right ones that pass a bound and of wrong ones that do not. */
  static Quantity<Measured> balancedAccuracy(List<Unit> units, double bound) {
    return measured(
        units,
        sample -> (share(all(sample, true), bound) + 1 - share(all(sample, false), bound)) / 2);
  }

  private static Quantity<Measured> measured(
      List<Unit> units, ToDoubleFunction<List<Unit>> figure) {
    double value = figure.applyAsDouble(units);
    return Double.isNaN(value)
        ? Quantity.undefined(Quantity.Reason.NO_DATA)
        : Bootstrap.interval(units, figure, SEED, 0.95)
            .map(interval -> new Measured(value, interval));
  }

  /** Mann and Whitney by ranks. */
  private static double area(List<Unit> units) {
    double[] right = all(units, true);
    double[] wrong = all(units, false);
    Arrays.sort(wrong);
    double wins = 0;
    for (double score : right) {
      wins += (below(wrong, score, false) + below(wrong, score, true)) / 2.0;
    }
    return wins / ((double) right.length * wrong.length);
  }

  /** How many are below, or at most, the score. */
  private static int below(double[] sorted, double score, boolean atMost) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      boolean left = atMost ? sorted[middle] <= score : sorted[middle] < score;
      low = left ? middle + 1 : low;
      high = left ? high : middle;
    }
    return low;
  }

  private static double share(double[] scores, double bound) {
    return Arrays.stream(scores).filter(score -> score >= bound).count() / (double) scores.length;
  }

  private static double[] all(List<Unit> units, boolean right) {
    List<Double> all = new ArrayList<>();
    units.forEach(unit -> all.addAll(right ? unit.right() : unit.wrong()));
    return all.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
