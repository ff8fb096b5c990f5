package dev.assay.core.judge;

import dev.assay.core.statistics.Bootstrap;
import dev.assay.core.statistics.Calibration;
import dev.assay.core.statistics.Calibration.Labelled;
import dev.assay.core.statistics.Confusion.Rate;
import dev.assay.core.statistics.Distributions;
import dev.assay.core.statistics.Observation;
import dev.assay.core.statistics.Proportion;
import dev.assay.core.statistics.Quantity;
import dev.assay.core.statistics.WeightedMean;
import java.util.List;

/**
 * What the judge's scores are worth as probabilities that people pass the trace (method book §6.2),
 * unweighted.
 *
 * @param bins of equal mass, lowest scores first, with 8 labels or more each where there are so
 *     many
 * @param error the expected calibration error, 0..1; too high by nature where labels are few
 * @param brier the mean squared error
 */
public record Reliability(List<Row> bins, Quantity<Rate> error, Quantity<Rate> brier) {
  private static final int LEAST_IN_BIN = 8;
  private static final int MOST_BINS = 10;
  private static final long SEED = 4;

  public Reliability {
    bins = List.copyOf(bins);
  }

  /**
   * One row of the table.
   *
   * @param score what the judge said, on average
   * @param passed the share that people passed
   */
  public record Row(double score, Rate passed) {}

  static Reliability of(List<Labelled> labels, double confidence) {
    double z = Distributions.z(confidence);
    List<Row> rows =
        bins(labels).stream()
            .map(bin ->
                new Row(
                    bin.meanProbability(),
                    new Rate(
                        bin.passRate(),
                        bin.count(),
                        Proportion.wilson(bin.passRate(), bin.count(), z))))
            .toList();
    Quantity<Rate> error =
        Bootstrap.interval(labels, sample -> Calibration.error(bins(sample)), SEED, confidence)
            .map(interval -> new Rate(Calibration.error(bins(labels)), labels.size(), interval));
    return new Reliability(rows, error, brier(labels, confidence));
  }

  private static List<Calibration.Bin> bins(List<Labelled> labels) {
    int bins = Math.clamp(labels.size() / LEAST_IN_BIN, 1, MOST_BINS);
    return Calibration.binsOfMass(labels, bins);
  }

  private static Quantity<Rate> brier(List<Labelled> labels, double confidence) {
    List<Observation> errors =
        labels.stream()
            .map(one -> {
              double miss = one.probability() - (one.passed() ? 1 : 0);
              return new Observation(miss * miss, 1, null);
            })
            .toList();
    return switch (WeightedMean.of(errors, confidence)) {
      case Quantity.Known<WeightedMean>(WeightedMean mean) ->
          mean.sample().map(sample -> new Rate(mean.mean(), sample.adjusted(), sample.interval()));
      case Quantity.Undefined<WeightedMean>(Quantity.Reason reason) -> Quantity.undefined(reason);
    };
  }
}
