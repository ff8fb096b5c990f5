package dev.assay.core.judge;

import dev.assay.core.feedback.Spend;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.judge.JudgeLog.Decision;
import dev.assay.core.sampling.DayTotals;
import dev.assay.core.trace.Handed;
import dev.assay.core.trace.TraceKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the deliveries of one batch count for, each by itself: a delivery that was killed is counted
 * by the next, from the decisions it left.
 *
 * @param decided what stands, by trace
 * @param concurrency calls under way at once: as many as a kill can cost
 */
record BatchTotals(
    String batch, List<Handed> traces, Map<TraceKey, Decision> decided, int concurrency) {

  /** A call whose answer came when another's decision stood already. */
  record Repeated(Handed trace, Spend spend) {}

  /**
   * Counts one delivery.
   *
   * @param delivery from 1
   * @param repeated calls that this delivery is known to have repeated
   * @return totals by project; empty when there is nothing to count
   */
  Map<String, DayTotals> of(int delivery, List<Repeated> repeated) {
    Map<String, DayTotals.Builder> builders = new HashMap<>();
    for (Handed trace : traces) {
      Decision decision = decided.get(trace.key());
      // A trace that another batch decided was counted there.
      if (decision != null && decision.isOf(batch) && decision.delivery() == delivery) {
        count(builder(builders, trace), trace, decision);
      }
    }
    for (Repeated call : repeated) {
      DayTotals.Builder totals = builder(builders, call.trace());
      totals.add(DayTotals.MAYBE_REPEATED, 1);
      spend(totals, call.spend());
    }
    int underWay = delivery == 1 ? 0 : Math.min(concurrency, due(delivery));
    if (underWay > 0) {
      builder(builders, traces.getFirst()).add(DayTotals.MAYBE_REPEATED, underWay);
    }
    return builders.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().build()));
  }

  /** Traces that were not decided when the delivery began. */
  private int due(int delivery) {
    int due = 0;
    for (Handed trace : traces) {
      Decision decision = decided.get(trace.key());
      if (decision == null || (decision.isOf(batch) && decision.delivery() >= delivery)) {
        due++;
      }
    }
    return due;
  }

  private static DayTotals.Builder builder(Map<String, DayTotals.Builder> builders, Handed trace) {
    return builders.computeIfAbsent(trace.project(), p -> new DayTotals.Builder());
  }

  private static void count(DayTotals.Builder totals, Handed trace, Decision decision) {
    switch (decision.outcome()) {
      case Verdict.Scored scored ->
          totals.add(DayTotals.JUDGED, 1).add("judged." + trace.tiers().getFirst(), 1);
      case Verdict.Unscored(String reason) ->
          totals.add(
              reason.equals(DayTotals.OVER_BUDGET) ? DayTotals.OVER_BUDGET : DayTotals.UNSCORED, 1);
      case Verdict.Failed failed -> totals.add(DayTotals.JUDGE_FAILED, 1);
    }
    spend(totals, decision.spend());
  }

  private static void spend(DayTotals.Builder totals, Spend spend) {
    totals
        .add(DayTotals.JUDGE_USD, spend.costUsd())
        .add(DayTotals.JUDGE_INPUT_TOKENS, (double) spend.inputTokens())
        .add(DayTotals.JUDGE_OUTPUT_TOKENS, (double) spend.outputTokens());
  }
}
