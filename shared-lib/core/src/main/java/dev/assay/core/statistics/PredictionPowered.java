package dev.assay.core.statistics;

import dev.assay.core.statistics.Quantity.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The judge's score corrected by people: two-phase prediction-powered inference (method book §6.3;
 * Angelopoulos et al. 2023, PPI++ arXiv:2311.01453, Zrnic and Candès arXiv:2403.03208).
 *
 * @param theta the corrected mean
 * @param judgePart weighted mean of the judge's scores alone
 * @param lambda how much the judge is trusted, 0..1; 1 is classical
 * @param standardError of {@code theta}, sessions summed
 * @param df labels − 1
 * @param interval Student's t, not clipped to 0..1
 */
public record PredictionPowered(
    double theta,
    double judgePart,
    double lambda,
    double standardError,
    int df,
    Interval interval) {
  /** Below so many labels λ stays 1: tuning it covers too little (§6.3, S9). */
  public static final int TUNED_FROM = 200;

  /** Below so many labels the judge's mean is to be shown as uncorrected (§6.3). */
  public static final int CORRECTED_FROM = 20;

  /**
   * A judged trace.
   *
   * @param judge the judge's score, 0..1
   * @param label the person's score, 0..1; null where it was not chosen for review
   * @param probability π with which it was judged
   * @param reviewProbability q with which it was then chosen for review, recorded for all
   * @param session what it shares its luck with; null when it stands alone
   */
  public record Judged(
      double judge,
      @Nullable Double label,
      double probability,
      double reviewProbability,
      @Nullable String session) {
    public Judged {
      if (!(probability > 0 && probability <= 1)) {
        throw new IllegalArgumentException("probability: expected above 0 to 1: " + probability);
      }
      if (label != null && !(reviewProbability > 0 && reviewProbability <= 1)) {
        throw new IllegalArgumentException(
            "reviewProbability: expected above 0 to 1, got " + reviewProbability);
      }
    }

    double judgedWeight() {
      return 1 / probability;
    }

    double reviewedWeight() {
      return label == null ? 0 : 1 / (probability * reviewProbability);
    }

    double labelOrZero() {
      return label == null ? 0 : label;
    }
  }

  /** With λ by the book's rule: 1 below 200 labels, tuned from there on. */
  public static Quantity<PredictionPowered> of(List<Judged> judged, double confidence) {
    Sums sums = new Sums(judged);
    double lambda = sums.labels < TUNED_FROM || sums.labels < 2 ? 1 : sums.tuned(judged);
    return with(judged, lambda, confidence);
  }

  /** With λ tuned to the least variance, clipped to 0..1, however few the labels are. */
  public static Quantity<PredictionPowered> tuned(List<Judged> judged, double confidence) {
    Sums sums = new Sums(judged);
    return sums.labels < 2
        ? Quantity.undefined(Reason.TOO_FEW_LABELS)
        : with(judged, sums.tuned(judged), confidence);
  }

  /** With a λ given, 0..1. */
  public static Quantity<PredictionPowered> with(
      List<Judged> judged, double lambda, double confidence) {
    Sums sums = new Sums(judged);
    if (sums.labels < 2) {
      return Quantity.undefined(Reason.TOO_FEW_LABELS);
    }
    double a = lambda * sums.judgeMean();
    double b = sums.labelMean() - lambda * sums.reviewedJudgeMean();
    SessionSums sessions = new SessionSums();
    for (Judged one : judged) {
      double first = one.judgedWeight() * (lambda * one.judge() - a) / sums.n1;
      double error = one.labelOrZero() - lambda * one.judge() - b;
      sessions.add(first + one.reviewedWeight() * error / sums.n2, one.session());
    }
    int df = sums.labels - 1;
    double standardError = Math.sqrt(sessions.squares() * sums.labels / df);
    double theta = a + b;
    Interval interval = Interval.around(theta, Distributions.t(confidence, df) * standardError);
    return Quantity.of(
        new PredictionPowered(theta, sums.judgeMean(), lambda, standardError, df, interval));
  }

  public int labels() {
    return df + 1;
  }

  /** What people's labels changed of the judge's mean. */
  public double correction() {
    return theta - judgePart;
  }

  /** Whether there are too few labels to call the mean corrected. */
  public boolean uncorrected() {
    return labels() < CORRECTED_FROM;
  }

  /**
   * The difference to another, independent estimate: canary to stable, today to baseline. Student's
   * t with the fewer degrees of freedom.
   */
  public Interval minus(PredictionPowered other, double confidence) {
    double error = Math.hypot(standardError, other.standardError);
    double t = Distributions.t(confidence, Math.min(df, other.df));
    return Interval.around(theta - other.theta, t * error);
  }

  /** Weighted sums of both phases. */
  private static final class Sums {
    private double n1;
    private double n2;
    private double judge1;
    private double judge2;
    private double label2;
    private int labels;

    Sums(List<Judged> judged) {
      for (Judged one : judged) {
        n1 += one.judgedWeight();
        n2 += one.reviewedWeight();
        judge1 += one.judgedWeight() * one.judge();
        judge2 += one.reviewedWeight() * one.judge();
        label2 += one.reviewedWeight() * one.labelOrZero();
        labels += one.label() == null ? 0 : 1;
      }
    }

    double judgeMean() {
      return judge1 / n1;
    }

    double reviewedJudgeMean() {
      return judge2 / n2;
    }

    double labelMean() {
      return label2 / n2;
    }

    /** λ = clip(ΣAB/ΣB², 0, 1). */
    double tuned(List<Judged> judged) {
      double products = 0;
      double squares = 0;
      for (Judged one : judged) {
        double a = one.reviewedWeight() * (one.labelOrZero() - labelMean()) / n2;
        double b =
            one.reviewedWeight() * (one.judge() - reviewedJudgeMean()) / n2
                - one.judgedWeight() * (one.judge() - judgeMean()) / n1;
        products += a * b;
        squares += b * b;
      }
      return squares > 0 ? Math.min(1, Math.max(0, products / squares)) : 1;
    }
  }
}
