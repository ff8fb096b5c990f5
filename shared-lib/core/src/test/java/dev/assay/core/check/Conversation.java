package dev.assay.core.check;

import dev.assay.core.feedback.Assessment;
import dev.assay.core.feedback.Evaluator;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.trace.Agent;
import dev.assay.core.trace.Json;
import dev.assay.core.trace.LlmCall;
import dev.assay.core.trace.Outcome;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.Timing;
import dev.assay.core.trace.ToolCall;
import dev.assay.core.trace.Trace;
import dev.assay.core.trace.TraceId;
import dev.assay.core.trace.Usage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a conversation step by step, for the tests of the checks. */
public final class Conversation {
  public static final Instant START = Instant.parse("2026-05-01T10:00:00Z");

  private final List<Step> steps = new ArrayList<>();
  private @Nullable String channel;
  private List<LlmCall> llmCalls = List.of();
  private Usage usage = Usage.UNKNOWN;
  private @Nullable Instant endedAt;

  public Conversation channel(String name) {
    channel = name;
    return this;
  }

  public Conversation user(long startMs, long endMs) {
    steps.add(new Step.UserTurn("hello", List.of(), new Timing(startMs, endMs, null), false));
    return this;
  }

  public Conversation agent(long startMs, long endMs) {
    return agent(startMs, endMs, false);
  }

  public Conversation agent(long startMs, long endMs, boolean interrupted) {
    Timing timing = new Timing(startMs, endMs, null);
    steps.add(new Step.AgentTurn("yes?", List.of(), timing, interrupted));
    return this;
  }

  public Conversation at(boolean agent, long seconds) {
    Timing timing = new Timing(null, null, START.plusSeconds(seconds));
    steps.add(
        agent
            ? new Step.AgentTurn("yes?", List.of(), timing, false)
            : new Step.UserTurn("hello", List.of(), timing, false));
    return this;
  }

  public Conversation calls(String id, String name, String argument) {
    Json arguments = new Json.Obj(Map.of("id", new Json.Text(argument)));
    List<ToolCall> calls = List.of(new ToolCall(id, name, arguments));
    steps.add(new Step.AgentTurn("", calls, Timing.UNKNOWN, false));
    return this;
  }

  public Conversation answers(String id, String text, boolean error) {
    steps.add(new Step.ToolResult(id, "t", text, new Json.Text(text), error, true, Timing.UNKNOWN));
    return this;
  }

  public Conversation llm(@Nullable Long... latencyMs) {
    llmCalls = new ArrayList<>();
    for (@Nullable Long latency : latencyMs) {
      llmCalls.add(new LlmCall("m", 1, 0, 1, null, null, latency));
    }
    return this;
  }

  public Conversation costs(double usd) {
    usage = new Usage(10, 10, usd);
    return this;
  }

  public Conversation endsAfter(long seconds) {
    endedAt = START.plusSeconds(seconds);
    return this;
  }

  public Trace trace() {
    return new Trace(
        new TraceId("t1"),
        "t1",
        "default",
        new Agent("a", null, null, null, null),
        "production",
        channel,
        null,
        null,
        ZoneOffset.UTC,
        START,
        endedAt,
        steps,
        List.of(),
        llmCalls,
        usage,
        Outcome.UNKNOWN,
        List.of(),
        null);
  }

  /** The one assessment under that key. */
  public Assessment assess(Evaluator evaluator, String key) {
    return evaluator.assess(trace()).stream()
        .filter(assessment -> assessment.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  /** Its score; fails when there is none. */
  public double score(Evaluator evaluator, String key) {
    return ((Verdict.Scored) assess(evaluator, key).verdict()).score().value();
  }
}
