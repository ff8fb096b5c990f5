package dev.assay.core.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Rates under a cost cap: π = clip(κ·score, floor, cap), κ by bisection so that Σ count·cost·π is
 * the budget (method book §7.3; Neyman 1934, Cochran 1977).
 *
 * @param rates for each stratum, in the order given
 * @param spend Σ count·cost·π
 * @param kappa how full the water stands; empty where every stratum is at its cap, or the budget is
 *     below the floors
 * @param floorScale 1 where the floors hold, else what all of them were multiplied by
 */
public record WaterFilling(
    List<Double> rates, double spend, OptionalDouble kappa, double floorScale) {
  /** Enough to leave a double no room. */
  private static final int STEPS = 200;

  public WaterFilling {
    rates = List.copyOf(rates);
  }

  /**
   * Traces that get one rate.
   *
   * @param score how much one of them is worth for its cost, 0 or more
   * @param count of traces, 0 or more
   * @param cost of judging one, US dollars
   * @param floor least rate while the budget allows, 0..cap
   * @param cap greatest rate, 0..1
   */
  public record Stratum(double score, double count, double cost, double floor, double cap) {
    public Stratum {
      if (!(score >= 0 && count >= 0 && cost >= 0)) {
        throw new IllegalArgumentException("score, count and cost: expected 0 or more");
      }
      if (!(floor >= 0 && floor <= cap && cap <= 1)) {
        throw new IllegalArgumentException(
            "expected 0 <= floor <= cap <= 1, got " + floor + " and " + cap);
      }
    }

    double rate(double kappa) {
      return Math.min(cap, Math.max(floor, kappa * score));
    }
  }

  /** Whether the floors fit into the budget. */
  public boolean feasible() {
    return floorScale >= 1;
  }

  /**
   * Fills.
   *
   * @param budget US dollars, 0 or more
   */
  public static WaterFilling of(List<Stratum> strata, double budget) {
    double most = spend(strata, Double.POSITIVE_INFINITY);
    double least = spend(strata, 0);
    if (least > budget) {
      double scale = Math.max(0, budget) / least;
      List<Double> rates = strata.stream().map(one -> one.floor() * scale).toList();
      return new WaterFilling(rates, least * scale, OptionalDouble.empty(), scale);
    }
    if (most <= budget) {
      return at(strata, Double.POSITIVE_INFINITY);
    }
    double low = 0;
    double high = enough(strata);
    for (int i = 0; i < STEPS && low < high; i++) {
      double middle = (low + high) / 2;
      if (spend(strata, middle) > budget) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return at(strata, low);
  }

  private static WaterFilling at(List<Stratum> strata, double kappa) {
    List<Double> rates = new ArrayList<>();
    for (Stratum one : strata) {
      rates.add(rate(one, kappa));
    }
    OptionalDouble level =
        Double.isInfinite(kappa) ? OptionalDouble.empty() : OptionalDouble.of(kappa);
    return new WaterFilling(rates, spend(strata, kappa), level, 1);
  }

  /** A κ at which every stratum with a score is at its cap. */
  private static double enough(List<Stratum> strata) {
    return strata.stream()
        .filter(one -> one.score() > 0)
        .mapToDouble(one -> one.cap() / one.score())
        .max()
        .orElse(0);
  }

  private static double spend(List<Stratum> strata, double kappa) {
    double sum = 0;
    for (Stratum one : strata) {
      sum += one.count() * one.cost() * rate(one, kappa);
    }
    return sum;
  }

  private static double rate(Stratum one, double kappa) {
    return Double.isInfinite(kappa) ? one.cap() : one.rate(kappa);
  }
}
