package dev.assay.core.judge;

import dev.assay.core.feedback.Finding;
import dev.assay.core.judge.AnswerReader.ItemAnswer;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.Trace;
import java.util.ArrayList;
import java.util.List;

/** A rubric with its answers, in the same order. */
record Checklist(Rubric rubric, List<ItemAnswer> answers) {
  private static final int LONGEST_COMMENT = 500;

  /** A quote shorter than this is found by accident. */
  private static final int SHORTEST_QUOTE = 4;

  Checklist {
    answers = List.copyOf(answers);
    if (answers.size() != rubric.items().size()) {
      throw new IllegalArgumentException(
          rubric.items().size() + " answers expected, not " + answers.size());
    }
  }

  /** 0..1 on the rubric's scale. */
  double score() {
    return switch (rubric.scale()) {
      case SHARE -> share();
      case ALL -> failed().isEmpty() ? 1 : 0;
    };
  }

  private double share() {
    double passed = 0;
    double all = 0;
    for (int i = 0; i < answers.size(); i++) {
      double weight = rubric.items().get(i).weight();
      all += weight;
      passed += passes(i) ? weight : 0;
    }
    return Math.min(1, passed / all);
  }

  /** Such as {@code 4 of 5 items}. */
  String value() {
    int passed = answers.size() - failed().size();
    return passed + " of " + answers.size() + " items";
  }

  /** Which items failed and why, in the judge's words. */
  String comment() {
    StringBuilder out = new StringBuilder();
    for (ItemAnswer answer : failed()) {
      out.append(out.isEmpty() ? "" : " ").append(answer.item()).append(": ");
      out.append(answer.reason().strip());
    }
    if (out.isEmpty()) {
      return "every item passed";
    }
    return out.length() <= LONGEST_COMMENT
        ? out.toString()
        : out.substring(0, LONGEST_COMMENT) + "…";
  }

  /** The failed items whose quote stands in something the agent said. */
  List<Finding> findings(Trace trace) {
    List<Finding> findings = new ArrayList<>();
    for (ItemAnswer answer : failed()) {
      String quote = answer.quote().strip();
      if (quote.length() >= SHORTEST_QUOTE) {
        locate(trace, quote, answer, findings);
      }
    }
    return findings;
  }

  private static void locate(Trace trace, String quote, ItemAnswer answer, List<Finding> out) {
    for (int i = 0; i < trace.steps().size(); i++) {
      if (trace.steps().get(i) instanceof Step.AgentTurn turn) {
        int start = turn.text().indexOf(quote);
        if (start >= 0) {
          int end = start + quote.length();
          out.add(
              new Finding(
                  i, start, end, quote, answer.item(), null, "unsupported", null, answer.reason()));
          return;
        }
      }
    }
  }

  private List<ItemAnswer> failed() {
    List<ItemAnswer> failed = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      if (!passes(i)) {
        failed.add(answers.get(i));
      }
    }
    return failed;
  }

  private boolean passes(int i) {
    return rubric.items().get(i).passesOn().matches(answers.get(i).yes());
  }
}
