package dev.assay.core.statistics;

import dev.assay.core.statistics.Quantity.Reason;
import java.util.List;

/**
 * The Hájek estimate of a mean from unequal probabilities (method book §3; Hájek 1971; Särndal,
 * Swensson and Wretman 1992).
 *
 * @param count scored traces
 * @param units independent ones: sessions
 * @param estimatedTotal Σ 1/π: how many traces the sample says there were
 * @param mean Σ wy / Σ w
 * @param varianceDay of what happened, by the sampling alone: Σ (1 − π)(y − μ)²/π² / (Σw)²
 * @param varianceProcess of the quality behind it: G/(G − 1) · Σ over sessions (Σ w(y − μ))² /
 *     (Σw)²; use it for every comparison and alarm. 0 with one unit, where the interval is
 *     undefined
 * @param effectiveSize Kish's (Σw)² / Σw²
 * @param unweighted mean of the scored traces as they are: biased, to be shown beside only
 * @param sample effective sample and interval
 */
public record WeightedMean(
    int count,
    int units,
    double estimatedTotal,
    double mean,
    double varianceDay,
    double varianceProcess,
    double effectiveSize,
    double unweighted,
    Quantity<EffectiveSample> sample) {
  /** The estimate with V_proc. */
  public static Quantity<WeightedMean> of(List<Observation> scored, double confidence) {
    if (scored.isEmpty()) {
      return Quantity.undefined(Reason.NO_DATA);
    }
    double weights = 0;
    double squares = 0;
    double sum = 0;
    double plain = 0;
    for (Observation one : scored) {
      double weight = one.weight();
      weights += weight;
      squares += weight * weight;
      sum += weight * one.y();
      plain += one.y();
    }
    double mean = Math.min(1, sum / weights);
    double day = 0;
    SessionSums sessions = new SessionSums();
    for (Observation one : scored) {
      double influence = one.weight() * (one.y() - mean) / weights;
      day += (1 - one.probability()) * influence * influence;
      sessions.add(influence, one.session());
    }
    int units = sessions.units();
    double process = units < 2 ? 0 : sessions.squares() * units / (units - 1);
    double effective = weights * weights / squares;
    int n = scored.size();
    return Quantity.of(
        new WeightedMean(
            n,
            units,
            weights,
            mean,
            day,
            process,
            effective,
            plain / n,
            EffectiveSample.of(mean, process, effective, n, units, confidence)));
  }

  /** Kish's design effect: what unequal weights cost, 1 or more. */
  public double designEffect() {
    return count / effectiveSize;
  }

  /**
   * The Horvitz–Thompson mean: a diagnostic only, its error is several times larger (§3).
   *
   * @param mean Σ wy / N
   * @param variance Σ (1 − π)y²/π² / N²
   */
  public record HorvitzThompson(double mean, double variance) {
    /**
     * Computes it.
     *
     * @param population all traces, scored or not; at least as many as were scored
     */
    public static HorvitzThompson of(List<Observation> scored, long population) {
      if (population < Math.max(1, scored.size())) {
        throw new IllegalArgumentException(
            "population: expected " + scored.size() + " or more, got " + population);
      }
      double sum = 0;
      double variance = 0;
      for (Observation one : scored) {
        double value = one.weight() * one.y() / population;
        sum += value;
        variance += (1 - one.probability()) * value * value;
      }
      return new HorvitzThompson(sum, variance);
    }
  }
}
