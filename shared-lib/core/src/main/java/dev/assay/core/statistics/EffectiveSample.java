package dev.assay.core.statistics;

import dev.assay.core.statistics.Quantity.Reason;

/**
 * What a weighted or clustered sample is worth, and Wilson's interval on it (method book §1.1, §3;
 * Korn and Graubard 1998).
 *
 * @param size as many independent observations would have the same variance
 * @param adjusted the same, lessened because the variance itself is estimated: × (z/t)²
 */
public record EffectiveSample(double size, double adjusted, Interval interval) {
  /**
   * Computes it.
   *
   * @param estimate of a mean on 0..1
   * @param variance of that estimate
   * @param withoutVariance the size where no variance is seen, as when everything passed
   * @param most the size is never above this
   * @param units independent units behind the variance; two at least
   */
  public static Quantity<EffectiveSample> of(
      double estimate,
      double variance,
      double withoutVariance,
      double most,
      int units,
      double confidence) {
    if (units < 2) {
      return Quantity.undefined(units == 1 ? Reason.ONE_UNIT : Reason.NO_DATA);
    }
    double spread = estimate * (1 - estimate);
    double size = Math.min(most, variance > 0 && spread > 0 ? spread / variance : withoutVariance);
    double z = Distributions.z(confidence);
    double shrink = z / Distributions.t(confidence, units - 1.0);
    double adjusted = size * shrink * shrink;
    return Quantity.of(
        new EffectiveSample(size, adjusted, Proportion.wilson(estimate, adjusted, z)));
  }
}
