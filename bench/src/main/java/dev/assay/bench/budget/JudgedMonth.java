package dev.assay.bench.budget;

import dev.assay.core.sampling.Allowance;
import dev.assay.core.sampling.Budget;
import dev.assay.core.sampling.Cell;
import dev.assay.core.sampling.CellHistory;
import dev.assay.core.sampling.SampleHash;
import dev.assay.core.sampling.SamplingPolicy;
import dev.assay.core.sampling.Window;
import dev.assay.core.sampling.WindowDraw;
import dev.assay.core.statistics.EffectiveSample;
import dev.assay.core.statistics.Observation;
import dev.assay.core.statistics.PostStratified;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** One month judged within a budget, by the classes that run in production. For one thread. */
final class JudgedMonth {
  private static final double CONFIDENCE = 0.95;
  private static final int HISTORY_DAYS = 7;
  private static final int DAY = 24;
  private static final double ASKED_AGAIN = 0.03;

  /** Of a call's upper cost. */
  private static final double CHEAPEST = 0.4;

  private static final double NEVER_ANSWERED = 0.005;

  private final MonthTraffic traffic;
  private final Budget budget;
  private final Money money;
  private final SplittableRandom random;
  private final List<CellHistory> days = new ArrayList<>();
  private CellHistory history = CellHistory.NONE;
  private final Map<String, Long> populations = new TreeMap<>();
  private final Map<String, List<Observation>> scores = new HashMap<>();
  private long traces;
  private long failures;
  private long wished;
  private long judged;
  private long refused;
  private double judgedFailures;
  private double wishUsd;

  JudgedMonth(MonthTraffic traffic, Budget budget, long seed) {
    this.traffic = traffic;
    this.budget = budget;
    this.money = new Money(budget);
    this.random = new SplittableRandom(seed);
  }

  /**
   * What the month came to; all but the sample are shares of 0 to 1, save for the overshoot.
   *
   * @param truth traces that failed, of all
   * @param estimate of it, as reported
   * @param sample with the reported interval, from V_proc
   * @param heldByDay whether the narrower interval from V_day holds the truth
   * @param unweighted failed traces of the judged as they are
   * @param judgedShare traces with a score, of all
   * @param wishedShare traces that the policy wished to be judged, of all
   * @param wishOverInference what judging those would have cost, of inference
   * @param spentShare what judging did cost, of inference
   * @param overshoot worst spend above a cap, in calls
   * @param refused calls that were drawn and found no money, of those wished
   */
  record Result(
      double truth,
      double estimate,
      EffectiveSample sample,
      boolean heldByDay,
      double unweighted,
      double judgedShare,
      double wishedShare,
      double wishOverInference,
      double spentShare,
      double overshoot,
      double refused) {
    boolean holds(double rate) {
      return sample.interval().contains(rate);
    }

    double error() {
      return estimate - truth;
    }

    double halfWidth() {
      return sample.interval().halfWidth();
    }
  }

  Result run() {
    for (int hour = 0; hour < MonthTraffic.HOURS; hour++) {
      window(hour);
    }
    List<PostStratified.Cell> cells = new ArrayList<>();
    populations.forEach((cell, population) ->
        cells.add(new PostStratified.Cell(population, scores.getOrDefault(cell, List.of()))));
    PostStratified made = PostStratified.of(cells, CONFIDENCE).known().orElseThrow();
    double truth = failures / (double) traces;
    double inference = money.month().inferenceUsd();
    return new Result(
        truth,
        made.estimate(),
        made.sample().known().orElseThrow(),
        made.daySample(CONFIDENCE).known().orElseThrow().interval().contains(truth),
        judgedFailures / judged,
        judged / (double) traces,
        wished / (double) traces,
        wishUsd / inference,
        money.month().settledUsd() / inference,
        money.worstInCalls(),
        refused / (double) wished);
  }

  private void window(int hour) {
    if (hour % DAY == 0) {
      beginDay();
    }
    Map<String, Simulated> wishes = new HashMap<>();
    List<Window.Candidate> candidates = new ArrayList<>();
    double inference = 0;
    for (Simulated trace : traffic.hour(hour)) {
      traces++;
      failures += trace.failed() ? 1 : 0;
      inference += trace.inferenceUsd();
      populations.merge(cell(trace), 1L, Long::sum);
      long threshold = SampleHash.threshold(SamplingPolicy.DEFAULT.rate(trace.cell().tier()));
      if (trace.hash() >= threshold) {
        double wish = SampleHash.probability(threshold);
        wishes.put(trace.key(), trace);
        candidates.add(
            new Window.Candidate(trace.key(), trace.hash(), wish, trace.cell(), trace.upperUsd()));
      }
    }
    wished += candidates.size();
    money.begin(hour);
    money.add(hour, inference, 0);
    double allowed = Allowance.ofWindow(budget, inference, money.accounts(hour));
    Map<Cell, CellHistory.Seen> found = new HashMap<>();
    WindowDraw draw = Window.draw(candidates, history.plus(days.getLast()), allowed);
    for (WindowDraw.Outcome outcome : draw.outcomes()) {
      Simulated trace = wishes.get(outcome.candidate().key());
      if (trace != null) {
        judge(hour, outcome, trace, found);
      }
    }
    days.set(days.size() - 1, days.getLast().plus(new CellHistory(found)));
  }

  /** The seven days before the one that begins. */
  private void beginDay() {
    days.add(CellHistory.NONE);
    history = CellHistory.NONE;
    int from = Math.max(0, days.size() - 1 - HISTORY_DAYS);
    for (CellHistory day : days.subList(from, days.size() - 1)) {
      history = history.plus(day);
    }
  }

  private void judge(
      int hour, WindowDraw.Outcome outcome, Simulated trace, Map<Cell, CellHistory.Seen> found) {
    boolean again = random.nextDouble() < ASKED_AGAIN;
    boolean silent = random.nextDouble() < NEVER_ANSWERED;
    double first = cost(trace);
    double second = again ? cost(trace) : 0;
    wishUsd += first + second;
    if (outcome.drawn()
        && pay(hour, trace, first)
        && (!again || pay(hour, trace, second))
        && !silent) {
      score(trace, outcome.probability(), found);
    }
  }

  private double cost(Simulated trace) {
    return trace.upperUsd() * (CHEAPEST + (1 - CHEAPEST) * random.nextDouble());
  }

  /** Reserves a call's upper cost and settles what it cost; false where there is no money left. */
  private boolean pay(int hour, Simulated trace, double costUsd) {
    if (!Allowance.mayReserve(budget, money.accounts(hour), trace.upperUsd())) {
      refused++;
      return false;
    }
    money.add(hour, 0, costUsd);
    return true;
  }

  private void score(Simulated trace, double probability, Map<Cell, CellHistory.Seen> found) {
    double y = trace.failed() ? 1 : 0;
    judged++;
    judgedFailures += y;
    scores
        .computeIfAbsent(cell(trace), cell -> new ArrayList<>())
        .add(new Observation(y, probability, trace.conversation()));
    found.merge(
        trace.cell(),
        new CellHistory.Seen(1, y),
        (a, b) -> new CellHistory.Seen(a.judged() + b.judged(), a.failed() + b.failed()));
  }

  private static String cell(Simulated trace) {
    return trace.cell().key();
  }
}
