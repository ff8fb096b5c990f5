package dev.assay.core.judge;

import dev.assay.core.feedback.Assessment;
import dev.assay.core.feedback.Evaluator;
import dev.assay.core.feedback.Finding;
import dev.assay.core.feedback.Source;
import dev.assay.core.feedback.Spend;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.judge.AnswerReader.Reading;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.Trace;
import java.util.List;
import java.util.function.Supplier;

/**
 * Asks a model one rubric about a trace. The score is the weighted share of items passed. An answer
 * that cannot be used (unreadable, refused, truncated, incomplete) is asked for once more with the
 * reason shown, then it is Failed; a fault of the provider is Failed at once, and whether it passes
 * decides if the message goes back to its queue. Nothing that fails is ever a score of 0.
 */
public final class RubricJudge implements Evaluator {
  private static final int ATTEMPTS = 2;

  private final Rubric rubric;
  private final JudgeModel model;
  private final AnswerReader reader;
  private final PromptWriter writer;
  private final Supplier<String> marks;

  /**
   * @param marks gives a new unguessable mark at each call, safe for several threads: see {@link
   *     Marks}
   */
  public RubricJudge(
      Rubric rubric,
      JudgeModel model,
      AnswerReader reader,
      PromptWriter writer,
      Supplier<String> marks) {
    this.rubric = rubric;
    this.model = model;
    this.reader = reader;
    this.writer = writer;
    this.marks = marks;
  }

  @Override
  public Source source() {
    String version = rubric.version() + "." + PromptWriter.VERSION + "+" + model.id();
    return new Source(Source.Type.JUDGE, rubric.id(), version);
  }

  @Override
  public List<Assessment> assess(Trace trace) {
    if (!agentSpoke(trace)) {
      return List.of(without(Verdict.unscored("the agent said nothing"), Spend.NOTHING));
    }
    return List.of(judge(trace, writer.write(rubric, trace, Marks.notIn(trace, marks))));
  }

  private Assessment judge(Trace trace, Prompt prompt) {
    Spend spend = Spend.NOTHING;
    String reason = "";
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      ModelReply reply = model.ask(attempt == 0 ? prompt : prompt.again(reason));
      spend = spend.plus(reply.spend());
      switch (reply) {
        case ModelReply.Faulty faulty -> {
          return without(new Verdict.Failed(faulty.fault()), spend);
        }
        case ModelReply.Answered answered -> {
          switch (read(answered)) {
            case Reading.Read read -> {
              return scored(trace, new Checklist(rubric, read.answers()), prompt.cut(), spend);
            }
            case Reading.Unreadable unreadable -> reason = unreadable.reason();
          }
        }
      }
    }
    return without(Verdict.failed("the judge's answer was of no use twice: " + reason), spend);
  }

  private Reading read(ModelReply.Answered answered) {
    return switch (answered.ending()) {
      case COMPLETE -> reader.read(answered.text(), rubric);
      case TRUNCATED -> new Reading.Unreadable("it was cut off at the limit on its length");
      case REFUSED -> new Reading.Unreadable("it was refused");
    };
  }

  private Assessment scored(Trace trace, Checklist checklist, boolean cut, Spend spend) {
    List<Finding> findings = checklist.findings(trace);
    String comment = cut ? checklist.comment() + " (trace cut for the judge)" : checklist.comment();
    return new Assessment(
        rubric.id(),
        Verdict.scored(checklist.score()),
        checklist.value(),
        comment,
        findings,
        spend);
  }

  private Assessment without(Verdict verdict, Spend spend) {
    String comment =
        switch (verdict) {
          case Verdict.Failed failed -> failed.fault().reason();
          case Verdict.Unscored unscored -> unscored.reason();
          case Verdict.Scored _ -> "";
        };
    return new Assessment(rubric.id(), verdict, null, comment, List.of(), spend);
  }

  private static boolean agentSpoke(Trace trace) {
    for (Step step : trace.steps()) {
      if (step instanceof Step.AgentTurn turn && !turn.text().isBlank()) {
        return true;
      }
    }
    return false;
  }
}
