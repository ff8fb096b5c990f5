package dev.assay.core.trace;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One conversation of one agent, from first input to outcome. Immutable.
 *
 * @param conversation the session that sampling, canary and statistics take as their unit
 * @param locale BCP 47, given or detected; null when neither was possible
 * @param piece set only on a piece that waits to be joined
 */
public record Trace(
    TraceId id,
    String conversation,
    String project,
    Agent agent,
    String environment,
    @Nullable String channel,
    @Nullable String flow,
    @Nullable String locale,
    ZoneId timeZone,
    Instant startedAt,
    @Nullable Instant endedAt,
    List<Step> steps,
    List<ContextDocument> context,
    List<LlmCall> llmCalls,
    Usage usage,
    Outcome outcome,
    List<String> tags,
    @Nullable Piece piece) {
  public Trace {
    steps = List.copyOf(steps);
    context = List.copyOf(context);
    llmCalls = List.copyOf(llmCalls);
    tags = List.copyOf(tags);
  }

  /** True when the agent called at least one tool. */
  public boolean usesTools() {
    for (Step step : steps) {
      if (step instanceof Step.AgentTurn turn && !turn.calls().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** The same trace with another locale. */
  public Trace withLocale(String other) {
    return new Trace(
        id,
        conversation,
        project,
        agent,
        environment,
        channel,
        flow,
        other,
        timeZone,
        startedAt,
        endedAt,
        steps,
        context,
        llmCalls,
        usage,
        outcome,
        tags,
        piece);
  }

  /** The same trace with other documents. */
  public Trace withContext(List<ContextDocument> documents) {
    return new Trace(
        id,
        conversation,
        project,
        agent,
        environment,
        channel,
        flow,
        locale,
        timeZone,
        startedAt,
        endedAt,
        steps,
        documents,
        llmCalls,
        usage,
        outcome,
        tags,
        piece);
  }

  public boolean isVoice() {
    return "voice".equals(channel);
  }

  /** The two or three letters before the locale's first dash, in lower case. */
  public Optional<String> language() {
    if (locale == null || locale.isEmpty()) {
      return Optional.empty();
    }
    int end = 0;
    while (end < locale.length() && Character.isLetter(locale.charAt(end))) {
      end++;
    }
    return end < 2
        ? Optional.empty()
        : Optional.of(locale.substring(0, end).toLowerCase(Locale.ROOT));
  }
}
