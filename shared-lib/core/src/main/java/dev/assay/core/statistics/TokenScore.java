package dev.assay.core.statistics;

import dev.assay.core.statistics.Quantity.Reason;

/**
 * The mean over a judge's distribution of score tokens, which errs less than its likeliest token
 * (method book §6.5; G-Eval, arXiv:2303.16634).
 *
 * @param mean Σ p·s over the score tokens, made to sum to 1
 * @param variance of that distribution
 * @param mass probability that the score tokens held before
 */
public record TokenScore(double mean, double variance, double mass) {
  /** With less mass than this on scores, the mean says little (§6.5). */
  public static final double LEAST_MASS = 0.8;

  /**
   * Computes it.
   *
   * @param logProbabilities natural logarithms, one for each value
   */
  public static Quantity<TokenScore> of(double[] logProbabilities, double[] values) {
    if (logProbabilities.length != values.length) {
      throw new IllegalArgumentException("expected one log-probability for each value");
    }
    double mass = 0;
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      mass += Math.exp(logProbabilities[i]);
      sum += Math.exp(logProbabilities[i]) * values[i];
    }
    if (!(mass > 0)) {
      return Quantity.undefined(Reason.NO_DATA);
    }
    double mean = sum / mass;
    double variance = 0;
    for (int i = 0; i < values.length; i++) {
      variance += Math.exp(logProbabilities[i]) / mass * Math.pow(values[i] - mean, 2);
    }
    return Quantity.of(new TokenScore(mean, variance, mass));
  }

  /** The mean to be used; undefined where too little mass was on scores. */
  public Quantity<Double> score() {
    return mass < LEAST_MASS ? Quantity.undefined(Reason.TOO_LITTLE_MASS) : Quantity.of(mean);
  }

  /**
   * Reliability of the mean of k repeats by Spearman and Brown: kr / (1 + (k − 1)r).
   *
   * @param single reliability of one, above −1/(k − 1) and at most 1
   */
  public static double reliability(double single, double repeats) {
    return repeats * single / (1 + (repeats - 1) * single);
  }
}
