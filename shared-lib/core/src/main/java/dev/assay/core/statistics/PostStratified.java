package dev.assay.core.statistics;

import dev.assay.core.statistics.Quantity.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * The mean over cells whose sizes are known exactly (method book §3; Holt and Smith 1979). Inside a
 * cell the mean is Hájek's, so that windows with different rates may share one; with equal
 * probabilities all formulas are the book's.
 *
 * @param estimate Σ (N_h/N) ȳ_h
 * @param varianceDay of what happened: Σ (N_h/N)² (1 − n_h/N_h) s²_h/n_h
 * @param varianceProcess of the quality behind it: Σ (N_h/N)² s²_h/n_h + Σ (N_h/N)(ȳ_h − μ)²/N
 * @param judged scored traces
 * @param units independent ones among them: sessions
 * @param emptyCells indices of cells with traces and none scored: the pooled mean stands for them
 * @param sample effective sample and interval from {@code varianceProcess}
 */
public record PostStratified(
    double estimate,
    double varianceDay,
    double varianceProcess,
    int judged,
    int units,
    List<Integer> emptyCells,
    Quantity<EffectiveSample> sample) {
  public PostStratified {
    emptyCells = List.copyOf(emptyCells);
  }

  /**
   * Traces that are alike as far as was known before scoring.
   *
   * @param population all of them, counted
   * @param scored those with a score; never more than {@code population}
   */
  public record Cell(long population, List<Observation> scored) {
    public Cell {
      scored = List.copyOf(scored);
      if (population < scored.size()) {
        throw new IllegalArgumentException(
            "population: expected " + scored.size() + " or more, got " + population);
      }
    }

    /** A cell in which every trace was equally likely to be scored. */
    public static Cell even(long population, List<Double> scores) {
      double probability = scores.isEmpty() ? 1 : scores.size() / (double) population;
      return new Cell(
          population, scores.stream().map(y -> new Observation(y, probability, null)).toList());
    }

    private double weights() {
      double weights = 0;
      for (Observation one : scored) {
        weights += one.weight();
      }
      return weights;
    }

    private double mean(double weights) {
      double sum = 0;
      for (Observation one : scored) {
        sum += one.weight() * one.y();
      }
      return Math.min(1, sum / weights);
    }
  }

  /** The estimate with V_proc. */
  public static Quantity<PostStratified> of(List<Cell> cells, double confidence) {
    double population = 0;
    double seen = 0;
    int judged = 0;
    List<Integer> empty = new ArrayList<>();
    double[] means = new double[cells.size()];
    double sum = 0;
    for (int h = 0; h < means.length; h++) {
      Cell cell = cells.get(h);
      population += cell.population();
      judged += cell.scored().size();
      if (!cell.scored().isEmpty()) {
        means[h] = cell.mean(cell.weights());
        seen += cell.population();
        sum += cell.population() * means[h];
      } else if (cell.population() > 0) {
        empty.add(h);
      }
    }
    if (judged == 0) {
      return Quantity.undefined(Reason.NO_DATA);
    }
    double estimate = Math.min(1, sum / seen);
    for (int h : empty) {
      means[h] = estimate;
    }
    Variances variances = new Variances();
    double between = 0;
    for (int h = 0; h < means.length; h++) {
      double share = cells.get(h).population() / population;
      variances.add(cells.get(h), means[h], share);
      between += share * (means[h] - estimate) * (means[h] - estimate) / population;
    }
    double process = variances.process() + between;
    int units = variances.sessions.units();
    return Quantity.of(
        new PostStratified(
            estimate,
            variances.day,
            process,
            judged,
            units,
            empty,
            EffectiveSample.of(estimate, process, judged, judged, units, confidence)));
  }

  /** The interval about what happened, from {@code varianceDay}. */
  public Quantity<EffectiveSample> daySample(double confidence) {
    return EffectiveSample.of(
        estimate, varianceDay, judged, Double.POSITIVE_INFINITY, units, confidence);
  }

  /** Sums the cells' variances. */
  private static final class Variances {
    private final SessionSums sessions = new SessionSums();
    private double day;
    private double unseen;

    double process() {
      return sessions.squares() + unseen;
    }

    void add(Cell cell, double mean, double share) {
      if (cell.scored().isEmpty()) {
        // As wide as one trace of the pooled mean would leave it.
        day += share * share * mean * (1 - mean);
        unseen += share * share * mean * (1 - mean);
        return;
      }
      double weights = cell.weights();
      if (mean <= 0 || mean >= 1 || cell.scored().size() == 1) {
        addPure(cell, mean, share, weights);
        return;
      }
      int n = cell.scored().size();
      // Bessel's n/(n−1), taken into each influence so that sessions may span cells.
      double bessel = Math.sqrt(n / (n - 1.0));
      for (Observation one : cell.scored()) {
        double influence = share * bessel * one.weight() * (one.y() - mean) / weights;
        day += (1 - one.probability()) * influence * influence;
        sessions.add(influence, one.session());
      }
    }

    /** All 0 or all 1 shows no spread: p̃(1 − p̃) with p̃ = (x + ½)/(n + 1) stands for it. */
    private void addPure(Cell cell, double mean, double share, double weights) {
      int n = cell.scored().size();
      double smooth = (mean * n + 0.5) / (n + 1);
      for (Observation one : cell.scored()) {
        double part = share * one.weight() / weights;
        double variance = part * part * smooth * (1 - smooth);
        day += (1 - one.probability()) * variance;
        unseen += variance;
        sessions.add(0, one.session());
      }
    }
  }
}
