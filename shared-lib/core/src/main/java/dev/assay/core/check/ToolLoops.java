package dev.assay.core.check;

import dev.assay.core.feedback.Assessment;
import dev.assay.core.feedback.Evaluator;
import dev.assay.core.feedback.Finding;
import dev.assay.core.feedback.Source;
import dev.assay.core.feedback.Spend;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.trace.Json;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.Trace;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An agent that goes round in circles: the same call with the same arguments and the same answer
 * three times or more in a conversation, or two calls taking turns twice (A-B-A-B). Asking again
 * and learning something new is no loop. The score is one minus the share of calls that repeated.
 */
public final class ToolLoops implements Evaluator {
  /** The key of its assessment. */
  public static final String KEY = "tool_loops";

  private static final Source SOURCE = new Source(Source.Type.CHECK, KEY, "1");
  private static final int FEWEST_REPEATS = 3;

  /** What makes two calls the same. */
  private record Same(String name, Json arguments, @Nullable String answer) {
    static Same of(AnsweredCall call) {
      Step.ToolResult answer = call.answer();
      return new Same(
          call.call().name(), call.call().arguments(), answer == null ? null : answer.text());
    }
  }

  @Override
  public Source source() {
    return SOURCE;
  }

  @Override
  public List<Assessment> assess(Trace trace) {
    List<AnsweredCall> calls = AnsweredCall.of(trace);
    if (calls.isEmpty()) {
      return List.of(Assessment.of(KEY, Verdict.unscored("no tool calls"), null, "no tool calls"));
    }
    List<Same> sames = calls.stream().map(Same::of).toList();
    BitSet repeated = repeats(sames);
    repeated.or(cycles(sames));
    List<Finding> findings = new ArrayList<>();
    repeated.stream()
        .forEach(
            i -> findings.add(calls.get(i).finding("repeated", "the same call, the same answer")));
    int count = repeated.cardinality();
    String value = count + " of " + calls.size() + " calls repeated";
    return List.of(
        new Assessment(
            KEY,
            Verdict.scored(1 - (double) count / calls.size()),
            value,
            count == 0 ? "no loop" : value + " without anything new",
            findings,
            Spend.NOTHING));
  }

  private static BitSet repeats(List<Same> calls) {
    Map<Same, BitSet> places = new HashMap<>();
    for (int i = 0; i < calls.size(); i++) {
      places.computeIfAbsent(calls.get(i), s -> new BitSet()).set(i);
    }
    BitSet repeated = new BitSet();
    for (BitSet same : places.values()) {
      if (same.cardinality() >= FEWEST_REPEATS) {
        same.clear(same.nextSetBit(0));
        repeated.or(same);
      }
    }
    return repeated;
  }

  private static BitSet cycles(List<Same> calls) {
    BitSet repeated = new BitSet();
    for (int i = 0; i + 3 < calls.size(); i++) {
      Same a = calls.get(i);
      Same b = calls.get(i + 1);
      if (!a.equals(b) && a.equals(calls.get(i + 2)) && b.equals(calls.get(i + 3))) {
        repeated.set(i + 2, i + 4);
      }
    }
    return repeated;
  }
}
