package dev.assay.core.judge.evidence;

import dev.assay.core.trace.Json;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.ToolCall;
import dev.assay.core.trace.Trace;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The agent's tool calls and what became of them. A call without a recorded result counts as done.
 */
final class Calls {
  private final List<Made> made = new ArrayList<>();
  private final Map<String, Integer> byId = new HashMap<>();
  private final Map<Family, Integer> firstTried = new EnumMap<>(Family.class);
  private final Map<Family, Integer> firstDone = new EnumMap<>(Family.class);

  /** What the calls say of a deed. */
  enum Support {
    DONE,
    FAILED,
    NONE
  }

  private record Made(int step, ToolCall call, boolean failed) {}

  private Calls() {}

  static Calls of(Trace trace) {
    Calls calls = new Calls();
    for (int i = 0; i < trace.steps().size(); i++) {
      switch (trace.steps().get(i)) {
        case Step.AgentTurn turn -> calls.add(i, turn.calls());
        case Step.ToolResult result when result.seenByAgent() && failed(result) ->
            calls.fail(result.callId());
        case Step.ToolResult _, Step.SystemPrompt _, Step.UserTurn _ -> {}
      }
    }
    return calls.indexed();
  }

  /** True for a flagged error and for a result that says itself that it is one. */
  static boolean failed(Step.ToolResult result) {
    if (result.isError() || result.text().regionMatches(true, 0, "error", 0, 5)) {
      return true;
    }
    return result.json() instanceof Json.Obj object
        && (saysError(object.members().get("error")) || isFalse(object.members().get("success")));
  }

  boolean isEmpty() {
    return made.isEmpty();
  }

  /** The arguments of the call that this result answers. */
  @Nullable Json argumentsOf(Step.ToolResult result) {
    Integer call = byId.get(result.callId());
    return call == null ? null : made.get(call).call().arguments();
  }

  /** What the calls up to and in the step say of a deed. */
  Support support(Family family, int step) {
    if (firstDone.getOrDefault(family, Integer.MAX_VALUE) <= step) {
      return Support.DONE;
    }
    boolean tried = firstTried.getOrDefault(family, Integer.MAX_VALUE) <= step;
    return tried ? Support.FAILED : Support.NONE;
  }

  /** Once for all claims, so that many of them stay linear. */
  private Calls indexed() {
    for (Made call : made) {
      String tool = call.call().name();
      boolean opaque = Family.isOpaque(tool);
      for (Family family : Family.values()) {
        if (opaque || family.does(tool)) {
          firstTried.putIfAbsent(family, call.step());
          if (!call.failed()) {
            firstDone.putIfAbsent(family, call.step());
          }
        }
      }
    }
    return this;
  }

  private void add(int step, List<ToolCall> calls) {
    for (ToolCall call : calls) {
      if (!call.id().isEmpty()) {
        byId.put(call.id(), made.size());
      }
      made.add(new Made(step, call, false));
    }
  }

  private void fail(@Nullable String callId) {
    Integer index = callId == null ? null : byId.get(callId);
    int failed = index == null ? made.size() - 1 : index;
    if (failed >= 0) {
      Made call = made.get(failed);
      made.set(failed, new Made(call.step(), call.call(), true));
    }
  }

  private static boolean saysError(@Nullable Json error) {
    return error != null && error != Json.Null.NULL && !isFalse(error);
  }

  private static boolean isFalse(@Nullable Json json) {
    return json instanceof Json.Bool bool && !bool.value();
  }
}
