package dev.assay.core.check.voice;

import dev.assay.core.feedback.Finding;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.Timing;
import dev.assay.core.trace.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A turn with offsets.
 *
 * @param message its index in the trace
 * @param startMs milliseconds after the conversation began
 * @param endMs not before {@code startMs}
 */
record SpokenTurn(int message, boolean agent, long startMs, long endMs) {

  /** The turns that have both offsets, in the order in which they began. */
  static List<SpokenTurn> of(Trace trace) {
    List<SpokenTurn> turns = new ArrayList<>();
    for (int i = 0; i < trace.steps().size(); i++) {
      Step step = trace.steps().get(i);
      boolean agent = step instanceof Step.AgentTurn;
      if (agent || step instanceof Step.UserTurn) {
        add(turns, i, agent, step.timing());
      }
    }
    turns.sort(Comparator.comparingLong(SpokenTurn::startMs));
    return turns;
  }

  private static void add(List<SpokenTurn> turns, int message, boolean agent, Timing timing) {
    Long start = timing.startMs();
    Long end = timing.endMs();
    if (start != null && end != null && end >= start) {
      turns.add(new SpokenTurn(message, agent, start, end));
    }
  }

  long lengthMs() {
    return endMs - startMs;
  }

  /** Points at this turn as a whole. */
  Finding finding(String type, long ms, String reason) {
    return new Finding(message, 0, 0, "", type, ms + " ms", "flagged", null, reason);
  }
}
