package dev.assay.core.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * How honest a judge's probabilities are, and how to make them so (method book §6.2). Fit on last
 * period's labels, never on those used for the estimate.
 */
public final class Calibration {
  /** From so many labels isotonic regression, below Platt's curve (§6.2). */
  public static final int ISOTONIC_FROM = 200;

  private static final int PLATT_STEPS = 200;
  private static final double EDGE = 1e-12;

  private Calibration() {}

  /**
   * A probability that the judge gave and what a person then found.
   *
   * @param probability of a pass, 0..1
   * @param passed the person's label
   */
  public record Labelled(double probability, boolean passed) {
    public Labelled {
      if (!(probability >= 0 && probability <= 1)) {
        throw new IllegalArgumentException("probability: expected 0 to 1, got " + probability);
      }
    }

    private double label() {
      return passed ? 1 : 0;
    }
  }

  /**
   * One row of the reliability table.
   *
   * @param meanProbability what the judge said
   * @param passRate what was so
   */
  public record Bin(int count, double meanProbability, double passRate) {
    static Bin of(List<Labelled> labels) {
      return new Bin(
          labels.size(),
          labels.stream().mapToDouble(Labelled::probability).sum() / labels.size(),
          labels.stream().mapToDouble(Labelled::label).sum() / labels.size());
    }
  }

  /** Bins of equal width over 0..1; empty ones are left out (Naeini 2015). */
  public static List<Bin> binsOfWidth(List<Labelled> labels, int bins) {
    List<List<Labelled>> parts = new ArrayList<>();
    for (int i = 0; i < bins; i++) {
      parts.add(new ArrayList<>());
    }
    for (Labelled one : labels) {
      parts.get(Math.min(bins - 1, (int) (one.probability() * bins))).add(one);
    }
    return parts.stream().filter(part -> !part.isEmpty()).map(Bin::of).toList();
  }

  /** Bins of equal mass by order of probability; the first take what does not divide. */
  public static List<Bin> binsOfMass(List<Labelled> labels, int bins) {
    List<Labelled> sorted = sorted(labels);
    List<Bin> made = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < bins; i++) {
      int size = sorted.size() / bins + (i < sorted.size() % bins ? 1 : 0);
      if (size > 0) {
        made.add(Bin.of(sorted.subList(from, from + size)));
      }
      from += size;
    }
    return made;
  }

  /** The expected calibration error of a reliability table, 0..1. */
  public static double error(List<Bin> bins) {
    int n = bins.stream().mapToInt(Bin::count).sum();
    double sum = 0;
    for (Bin bin : bins) {
      sum += bin.count() * Math.abs(bin.meanProbability() - bin.passRate());
    }
    return n == 0 ? 0 : sum / n;
  }

  /** Brier's score: the mean squared error, 0 at best. */
  public static Quantity<Double> brier(List<Labelled> labels) {
    if (labels.isEmpty()) {
      return Quantity.undefined(Quantity.Reason.NO_DATA);
    }
    double sum = 0;
    for (Labelled one : labels) {
      sum += Math.pow(one.probability() - one.label(), 2);
    }
    return Quantity.of(sum / labels.size());
  }

  /**
   * Platt's curve on the logit: p = 1 / (1 + exp(A·logit + B)).
   *
   * @param a negative where higher probabilities are right more often
   */
  public record Platt(double a, double b) {
    /** The corrected probability. */
    public double apply(double probability) {
      return 1 / (1 + Math.exp(a * logit(probability) + b));
    }
  }

  /**
   * Fits Platt's curve with the smoothed targets (N₊ + 1)/(N₊ + 2) and 1/(N₋ + 2) (Platt 1999), by
   * Newton's method with a line search (Lin, Lin and Weng 2007).
   */
  public static Quantity<Platt> platt(List<Labelled> labels) {
    if (labels.isEmpty()) {
      return Quantity.undefined(Quantity.Reason.NO_DATA);
    }
    return Quantity.of(new PlattFit(labels).fit(PLATT_STEPS));
  }

  /**
   * The non-decreasing fit of least squares, by pooling adjacent violators (Zadrozny and Elkan
   * 2002).
   *
   * @return fitted values in the order of the probabilities; equal ones in the order given
   */
  public static List<Double> isotonic(List<Labelled> labels) {
    List<double[]> blocks = new ArrayList<>();
    for (Labelled one : sorted(labels)) {
      double[] block = {one.label(), 1};
      while (!blocks.isEmpty() && mean(blocks.getLast()) >= mean(block)) {
        double[] before = blocks.removeLast();
        block[0] += before[0];
        block[1] += before[1];
      }
      blocks.add(block);
    }
    List<Double> fitted = new ArrayList<>();
    for (double[] block : blocks) {
      fitted.addAll(Collections.nCopies((int) block[1], mean(block)));
    }
    return fitted;
  }

  static double logit(double probability) {
    double inside = Math.min(1 - EDGE, Math.max(EDGE, probability));
    return Math.log(inside / (1 - inside));
  }

  private static double mean(double[] block) {
    return block[0] / block[1];
  }

  private static List<Labelled> sorted(List<Labelled> labels) {
    return labels.stream().sorted(Comparator.comparingDouble(Labelled::probability)).toList();
  }
}
