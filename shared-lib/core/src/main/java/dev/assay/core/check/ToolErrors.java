package dev.assay.core.check;

import dev.assay.core.feedback.Assessment;
import dev.assay.core.feedback.Evaluator;
import dev.assay.core.feedback.Finding;
import dev.assay.core.feedback.Source;
import dev.assay.core.feedback.Spend;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.trace.Trace;
import java.util.ArrayList;
import java.util.List;

/**
 * Tool calls of the agent that failed or were never answered. The score is the share of calls that
 * came back without an error; a conversation without calls is unscored. Calls on the customer's own
 * device do not count: they are not the agent's.
 */
public final class ToolErrors implements Evaluator {
  /** The key of its assessment. */
  public static final String KEY = "tool_errors";

  private static final Source SOURCE = new Source(Source.Type.CHECK, KEY, "1");

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
    List<Finding> findings = new ArrayList<>();
    int failed = 0;
    int unanswered = 0;
    for (AnsweredCall call : calls) {
      if (call.answer() == null) {
        unanswered++;
        findings.add(call.finding("unanswered", "no tool message answers this call"));
      } else if (call.answer().isError()) {
        failed++;
        findings.add(call.finding("failed", "the tool answered with an error"));
      }
    }
    double good = calls.size() - failed - unanswered;
    String value = failed + " failed, " + unanswered + " unanswered of " + calls.size();
    return List.of(
        new Assessment(
            KEY,
            Verdict.scored(good / calls.size()),
            value,
            value + " tool calls",
            findings,
            Spend.NOTHING));
  }
}
