package dev.assay.core.sampling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Draws within a hard budget, without bias (method book §7.4; Duffield, Lund and Thorup 2007; Cohen
 * and Kaplan 2007; for unequal costs Ting 2017, "Adaptive threshold sampling"). Who has u ≤ π is
 * eligible. If all of those fit the budget, they are drawn and π stands. Else they are taken by
 * rising priority u·cost/π until the next one does not fit; nobody behind it is taken, however
 * cheap. That first one left out sets the threshold τ, and a trace's probability is what its u
 * could have been: min(π, π·τ/cost). The probability holds for those left out as well.
 *
 * <p>Traces of one conversation have the same u and come together; their probabilities take that
 * into account. A trace dearer than the whole budget cannot be drawn and has probability 0.
 *
 * @param tau threshold in units of u·cost/π; empty where everyone eligible was drawn
 * @param outcomes in the order of the units given
 * @param cost of all that were drawn; never more than the budget
 */
public record PrioritySample(OptionalDouble tau, List<Outcome> outcomes, double cost) {
  public PrioritySample {
    outcomes = List.copyOf(outcomes);
  }

  /**
   * A trace that may be drawn.
   *
   * @param id breaks ties
   * @param u its conversation's luck, above 0 and at most 1; low is lucky
   * @param rate π, 0..1
   * @param cost 0 or more
   */
  public record Unit(String id, double u, double rate, double cost) {
    public Unit {
      if (!(u > 0 && u <= 1 && rate >= 0 && rate <= 1 && cost >= 0)) {
        throw new IllegalArgumentException(
            id
                + ": expected 0 < u <= 1, 0 <= rate <= 1, cost >= 0, got "
                + u
                + ", "
                + rate
                + ", "
                + cost);
      }
    }

    boolean eligible() {
      return rate > 0 && u <= rate;
    }

    /** Priority for each unit of luck. */
    double slope() {
      return cost / rate;
    }

    double priority() {
      return u * slope();
    }
  }

  /**
   * What became of a unit.
   *
   * @param probability with which it would have been drawn, its own luck aside
   */
  public record Outcome(Unit unit, boolean drawn, double probability) {}

  /** Draws; the result does not depend on the order of the units. */
  public static PrioritySample of(List<Unit> units, double budget) {
    return new Draw(units, budget).result();
  }

  /** One draw. For one thread. */
  private static final class Draw {
    private static final Comparator<Unit> ORDER =
        Comparator.comparingDouble(Unit::priority).thenComparing(Unit::id);
    private static final Comparator<Unit> SIBLING_ORDER =
        Comparator.comparingDouble(Unit::slope).thenComparing(Unit::id);

    private final List<Unit> units;
    private final double budget;
    private final List<Unit> eligible;

    /** Σ of the costs of the first k eligible. */
    private final double[] prefix;

    private final Map<String, Integer> position = new HashMap<>();
    private final Map<Double, List<Unit>> conversations = new HashMap<>();
    private final int cut;

    Draw(List<Unit> units, double budget) {
      this.units = units;
      this.budget = budget;
      List<Unit> affordable =
          units.stream().filter(unit -> unit.cost() <= budget && unit.rate() > 0).toList();
      eligible = affordable.stream().filter(Unit::eligible).sorted(ORDER).toList();
      prefix = new double[eligible.size() + 1];
      for (int k = 0; k < eligible.size(); k++) {
        prefix[k + 1] = prefix[k] + eligible.get(k).cost();
        position.put(eligible.get(k).id(), k);
      }
      for (Unit unit : affordable) {
        conversations.computeIfAbsent(unit.u(), u -> new ArrayList<>()).add(unit);
      }
      cut = cut();
    }

    private int cut() {
      int k = 0;
      while (k < eligible.size() && prefix[k + 1] <= budget) {
        k++;
      }
      return k;
    }

    PrioritySample result() {
      List<Outcome> outcomes = new ArrayList<>();
      for (Unit unit : units) {
        boolean drawn = position.getOrDefault(unit.id(), cut) < cut;
        outcomes.add(new Outcome(unit, drawn, probability(unit)));
      }
      OptionalDouble tau =
          cut < eligible.size()
              ? OptionalDouble.of(eligible.get(cut).priority())
              : OptionalDouble.empty();
      return new PrioritySample(tau, outcomes, prefix[cut]);
    }

    /** The share of all u at which the unit would be drawn, others' luck as it is. */
    private double probability(Unit unit) {
      if (unit.rate() <= 0 || unit.cost() > budget) {
        return 0;
      }
      List<Unit> siblings = conversations.getOrDefault(unit.u(), List.of(unit));
      double probability = 0;
      double from = 0;
      // Between two rates of the conversation the same siblings are eligible.
      for (double to : rates(siblings, unit.rate())) {
        double most = Math.min(to, luckBound(unit, siblings, to));
        probability += Math.max(0, most - from);
        from = to;
      }
      return probability;
    }

    private static SortedSet<Double> rates(List<Unit> siblings, double most) {
      SortedSet<Double> rates = new TreeSet<>();
      for (Unit sibling : siblings) {
        if (sibling.rate() <= most) {
          rates.add(sibling.rate());
        }
      }
      return rates;
    }

    /**
     * The greatest u at which the unit still fits, siblings with a rate of {@code least} or more
     * being eligible.
     */
    private double luckBound(Unit unit, List<Unit> siblings, double least) {
      double own = 0;
      for (Unit sibling : siblings) {
        boolean before = SIBLING_ORDER.compare(sibling, unit) <= 0;
        own += before && sibling.rate() >= least ? sibling.cost() : 0;
      }
      double room = budget - own;
      if (room < 0) {
        return 0;
      }
      int full = firstAbove(room, siblings);
      return full > eligible.size() || unit.cost() == 0
          ? 1
          : eligible.get(full - 1).priority() / unit.slope();
    }

    /** The least k for which the first k eligible, siblings aside, cost more than {@code room}. */
    private int firstAbove(double room, List<Unit> siblings) {
      int low = 0;
      int high = eligible.size() + 1;
      while (high - low > 1) {
        int middle = (low + high) / 2;
        if (prefix[middle] - ownBefore(middle, siblings) > room) {
          high = middle;
        } else {
          low = middle;
        }
      }
      return high;
    }

    private double ownBefore(int k, List<Unit> siblings) {
      double own = 0;
      for (Unit sibling : siblings) {
        own += position.getOrDefault(sibling.id(), k) < k ? sibling.cost() : 0;
      }
      return own;
    }
  }
}
