package dev.assay.core.statistics;

import dev.assay.core.statistics.Quantity.Reason;

/**
 * How far judge and people agree beyond chance (method book §6.1). Cohen's κ collapses at pass
 * rates above .9, so Gwet's AC1 is shown beside it.
 *
 * @param value at most 1; 0 is chance
 * @param standardError 0 or more
 * @param interval Student's t on the effective size, clipped to −1..1; undefined with one rating
 */
public record Agreement(double value, double standardError, Quantity<Interval> interval) {
  /** How much a disagreement counts by the distance of the two categories. */
  public enum Weighting {
    /** All alike. */
    UNWEIGHTED,
    /** By the distance. */
    LINEAR,
    /** By the distance squared. */
    QUADRATIC;

    /** How much agreement a pair of categories shows, 0..1. */
    double agreement(int i, int j, int categories) {
      double distance = Math.abs(i - j) / (categories - 1.0);
      return switch (this) {
        case UNWEIGHTED -> i == j ? 1 : 0;
        case LINEAR -> 1 - distance;
        case QUADRATIC -> 1 - distance * distance;
      };
    }
  }

  /**
   * Cohen's κ = 1 − Σw·p_ij / Σw·p_i.p_.j (Cohen 1960, 1968) with the standard error of Fleiss,
   * Cohen and Everitt 1969; undefined when both used one category only.
   */
  public static Quantity<Agreement> kappa(Confusion table, Weighting kind, double confidence) {
    if (table.total() <= 0) {
      return Quantity.undefined(Reason.NO_DATA);
    }
    int q = table.categories();
    double observed = 0;
    double expected = 0;
    for (int i = 0; i < q; i++) {
      for (int j = 0; j < q; j++) {
        double weight = kind.agreement(i, j, q);
        observed += weight * table.share(i, j);
        expected += weight * table.rowShare(i) * table.columnShare(j);
      }
    }
    double room = 1 - expected;
    if (room < 1e-12) {
      return Quantity.undefined(Reason.ONE_CATEGORY);
    }
    double kappa = 1 - (1 - observed) / room;
    double[] rowMeans = new double[q];
    double[] columnMeans = new double[q];
    for (int i = 0; i < q; i++) {
      for (int j = 0; j < q; j++) {
        rowMeans[i] += table.columnShare(j) * kind.agreement(i, j, q);
        columnMeans[i] += table.rowShare(j) * kind.agreement(j, i, q);
      }
    }
    double sum = 0;
    for (int i = 0; i < q; i++) {
      for (int j = 0; j < q; j++) {
        double part = kind.agreement(i, j, q) - (rowMeans[i] + columnMeans[j]) * (1 - kappa);
        sum += table.share(i, j) * part * part;
      }
    }
    double chance = kappa - expected * (1 - kappa);
    double n = table.effectiveSize();
    double variance = Math.max(0, sum - chance * chance) / (n * room * room);
    return Quantity.of(of(kappa, Math.sqrt(variance), n, confidence));
  }

  /**
   * Gwet's AC1 = (p_o − p_e)/(1 − p_e), p_e = Σπ_k(1 − π_k)/(q − 1), with the variance of Gwet 2008
   * over the rated traces, weighted.
   */
  public static Quantity<Agreement> ac1(Confusion table, double confidence) {
    if (table.total() <= 0) {
      return Quantity.undefined(Reason.NO_DATA);
    }
    int q = table.categories();
    double[] prevalence = new double[q];
    double observed = 0;
    double expected = 0;
    for (int k = 0; k < q; k++) {
      prevalence[k] = (table.rowShare(k) + table.columnShare(k)) / 2;
      expected += prevalence[k] * (1 - prevalence[k]) / (q - 1);
      observed += table.share(k, k);
    }
    double room = 1 - expected;
    double value = (observed - expected) / room;
    double sum = 0;
    for (int i = 0; i < q; i++) {
      for (int j = 0; j < q; j++) {
        double own = (1 - (prevalence[i] + prevalence[j]) / 2) / (q - 1);
        double influence =
            ((i == j ? 1 : 0) - expected) / room
                - 2 * (1 - value) * (own - expected) / room
                - value;
        sum += table.squared(i, j) * influence * influence;
      }
    }
    double n = table.effectiveSize();
    double bessel = n > 1 ? n / (n - 1) : 1;
    double variance = bessel * sum / (table.total() * table.total());
    return Quantity.of(of(value, Math.sqrt(variance), n, confidence));
  }

  private static Agreement of(double value, double error, double n, double confidence) {
    Quantity<Interval> interval =
        n > 1
            ? Quantity.of(
                Interval.around(value, error * Distributions.t(confidence, n - 1)).within(-1, 1))
            : Quantity.undefined(Reason.ONE_UNIT);
    return new Agreement(value, error, interval);
  }
}
