package dev.assay.core.judge;

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
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds a trace line by line. */
public final class Conversation {
  private final List<Step> steps = new ArrayList<>();
  private final List<ContextDocument> context = new ArrayList<>();
  private @Nullable String locale = "en";
  private Outcome outcome = Outcome.UNKNOWN;
  private int calls;

  public static Conversation aTrace() {
    return new Conversation();
  }

  public Conversation locale(String tag) {
    this.locale = tag;
    return this;
  }

  public Conversation escalated() {
    outcome = new Outcome(true, null, null, null);
    return this;
  }

  public Conversation system(String text) {
    steps.add(new Step.SystemPrompt(text, Timing.UNKNOWN));
    return this;
  }

  public Conversation document(String text) {
    context.add(new ContextDocument("d", null, text, null));
    return this;
  }

  public Conversation user(String text) {
    steps.add(new Step.UserTurn(text, List.of(), Timing.UNKNOWN, false));
    return this;
  }

  public Conversation agent(String text) {
    steps.add(new Step.AgentTurn(text, List.of(), Timing.UNKNOWN, false));
    return this;
  }

  /** A call and its answer; members as name, value, name, value; numbers as digits. */
  public Conversation called(String tool, String... result) {
    return call(tool, false, json(result));
  }

  public Conversation calledInVain(String tool) {
    return call(tool, true, new Json.Text("not possible"));
  }

  private Conversation call(String tool, boolean failed, Json result) {
    String id = "call_" + calls++;
    ToolCall call = new ToolCall(id, tool, new Json.Obj(Map.of()));
    steps.add(new Step.AgentTurn("", List.of(call), Timing.UNKNOWN, false));
    steps.add(new Step.ToolResult(id, tool, text(result), result, failed, true, Timing.UNKNOWN));
    return this;
  }

  private static String text(Json json) {
    StringBuilder out = new StringBuilder();
    CompactJson.append(out, json);
    return out.toString();
  }

  private static Json json(String... pairs) {
    Map<String, Json> members = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      String value = pairs[i + 1];
      boolean number = value.matches("[0-9]+(\\.[0-9]+)?");
      members.put(pairs[i], number ? new Json.Num(new BigDecimal(value)) : new Json.Text(value));
    }
    return new Json.Obj(members);
  }

  public Trace trace() {
    return new Trace(
        new TraceId("t1"),
        "t1",
        "default",
        new Agent("desk", "1", null, null, null),
        "production",
        "chat",
        null,
        locale,
        ZoneOffset.UTC,
        Instant.parse("2026-11-22T10:00:00Z"),
        null,
        steps,
        context,
        List.of(),
        Usage.UNKNOWN,
        outcome,
        List.of(),
        null);
  }
}
