package dev.assay.core.judge;

import dev.assay.core.feedback.Assessment;
import dev.assay.core.feedback.Fault;
import dev.assay.core.feedback.Spend;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.judge.Interview.Outcome;
import dev.assay.core.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The panel's answers to one trace as they come in. Not for several threads. */
final class Answers {
  private final List<Rubric> due;
  private List<Opinion> opinions = List.of();
  private Spend spend = Spend.NOTHING;
  private @Nullable Fault fault;
  private boolean cut;

  Answers(List<Rubric> due) {
    this.due = due;
  }

  /** False after a fault: another repeat would meet it too. */
  boolean goesOn() {
    return fault == null;
  }

  void first(Outcome outcome) {
    spend = spend.plus(outcome.spend());
    switch (outcome) {
      case Outcome.Answered answered -> opinions = added(answered);
      case Outcome.Failed failed -> fault = failed.fault();
    }
  }

  private List<Opinion> added(Outcome.Answered answered) {
    List<Opinion> all = new ArrayList<>();
    for (int i = 0; i < due.size(); i++) {
      Rubric rubric = due.get(i);
      List<Checklist> first =
          opinions.isEmpty() ? new ArrayList<>() : new ArrayList<>(opinions.get(i).first());
      first.add(of(answered, rubric));
      all.add(new Opinion(rubric, first, null));
    }
    cut |= answered.cut();
    return all;
  }

  boolean wantsSecond(boolean escalated, Doubt doubt) {
    return !opinions.isEmpty()
        && (escalated || opinions.stream().anyMatch(opinion -> opinion.isIn(doubt)));
  }

  /** A second model that fails leaves the first one's word standing. */
  void second(Outcome outcome) {
    spend = spend.plus(outcome.spend());
    if (outcome instanceof Outcome.Answered answered) {
      opinions =
          opinions.stream().map(opinion -> opinion.with(of(answered, opinion.rubric()))).toList();
    }
  }

  private static Checklist of(Outcome.Answered answered, Rubric rubric) {
    return new Checklist(rubric, answered.answers().of(rubric.id()));
  }

  List<Assessment> assessments(Trace trace) {
    List<Spend> shares = shares();
    List<Assessment> out = new ArrayList<>();
    for (int i = 0; i < due.size(); i++) {
      Rubric rubric = due.get(i);
      if (opinions.isEmpty()) {
        Fault failed = fault == null ? new Fault("no answer", false) : fault;
        out.add(RubricJudge.without(rubric, new Verdict.Failed(failed), shares.get(i)));
      } else {
        out.add(opinions.get(i).assessment(trace, cut, shares.get(i)));
      }
    }
    return out;
  }

  /** The calls' cost by the rubrics' numbers of items, so that the sum over them is right. */
  private List<Spend> shares() {
    int items = due.stream().mapToInt(rubric -> rubric.items().size()).sum();
    List<Spend> shares = new ArrayList<>();
    Spend given = Spend.NOTHING;
    int so = 0;
    for (Rubric rubric : due) {
      so += rubric.items().size();
      Spend upTo =
          new Spend(
              spend.inputTokens() * so / items,
              spend.outputTokens() * so / items,
              so == items ? spend.costUsd() : spend.costUsd() * so / items);
      shares.add(
          new Spend(
              upTo.inputTokens() - given.inputTokens(),
              upTo.outputTokens() - given.outputTokens(),
              upTo.costUsd() - given.costUsd()));
      given = upTo;
    }
    return shares;
  }
}
