package dev.assay.core.judge;

import dev.assay.core.feedback.Assessment;
import dev.assay.core.feedback.Evaluator;
import dev.assay.core.feedback.Score;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.sampling.Signal;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.ToolCall;
import dev.assay.core.trace.Trace;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/** The cheap signs of risk that a trace itself shows. */
final class TraceSignals {
  /** Turns of the agent with words; our own choice, above what most conversations need. */
  private static final int LONG_TURNS = 20;

  private TraceSignals() {}

  /**
   * Looks at a trace.
   *
   * @param lowCsatBelow ratings below this show that the customer was not content
   * @param preScore costs nothing: the embedded evidence judge
   */
  static Set<Signal> of(Trace trace, double lowCsatBelow, Evaluator preScore) {
    Set<Signal> signals = ofSteps(trace);
    if (isDiscontent(trace, lowCsatBelow)) {
      signals.add(Signal.THUMBS_DOWN);
    }
    if (preScore.assess(trace).stream().anyMatch(TraceSignals::isLow)) {
      signals.add(Signal.LOW_EVIDENCE);
    }
    return signals;
  }

  private static Set<Signal> ofSteps(Trace trace) {
    Set<Signal> signals = EnumSet.noneOf(Signal.class);
    Set<ToolCall> made = new HashSet<>();
    int turns = 0;
    for (Step step : trace.steps()) {
      if (step instanceof Step.AgentTurn turn) {
        turns += turn.text().isBlank() ? 0 : 1;
        for (ToolCall call : turn.calls()) {
          if (!made.add(new ToolCall("", call.name(), call.arguments()))) {
            signals.add(Signal.RETRY);
          }
        }
      } else if (step instanceof Step.ToolResult result && result.isError()) {
        signals.add(Signal.TOOL_ERROR);
      }
    }
    if (turns > LONG_TURNS) {
      signals.add(Signal.LONG);
    }
    return signals;
  }

  private static boolean isDiscontent(Trace trace, double lowCsatBelow) {
    Double csat = trace.outcome().csat();
    return (csat != null && csat < lowCsatBelow)
        || Boolean.FALSE.equals(trace.outcome().resolved());
  }

  private static boolean isLow(Assessment assessment) {
    return assessment.verdict() instanceof Verdict.Scored(Score score)
        && score.compareTo(Score.HALF) < 0;
  }
}
