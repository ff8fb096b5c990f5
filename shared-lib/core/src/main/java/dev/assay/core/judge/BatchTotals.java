package dev.assay.core.judge;

import dev.assay.core.feedback.Spend;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.judge.JudgeLog.Decision;
import dev.assay.core.sampling.DayTotals;
import dev.assay.core.trace.Handed;
import dev.assay.core.trace.TraceKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the deliveries of one batch count for, each by itself: a delivery that was killed is counted
 * by the next, from the decisions it left.
 *
 * @param decided what stands, by trace
 * @param judges say which decisions count as a failure of the agent
 * @param concurrency calls under way at once: as many as a kill can cost
 */
record BatchTotals(
    String batch, List<Due> due, Map<TraceKey, Decision> decided, Judges judges, int concurrency) {

  /**
   * A call that was paid and decided nothing: another's decision stood already, or it failed in a
   * way that passes.
   */
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
    for (Due one : due) {
      Decision decision = decided.get(one.trace().key());
      // A trace that another batch decided was counted there, and what its window had reserved
      // released; what this window reserved was not.
      if (decision != null && !decision.isOf(batch) && delivery == 1) {
        if (!drawnFrom(one, decision.window())) {
          release(builders, one);
        }
      } else if (decision != null && decision.isOf(batch) && decision.delivery() == delivery) {
        count(builder(builders, one.trace()), one, decision);
        release(builders, one);
      }
    }
    for (Repeated call : repeated) {
      DayTotals.Builder totals = builder(builders, call.trace());
      totals.add(DayTotals.MAYBE_REPEATED, 1);
      spend(totals, call.spend());
    }
    int underWay = delivery == 1 ? 0 : Math.min(concurrency, open(delivery));
    if (underWay > 0) {
      builder(builders, due.getFirst().trace()).add(DayTotals.MAYBE_REPEATED, underWay);
    }
    return builders.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().build()));
  }

  /** Traces that were not decided when the delivery began. */
  private int open(int delivery) {
    int open = 0;
    for (Due one : due) {
      Decision decision = decided.get(one.trace().key());
      if (decision == null || (decision.isOf(batch) && decision.delivery() >= delivery)) {
        open++;
      }
    }
    return open;
  }

  /**
   * The instant that the batch counts in: its window's, so that what judging a trace costs leaves
   * the rolling day together with what the trace earned; {@code now} where there was no window.
   */
  Instant at(Instant now) {
    Draw draw = due.isEmpty() ? null : due.getFirst().draw();
    return draw == null ? now : draw.window();
  }

  private static boolean drawnFrom(Due one, @Nullable Instant window) {
    Draw draw = one.draw();
    return draw != null && draw.window().equals(window);
  }

  private static void release(Map<String, DayTotals.Builder> builders, Due one) {
    Draw draw = one.draw();
    if (draw != null) {
      builder(builders, one.trace()).add(DayTotals.JUDGE_RELEASED_USD, draw.upperUsd());
    }
  }

  private static DayTotals.Builder builder(Map<String, DayTotals.Builder> builders, Handed trace) {
    return builders.computeIfAbsent(trace.project(), p -> new DayTotals.Builder());
  }

  private void count(DayTotals.Builder totals, Due one, Decision decision) {
    Handed trace = one.trace();
    switch (decision.outcome()) {
      case Verdict.Scored scored -> {
        totals.add(DayTotals.JUDGED, 1).add("judged." + trace.tiers().getFirst(), 1);
        Draw draw = one.draw();
        if (draw != null) {
          Judge judge = judges.of(trace.project());
          totals.judged(draw.cell(), JudgeNotices.wantsReview(judge, decision));
        }
      }
      case Verdict.Unscored unscored -> totals.add(DayTotals.UNSCORED, 1);
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
