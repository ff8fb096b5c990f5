package dev.assay.core.statistics;

import dev.assay.core.statistics.Quantity.Reason;
import java.util.List;

/**
 * The mean of paired differences with the interval "PR-t" of the method book §2.2: Student's t over
 * the differences and two pseudo-rows at the largest loss and gain, without which small or
 * saturated samples look surer than they are.
 *
 * @param count pairs
 * @param mean of the differences alone, −1..1
 */
public record PairedDifference(int count, double mean, Interval interval) {
  /**
   * Computes it.
   *
   * @param differences second minus first, −1..1 each
   */
  public static Quantity<PairedDifference> of(List<Double> differences, double confidence) {
    int n = differences.size();
    if (n < 2) {
      return Quantity.undefined(n == 1 ? Reason.ONE_UNIT : Reason.NO_DATA);
    }
    double sum = 0;
    double squares = 0;
    double largest = 0;
    for (double one : differences) {
      sum += one;
      squares += one * one;
      largest = Math.max(largest, Math.abs(one));
    }
    double pseudo = largest == 0 ? 1 : largest;
    int rows = n + 2;
    double middle = sum / rows;
    double variance = (squares + 2 * pseudo * pseudo - rows * middle * middle) / (rows - 1);
    double half = Distributions.t(confidence, rows - 1.0) * Math.sqrt(variance / rows);
    return Quantity.of(
        new PairedDifference(n, sum / n, Interval.around(middle, half).within(-1, 1)));
  }
}
