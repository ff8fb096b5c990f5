package dev.assay.core.sampling;

import dev.assay.core.sampling.WaterFilling.Stratum;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The final draw among the traces of a window of time that the policy wishes to have judged (method
 * book §7.3, §7.4). First all rates are lowered smoothly by water-filling until the expected upper
 * cost is the budget, the floors too where they do not fit; then a priority sample holds the budget
 * to the cent. Nothing depends on the order in which candidates came, and whoever repeats the draw
 * with the same input gets the same output.
 *
 * <p>A trace's probability is final here, and its inverse is its weight in every estimate.
 */
public final class Window {
  /** Least rate of any cell while the budget allows, so that no weight is above 20 (§7.3, S10). */
  public static final double FLOOR = 0.05;

  private static final double CHEAPEST_USD = 1e-12;

  private Window() {}

  /**
   * A trace that the wish has kept.
   *
   * @param key of the trace and its revision; unique in the window
   * @param hash R of its conversation, as {@link SampleHash#of} gave it
   * @param wish probability of the policy's tiers, above 0; its luck is within
   * @param upperUsd most that judging it can cost, once more asking included; US dollars
   */
  public record Candidate(String key, long hash, double wish, Cell cell, double upperUsd) {
    public Candidate {
      if (!(wish > 0 && wish <= 1 && upperUsd >= 0)) {
        throw new IllegalArgumentException(
            key + ": expected 0 < wish <= 1 and upper cost >= 0, got " + wish + ", " + upperUsd);
      }
      if (SampleHash.luck(hash) > wish) {
        throw new IllegalArgumentException(key + ": the wish of " + wish + " does not keep it");
      }
    }
  }

  /**
   * Draws.
   *
   * @param candidates in any order; one given twice counts once
   * @param budgetUsd what the window may spend, upper costs summed; 0 or more
   */
  public static WindowDraw draw(List<Candidate> candidates, CellHistory history, double budgetUsd) {
    List<Candidate> sorted = distinct(candidates);
    Map<Group, Total> groups = groups(sorted);
    WaterFilling filled = WaterFilling.of(strata(groups, history), budgetUsd);
    Map<Group, Double> rates = new LinkedHashMap<>();
    int h = 0;
    for (Group group : groups.keySet()) {
      rates.put(group, filled.rates().get(h++));
    }
    List<PrioritySample.Unit> units = new ArrayList<>();
    for (Candidate one : sorted) {
      double rate = rates.getOrDefault(Group.of(one), 0.0);
      units.add(
          new PrioritySample.Unit(one.key(), SampleHash.luck(one.hash()), rate, one.upperUsd()));
    }
    PrioritySample sample = PrioritySample.of(units, budgetUsd);
    List<WindowDraw.Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      PrioritySample.Outcome made = sample.outcomes().get(i);
      outcomes.add(
          new WindowDraw.Outcome(
              sorted.get(i),
              WindowDraw.Fate.of(made, budgetUsd),
              made.unit().rate(),
              made.probability()));
    }
    return new WindowDraw(parameters(sorted, rates, groups, filled, sample, budgetUsd), outcomes);
  }

  private static List<Candidate> distinct(List<Candidate> candidates) {
    Map<String, Candidate> byKey = new TreeMap<>();
    for (Candidate one : candidates) {
      Candidate other = byKey.put(one.key(), one);
      if (other != null && !other.equals(one)) {
        throw new IllegalArgumentException(one.key() + ": given twice, differently");
      }
    }
    return List.copyOf(byKey.values());
  }

  /** Candidates that get one rate: the wish is part of it, for a policy may change in between. */
  private record Group(Cell cell, double wish) {
    private static final Comparator<Group> ORDER =
        Comparator.comparing((Group group) -> group.cell().key()).thenComparingDouble(Group::wish);

    static Group of(Candidate candidate) {
      return new Group(candidate.cell(), candidate.wish());
    }
  }

  private record Total(int count, double usd) {
    Total plus(Total other) {
      return new Total(count + other.count, usd + other.usd);
    }
  }

  private static Map<Group, Total> groups(List<Candidate> sorted) {
    Map<Group, Total> groups = new HashMap<>();
    for (Candidate one : sorted) {
      groups.merge(Group.of(one), new Total(1, one.upperUsd()), Total::plus);
    }
    Map<Group, Total> ordered = new LinkedHashMap<>();
    groups.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Group.ORDER))
        .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
    return ordered;
  }

  private static List<Stratum> strata(Map<Group, Total> groups, CellHistory history) {
    CellHistory.Rates rates = history.rates();
    List<Stratum> strata = new ArrayList<>();
    groups.forEach((group, total) -> {
      double cost = total.usd() / total.count();
      double score = rates.worth(group.cell()) / Math.sqrt(Math.max(CHEAPEST_USD, cost));
      // Each candidate stands for 1/wish traces: their cost at a rate is what is to be expected.
      double traces = total.count() / group.wish();
      double floor = Math.min(FLOOR, group.wish());
      strata.add(new Stratum(score, traces, cost, floor, group.wish()));
    });
    return strata;
  }

  private static WindowDraw.Parameters parameters(
      List<Candidate> sorted,
      Map<Group, Double> rates,
      Map<Group, Total> groups,
      WaterFilling filled,
      PrioritySample sample,
      double budgetUsd) {
    List<WindowDraw.Rate> told = new ArrayList<>();
    groups.forEach((group, total) ->
        told.add(
            new WindowDraw.Rate(
                group.cell(), group.wish(), rates.getOrDefault(group, 0.0), total.count())));
    return new WindowDraw.Parameters(
        budgetUsd,
        sorted.stream().mapToDouble(Candidate::upperUsd).sum(),
        filled.spend(),
        sample.cost(),
        filled.kappa(),
        filled.floorScale(),
        sample.tau(),
        told);
  }
}
