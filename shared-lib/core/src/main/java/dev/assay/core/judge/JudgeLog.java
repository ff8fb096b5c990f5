package dev.assay.core.judge;

import dev.assay.core.feedback.Feedback;
import dev.assay.core.feedback.Source;
import dev.assay.core.feedback.Spend;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.sampling.DayTotals;
import dev.assay.core.trace.Handed;
import dev.assay.core.trace.TraceKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps what the judge said: one decision for each (trace, revision, evaluator version). */
public interface JudgeLog {
  /** Decisions that stand already, of these traces and this judge. */
  Map<TraceKey, Decision> standing(List<Handed> traces, Source judge);

  /**
   * Keeps a decision unless one stands.
   *
   * @return the one that stands now
   */
  Decision keep(Handed trace, Source judge, Decision decision);

  /**
   * Counts one delivery of a batch once, however often it is settled.
   *
   * @param batch id computed from the batch's content
   * @param delivery which delivery of it, from 1
   * @param totals by project
   */
  void settle(String batch, int delivery, Map<String, DayTotals> totals, Instant now);

  /**
   * What became of a trace that sampling had chosen.
   *
   * @param feedback one for each rubric that was due, 1 or more; all of one outcome
   * @param batch the batch that first decided it
   * @param delivery which delivery of that batch, from 1
   * @param window that it was drawn from and whose reservation is released with the decision; null
   *     where judging cost nothing
   */
  record Decision(List<Feedback> feedback, String batch, int delivery, @Nullable Instant window) {
    public Decision {
      feedback = List.copyOf(feedback);
      if (feedback.isEmpty()) {
        throw new IllegalArgumentException("a decision holds 1 feedback or more");
      }
    }

    boolean isOf(String other) {
      return batch.equals(other);
    }

    /** What all of it cost. */
    Spend spend() {
      return feedback.stream()
          .map(one -> one.assessment().spend())
          .reduce(Spend.NOTHING, Spend::plus);
    }

    /** What it counts as: scored when anything of it is. */
    Verdict outcome() {
      return feedback.stream()
          .map(one -> one.assessment().verdict())
          .filter(verdict -> verdict instanceof Verdict.Scored)
          .findFirst()
          .orElse(feedback.getFirst().assessment().verdict());
    }
  }
}
