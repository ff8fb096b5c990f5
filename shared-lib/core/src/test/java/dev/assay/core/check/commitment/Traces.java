package dev.assay.core.check.commitment;

import dev.assay.core.trace.Agent;
import dev.assay.core.trace.ContextDocument;
import dev.assay.core.trace.Json;
import dev.assay.core.trace.Outcome;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.Timing;
import dev.assay.core.trace.ToolCall;
import dev.assay.core.trace.Trace;
import dev.assay.core.trace.TraceId;
import dev.assay.core.trace.Usage;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds small traces. */
public final class Traces {
  private final List<Step> steps = new ArrayList<>();
  private final List<ContextDocument> context = new ArrayList<>();
  private String locale = "en-US";
  private ZoneId zone = ZoneId.of("UTC");
  private Instant startedAt = Instant.parse("2026-02-25T10:00:00Z");
  private int calls;

  public static Traces aTrace() {
    return new Traces();
  }

  public Traces locale(String newLocale) {
    this.locale = newLocale;
    return this;
  }

  public Traces at(Instant instant, ZoneId newZone) {
    this.startedAt = instant;
    this.zone = newZone;
    return this;
  }

  public Traces policy(String text) {
    steps.add(new Step.SystemPrompt(text, Timing.UNKNOWN));
    return this;
  }

  Traces document(String title, String text) {
    context.add(new ContextDocument(title, title, text, null));
    return this;
  }

  public Traces user(String text) {
    steps.add(new Step.UserTurn(text, List.of(), Timing.UNKNOWN, false));
    return this;
  }

  public Traces agent(String text) {
    steps.add(new Step.AgentTurn(text, List.of(), Timing.UNKNOWN, false));
    return this;
  }

  public Traces called(String tool, String arguments, String result) {
    return called(tool, JsonTrees.parse(arguments), JsonTrees.parse(result), false);
  }

  public Traces called(String tool, Json arguments, Json result, boolean error) {
    String id = "call_" + calls++;
    List<ToolCall> made = List.of(new ToolCall(id, tool, arguments));
    steps.add(new Step.AgentTurn("", made, Timing.UNKNOWN, false));
    steps.add(new Step.ToolResult(id, tool, "", result, error, true, Timing.UNKNOWN));
    return this;
  }

  public Traces step(Step step) {
    steps.add(step);
    return this;
  }

  public Trace build() {
    return build("t");
  }

  Trace build(String id) {
    return of(new TraceId(id), locale, zone, startedAt, steps, context);
  }

  /** The same trace with other steps. */
  static Trace with(Trace trace, List<Step> steps) {
    return of(
        trace.id(), trace.locale(), trace.timeZone(), trace.startedAt(), steps, trace.context());
  }

  private static Trace of(
      TraceId id,
      @Nullable String locale,
      ZoneId zone,
      Instant startedAt,
      List<Step> steps,
      List<ContextDocument> context) {
    return new Trace(
        id,
        id.value(),
        "default",
        new Agent("agent", null, null, null, null),
        "test",
        "chat",
        null,
        locale,
        zone,
        startedAt,
        null,
        steps,
        context,
        List.of(),
        Usage.UNKNOWN,
        Outcome.UNKNOWN,
        List.of(),
        null);
  }
}
