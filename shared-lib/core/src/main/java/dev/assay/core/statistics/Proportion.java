package dev.assay.core.statistics;

/**
 * Intervals of a share. Wilson 1927 with an effective sample size is the default everywhere (method
 * book §1.1, §3); Jeffreys and Clopper–Pearson for small counts (§3).
 */
public final class Proportion {
  private Proportion() {}

  /**
   * Wilson's score interval.
   *
   * @param share 0..1
   * @param n the size of the sample it comes from, possibly effective; more than 0
   * @param z critical value
   */
  public static Interval wilson(double share, double n, double z) {
    double square = z * z;
    double half = z * Math.sqrt(share * (1 - share) / n + square / (4 * n * n));
    double scale = 1 + square / n;
    double middle = share + square / (2 * n);
    return new Interval((middle - half) / scale, (middle + half) / scale).within(0, 1);
  }

  /** Equal tails of Beta(x + ½, n − x + ½), with 0 and 1 reached where nothing or all passed. */
  public static Interval jeffreys(double x, double n, double confidence) {
    double tail = (1 - confidence) / 2;
    return new Interval(
        x == 0 ? 0 : Distributions.betaQuantile(tail, x + 0.5, n - x + 0.5),
        x == n ? 1 : Distributions.betaQuantile(1 - tail, x + 0.5, n - x + 0.5));
  }

  /** The exact interval, never shorter than promised. */
  public static Interval clopperPearson(double x, double n, double confidence) {
    double tail = (1 - confidence) / 2;
    return new Interval(
        x == 0 ? 0 : Distributions.betaQuantile(tail, x, n - x + 1),
        x == n ? 1 : Distributions.betaQuantile(1 - tail, x + 1, n - x));
  }
}
