package dev.assay.core.check;

import dev.assay.core.feedback.Assessment;
import dev.assay.core.feedback.Evaluator;
import dev.assay.core.feedback.Source;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.trace.LlmCall;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How long the conversation took and how long the agent's model calls did. The conversation runs
 * from {@code started_at} to {@code ended_at}, else to the last message's end or timestamp. What
 * was not measured is unscored.
 */
public final class Latency implements Evaluator {
  public static final String CONVERSATION = "latency.conversation";
  public static final String LLM = "latency.llm";

  private static final Source SOURCE = new Source(Source.Type.CHECK, "latency", "1");
  private final Thresholds thresholds;

  /**
   * What is fast enough; our own defaults, to be set to the service level of the deployment.
   *
   * @param conversationSeconds length of the whole conversation; default 10 to 30 minutes
   * @param llmP95Ms 95th percentile of the model calls; default 3 to 15 seconds
   */
  public record Thresholds(Ramp conversationSeconds, Ramp llmP95Ms) {
    public static final Thresholds DEFAULT =
        new Thresholds(new Ramp(600, 1800), new Ramp(3_000, 15_000));
  }

  public Latency(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  @Override
  public Source source() {
    return SOURCE;
  }

  @Override
  public List<Assessment> assess(Trace trace) {
    return List.of(conversation(trace), llm(trace));
  }

  private Assessment conversation(Trace trace) {
    Optional<Duration> length = length(trace).filter(duration -> !duration.isNegative());
    if (length.isEmpty()) {
      String reason = "no end of the conversation is known";
      return Assessment.of(CONVERSATION, Verdict.unscored(reason), null, reason);
    }
    double seconds = length.get().toMillis() / 1000.0;
    return Assessment.of(
        CONVERSATION,
        Verdict.scored(thresholds.conversationSeconds().score(seconds)),
        length.get().toMillis() + " ms",
        "the conversation took " + Math.round(seconds) + " s");
  }

  private static Optional<Duration> length(Trace trace) {
    Instant ended = trace.endedAt();
    if (ended != null) {
      return Optional.of(Duration.between(trace.startedAt(), ended));
    }
    return trace.steps().reversed().stream()
        .map(step -> end(trace, step))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Duration> end(Trace trace, Step step) {
    Long endMs = step.timing().endMs();
    if (endMs != null) {
      return Optional.of(Duration.ofMillis(endMs));
    }
    Instant timestamp = step.timing().timestamp();
    return timestamp == null
        ? Optional.empty()
        : Optional.of(Duration.between(trace.startedAt(), timestamp));
  }

  private Assessment llm(Trace trace) {
    long[] latencies =
        trace.llmCalls().stream()
            .map(LlmCall::latencyMs)
            .filter(Objects::nonNull)
            .mapToLong(Long::longValue)
            .toArray();
    if (latencies.length == 0) {
      String reason = "no model call has a latency";
      return Assessment.of(LLM, Verdict.unscored(reason), null, reason);
    }
    long p50 = NearestRank.percentile(latencies, 50);
    long p95 = NearestRank.percentile(latencies, 95);
    return Assessment.of(
        LLM,
        Verdict.scored(thresholds.llmP95Ms().score((double) p95)),
        "p50 " + p50 + " ms, p95 " + p95 + " ms",
        latencies.length + " model calls, the slow ones at " + p95 + " ms");
  }
}
