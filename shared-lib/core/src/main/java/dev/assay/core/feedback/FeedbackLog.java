package dev.assay.core.feedback;

import dev.assay.core.trace.TraceId;
import dev.assay.core.trace.TraceKey;
import java.time.Instant;
import java.util.List;

/** All that was said of traces. Appends only. Safe for use by several threads. */
public interface FeedbackLog {
  /** Everything said of a trace, every revision, oldest first; each feedback id once. */
  List<Feedback> of(TraceId trace);

  /**
   * Adds the word of a person or a program.
   *
   * @return false when feedback of that id is there already
   */
  boolean append(Feedback feedback, String project, Instant traceStartedAt);

  /** The lowest stored scores under a key, worst first. Costs the same at any volume. */
  List<LowScore> lowest(String project, String key, Instant from, Instant to, int limit);

  /**
   * Every stored score under a key of traces that began in the hours from {@code from} to {@code
   * to}, in any order. Costs as much as it returns: ask for a day at a time.
   */
  List<NotedScore> scores(String project, String key, Instant from, Instant to);

  /**
   * A score as the index keeps it.
   *
   * @param goodness the score with high always meaning good
   * @param source who gave it, by which version
   * @param probability with which the trace was chosen for scoring, 0..1; 0 where somebody chose it
   *     by hand
   * @param at when it was given
   */
  record NotedScore(
      TraceKey trace, Score goodness, Source source, double probability, Instant at) {}

  /**
   * A low score as the index keeps it.
   *
   * @param probability with which the trace was chosen for scoring, 0..1
   */
  record LowScore(TraceId trace, int revision, double score, String source, double probability) {}
}
