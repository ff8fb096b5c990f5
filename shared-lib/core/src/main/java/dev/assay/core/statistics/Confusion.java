package dev.assay.core.statistics;

import dev.assay.core.statistics.Quantity.Reason;
import java.util.List;

/**
 * How often two raters chose which categories: people in rows, the judge in columns. Each rated
 * trace counts with the inverse of the probability with which it was chosen for review, or the
 * figures would be those of escalations and doubtful cases (method book §6.1; Begg and Greenes
 * 1983).
 */
public final class Confusion {
  private final double[][] weights;
  private final double[][] squares;
  private final double total;
  private final double totalSquares;

  private Confusion(double[][] weights, double[][] squares) {
    this.weights = weights;
    this.squares = squares;
    this.total = sum(weights);
    this.totalSquares = sum(squares);
  }

  /**
   * One trace that both rated.
   *
   * @param human index of the category that the person chose
   * @param judge index of the category that the judge chose
   * @param weight 1 over the probability with which it came to be rated; more than 0
   */
  public record Rated(int human, int judge, double weight) {}

  /**
   * Counts ratings.
   *
   * @param categories how many there are, 2 or more
   */
  public static Confusion of(int categories, List<Rated> ratings) {
    double[][] weights = new double[categories][categories];
    double[][] squares = new double[categories][categories];
    for (Rated rated : ratings) {
      if (!(rated.weight() > 0)) {
        throw new IllegalArgumentException("weight: expected above 0, got " + rated.weight());
      }
      weights[rated.human()][rated.judge()] += rated.weight();
      squares[rated.human()][rated.judge()] += rated.weight() * rated.weight();
    }
    return new Confusion(weights, squares);
  }

  /** Of plain counts, square. */
  public static Confusion ofCounts(double[][] counts) {
    double[][] copy = new double[counts.length][];
    for (int i = 0; i < counts.length; i++) {
      if (counts[i].length != counts.length || counts.length < 2) {
        throw new IllegalArgumentException("confusion: expected a square of 2 or more categories");
      }
      copy[i] = counts[i].clone();
    }
    return new Confusion(copy, copy);
  }

  public int categories() {
    return weights.length;
  }

  /** Weight of one cell. */
  public double weight(int human, int judge) {
    return weights[human][judge];
  }

  /** Share of one cell, 0..1; 0 where nothing was rated. */
  double share(int human, int judge) {
    return total > 0 ? weights[human][judge] / total : 0;
  }

  /** Σ of squared weights of one cell. */
  double squared(int human, int judge) {
    return squares[human][judge];
  }

  double total() {
    return total;
  }

  /** As many equal ratings would weigh the same: (Σw)² / Σw². */
  public double effectiveSize() {
    return totalSquares > 0 ? total * total / totalSquares : 0;
  }

  double rowShare(int human) {
    double sum = 0;
    for (int j = 0; j < weights.length; j++) {
      sum += share(human, j);
    }
    return sum;
  }

  double columnShare(int judge) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += share(i, judge);
    }
    return sum;
  }

  /**
   * Of the traces that people put into {@code category}, the share that the judge did too, with
   * Wilson's interval on the effective size: TPR of the category "pass", TNR of "fail".
   */
  public Quantity<Rate> recall(int category, double confidence) {
    double row = 0;
    double rowSquares = 0;
    for (int j = 0; j < weights.length; j++) {
      row += weights[category][j];
      rowSquares += squares[category][j];
    }
    if (row <= 0) {
      return Quantity.undefined(Reason.NO_DATA);
    }
    double rate = Math.min(1, weights[category][category] / row);
    double size = row * row / rowSquares;
    Interval interval = Proportion.wilson(rate, size, Distributions.z(confidence));
    return Quantity.of(new Rate(rate, size, interval));
  }

  /** A share with its effective sample size and interval. */
  public record Rate(double value, double effectiveSize, Interval interval) {}

  private static double sum(double[][] table) {
    double sum = 0;
    for (double[] row : table) {
      for (double cell : row) {
        sum += cell;
      }
    }
    return sum;
  }
}
