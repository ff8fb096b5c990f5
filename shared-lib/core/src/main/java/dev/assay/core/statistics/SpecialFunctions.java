package dev.assay.core.statistics;

/**
 * The special functions under {@link Distributions}, to about 1e-13 relative: Stirling's series for
 * the logarithm of Γ, continued fractions (Lentz) and power series for the incomplete ratios
 * (Abramowitz and Stegun 6.1.40, 6.5.29, 26.5.8).
 */
final class SpecialFunctions {
  private static final double TINY = 1e-300;
  private static final double PRECISION = 1e-16;
  private static final int MOST_TERMS = 100_000;
  private static final double HALF_LOG_TWO_PI = 0.9189385332046728;

  /** Below this Stirling's series is applied to a larger argument. */
  private static final double STIRLING_FROM = 15;

  private static final double[] STIRLING = {
    1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156
  };

  private SpecialFunctions() {}

  /** ln Γ(x) for x &gt; 0. */
  static double logGamma(double x) {
    double shift = 0;
    double at = x;
    while (at < STIRLING_FROM) {
      shift += Math.log(at);
      at++;
    }
    double sum = 0;
    double power = 1 / at;
    for (double coefficient : STIRLING) {
      sum += coefficient * power;
      power /= at * at;
    }
    return (at - 0.5) * Math.log(at) - at + HALF_LOG_TWO_PI + sum - shift;
  }

  static double logBeta(double a, double b) {
    return logGamma(a) + logGamma(b) - logGamma(a + b);
  }

  /** I_x(a, b): the distribution function of Beta(a, b). */
  static double regularisedBeta(double x, double a, double b) {
    if (x <= 0) {
      return 0;
    }
    if (x >= 1) {
      return 1;
    }
    double front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b));
    return x < (a + 1) / (a + b + 2)
        ? front * betaFraction(x, a, b) / a
        : 1 - front * betaFraction(1 - x, b, a) / b;
  }

  private static double betaFraction(double x, double a, double b) {
    double c = 1;
    double d = 1 / notZero(1 - (a + b) * x / (a + 1));
    double fraction = d;
    for (int m = 1; m < MOST_TERMS; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / notZero(1 + even * d);
      c = notZero(1 + even / c);
      fraction *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / notZero(1 + odd * d);
      c = notZero(1 + odd / c);
      fraction *= d * c;
      if (Math.abs(d * c - 1) < PRECISION) {
        break;
      }
    }
    return fraction;
  }

  /** Q(a, x): the upper tail of Gamma(a, 1), for a &gt; 0. */
  static double upperGamma(double a, double x) {
    if (x <= 0) {
      return 1;
    }
    double front = Math.exp(a * Math.log(x) - x - logGamma(a));
    return x < a + 1 ? 1 - front * gammaSeries(a, x) : front * gammaFraction(a, x);
  }

  private static double gammaSeries(double a, double x) {
    double term = 1 / a;
    double sum = term;
    for (int n = 1; n < MOST_TERMS && term > sum * PRECISION; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return sum;
  }

  private static double gammaFraction(double a, double x) {
    double b = x + 1 - a;
    double c = 1 / TINY;
    double d = 1 / notZero(b);
    double fraction = d;
    for (int i = 1; i < MOST_TERMS; i++) {
      double an = -i * (i - a);
      b += 2;
      d = 1 / notZero(an * d + b);
      c = notZero(b + an / c);
      fraction *= d * c;
      if (Math.abs(d * c - 1) < PRECISION) {
        break;
      }
    }
    return fraction;
  }

  private static double notZero(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }
}
