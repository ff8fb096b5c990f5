package dev.assay.core.statistics;

/**
 * Tails and quantiles of the distributions that intervals come from. Accurate to about 1e-12
 * relative for probabilities from 1e-12 to 1 − 1e-12.
 */
public final class Distributions {
  private static final int MOST_STEPS = 200;

  private Distributions() {}

  /** P(Z ≤ z) of the standard normal. */
  public static double normalCdf(double z) {
    double tail = SpecialFunctions.upperGamma(0.5, z * z / 2) / 2;
    return z > 0 ? 1 - tail : tail;
  }

  /** The z with P(Z ≤ z) = {@code p}, 0 &lt; p &lt; 1. */
  public static double normalQuantile(double p) {
    requireInside(p);
    if (p > 0.5) {
      return -normalQuantile(1 - p);
    }
    double low = -40;
    double high = 0;
    double z = -Math.sqrt(-2 * Math.log(2 * p));
    for (int i = 0; i < MOST_STEPS; i++) {
      double excess = normalCdf(z) - p;
      if (excess > 0) {
        high = z;
      } else {
        low = z;
      }
      double next = z - excess / (Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI));
      next = next > low && next < high ? next : (low + high) / 2;
      if (Math.abs(next - z) <= 1e-15 * Math.max(1, Math.abs(z))) {
        return next;
      }
      z = next;
    }
    return z;
  }

  /** P(T ≤ t) of Student's t. */
  public static double tCdf(double t, double df) {
    double tail = SpecialFunctions.regularisedBeta(df / (df + t * t), df / 2, 0.5) / 2;
    return t > 0 ? 1 - tail : tail;
  }

  /** The t with P(T ≤ t) = {@code p}, 0 &lt; p &lt; 1, {@code df} &gt; 0. */
  public static double tQuantile(double p, double df) {
    requireInside(p);
    if (p < 0.5) {
      return -tQuantile(1 - p, df);
    }
    // Two forms of one equation: each keeps the digits where the other would lose them.
    if (p < 0.999) {
      double y = betaQuantile(2 * p - 1, 0.5, df / 2);
      return Math.sqrt(df * y / (1 - y));
    }
    double x = betaQuantile(2 * (1 - p), df / 2, 0.5);
    return Math.sqrt(df * (1 - x) / x);
  }

  /** The two-sided critical value z of the normal at {@code confidence}, 0..1. */
  public static double z(double confidence) {
    return normalQuantile(0.5 + confidence / 2);
  }

  /** The two-sided critical value of Student's t at {@code confidence}, 0..1. */
  public static double t(double confidence, double df) {
    return tQuantile(0.5 + confidence / 2, df);
  }

  /** P(X ≤ x) of Beta(a, b). */
  public static double betaCdf(double x, double a, double b) {
    return SpecialFunctions.regularisedBeta(x, a, b);
  }

  /** The x with P(X ≤ x) = {@code p} under Beta(a, b); Newton's method inside a bracket. */
  public static double betaQuantile(double p, double a, double b) {
    if (p <= 0) {
      return 0;
    }
    if (p >= 1) {
      return 1;
    }
    double low = 0;
    double high = 1;
    double x = a / (a + b);
    double logBeta = SpecialFunctions.logBeta(a, b);
    for (int i = 0; i < MOST_STEPS; i++) {
      double excess = betaCdf(x, a, b) - p;
      if (excess > 0) {
        high = x;
      } else {
        low = x;
      }
      double density = Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - logBeta);
      double next = x - excess / density;
      next = next > low && next < high ? next : (low + high) / 2;
      if (Math.abs(next - x) <= 4e-16 * x) {
        return next;
      }
      x = next;
    }
    return x;
  }

  /** P(X &gt; x) of χ² with {@code df} degrees of freedom. */
  public static double chiSquareTail(double x, double df) {
    return SpecialFunctions.upperGamma(df / 2, x / 2);
  }

  private static void requireInside(double p) {
    if (!(p > 0 && p < 1)) {
      throw new IllegalArgumentException("a probability between 0 and 1 is expected, got " + p);
    }
  }
}
