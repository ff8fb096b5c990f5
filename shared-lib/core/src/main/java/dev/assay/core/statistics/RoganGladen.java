package dev.assay.core.statistics;

import dev.assay.core.statistics.Quantity.Reason;

/**
 * A pass rate corrected by the judge's sensitivity and specificity, for when these were measured on
 * another population; else {@link PredictionPowered} errs less (method book §6.3). Rogan and Gladen
 * 1978, interval of Lang and Reiczigel 2014.
 *
 * @param point (p + sp − 1)/(se + sp − 1), not clipped
 * @param center of the adjusted counts
 * @param interval clipped to 0..1
 */
public record RoganGladen(double point, double center, Interval interval) {
  /**
   * What was counted.
   *
   * @param passed judged to pass, of {@code judged}
   * @param truePassed of {@code truePass} known passes, those judged so
   * @param trueFailed of {@code trueFail} known failures, those judged so
   */
  public record Counts(
      double passed,
      double judged,
      double truePassed,
      double truePass,
      double trueFailed,
      double trueFail) {}

  /** Undefined where the judge tells nothing: se + sp ≤ 1. */
  public static Quantity<RoganGladen> of(Counts counts, double confidence) {
    if (!(counts.judged() > 0 && counts.truePass() > 0 && counts.trueFail() > 0)) {
      return Quantity.undefined(Reason.NO_DATA);
    }
    double p = counts.passed() / counts.judged();
    double se = counts.truePassed() / counts.truePass();
    double sp = counts.trueFailed() / counts.trueFail();
    double youden = se + sp - 1;
    double n = counts.judged();
    double z = Distributions.z(confidence);
    double p1 = (n * p + z * z / 2) / (n + z * z);
    double se1 = (counts.truePassed() + 1) / (counts.truePass() + 2);
    double sp1 = (counts.trueFailed() + 1) / (counts.trueFail() + 2);
    double youden1 = se1 + sp1 - 1;
    if (!(youden > 0 && youden1 > 0)) {
      return Quantity.undefined(Reason.NO_BETTER_THAN_CHANCE);
    }
    double theta = (p1 + sp1 - 1) / youden1;
    double ofSe = se1 * (1 - se1) / (counts.truePass() + 2);
    double ofSp = sp1 * (1 - sp1) / (counts.trueFail() + 2);
    double shift = 2 * z * z * (theta * ofSe - (1 - theta) * ofSp);
    double error =
        Math.sqrt(
                p1 * (1 - p1) / (n + z * z)
                    + theta * theta * ofSe
                    + (1 - theta) * (1 - theta) * ofSp)
            / youden1;
    return Quantity.of(
        new RoganGladen(
            (p + sp - 1) / youden,
            theta + shift,
            Interval.around(theta + shift, z * error).within(0, 1)));
  }
}
