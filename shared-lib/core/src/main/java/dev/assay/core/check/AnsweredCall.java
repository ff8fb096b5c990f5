package dev.assay.core.check;

import dev.assay.core.feedback.Finding;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.ToolCall;
import dev.assay.core.trace.Trace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call of the agent with what came back. Answers find their call by its id, in order where an id
 * is used again; an answer without an id goes to the oldest open call of that name.
 *
 * @param message the index of the message that called
 * @param answer null when nothing came back
 */
record AnsweredCall(int message, ToolCall call, Step.@Nullable ToolResult answer) {

  static List<AnsweredCall> of(Trace trace) {
    List<AnsweredCall> calls = new ArrayList<>();
    Map<String, Deque<Integer>> open = new HashMap<>();
    for (int i = 0; i < trace.steps().size(); i++) {
      switch (trace.steps().get(i)) {
        case Step.AgentTurn turn -> {
          for (ToolCall call : turn.calls()) {
            open.computeIfAbsent(key(call), k -> new ArrayDeque<>()).add(calls.size());
            calls.add(new AnsweredCall(i, call, null));
          }
        }
        case Step.ToolResult result -> answer(calls, open, result);
        case Step.UserTurn turn -> {}
        case Step.SystemPrompt prompt -> {}
      }
    }
    return calls;
  }

  private static void answer(
      List<AnsweredCall> calls, Map<String, Deque<Integer>> open, Step.ToolResult result) {
    Deque<Integer> waiting = open.get(key(result));
    if (!result.seenByAgent() || waiting == null || waiting.isEmpty()) {
      return;
    }
    int index = waiting.remove();
    AnsweredCall asked = calls.get(index);
    calls.set(index, new AnsweredCall(asked.message, asked.call, result));
  }

  private static String key(ToolCall call) {
    return call.id().isEmpty() ? "name " + call.name() : "id " + call.id();
  }

  private static String key(Step.ToolResult result) {
    String id = result.callId();
    return id == null || id.isEmpty() ? "name " + result.name() : "id " + id;
  }

  Finding finding(String verdict, String reason) {
    return new Finding(message, 0, 0, call.name(), "TOOL_CALL", null, verdict, null, reason);
  }
}
