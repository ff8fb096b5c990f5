package dev.assay.core.judge;

import dev.assay.core.feedback.Assessment;
import dev.assay.core.feedback.Source;
import dev.assay.core.feedback.Spend;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.trace.Trace;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks models about a trace: all items of all due rubrics in one call. An answer that cannot be
 * used is asked for once more, then every rubric is Failed: one that cannot be read, and one that
 * shows that the model followed instructions from the conversation ({@link Controls}). A fault of
 * the provider is Failed at once, and whether it passes decides if the message goes back to its
 * queue. Nothing that fails is ever a score of 0.
 */
public final class RubricJudge implements Judge {
  /** The name of the set; each assessment appears under its rubric's. */
  public static final String NAME = "rubrics";

  private final RubricSet rubrics;
  private final Panel panel;
  private final Interview interview;
  private final PromptWriter writer;
  private final Supplier<String> marks;

  /**
   * Wires a judge.
   *
   * @param marks gives a new unguessable mark at each call, safe for several threads: see {@link
   *     Marks}
   */
  public RubricJudge(
      RubricSet rubrics,
      Panel panel,
      AnswerReader reader,
      PromptWriter writer,
      Supplier<String> marks) {
    this(rubrics, panel, new Interview(reader), writer, marks);
  }

  private RubricJudge(
      RubricSet rubrics,
      Panel panel,
      Interview interview,
      PromptWriter writer,
      Supplier<String> marks) {
    this.rubrics = rubrics;
    this.panel = panel;
    this.interview = interview;
    this.writer = writer;
    this.marks = marks;
  }

  @Override
  public Source source() {
    return new Source(Source.Type.JUDGE, NAME, version(rubrics.version()));
  }

  @Override
  public Source source(String key) {
    return new Source(Source.Type.JUDGE, key, version(rubrics.rubric(key).version()));
  }

  @Override
  public Thresholds thresholds(String key) {
    return rubrics.rubric(key).thresholds();
  }

  /** Every model of the panel as often as it may be asked; 0 when no rubric is due. */
  @Override
  public double upperCostUsd(Trace trace) {
    List<Rubric> due = rubrics.due(trace, null);
    return due.isEmpty() ? 0 : panel.upperCostUsd(prompt(due, trace, null));
  }

  @Override
  public RubricJudge only(Set<String> keys) {
    return new RubricJudge(rubrics.only(keys), panel, interview, writer, marks);
  }

  private String version(String rubric) {
    return rubric + "." + PromptWriter.VERSION + "+" + panel.version();
  }

  @Override
  public List<Assessment> assess(Trace trace) {
    return assess(trace, null, null);
  }

  @Override
  public List<Assessment> assess(Trace trace, Instant until) {
    return assess(trace, null, until);
  }

  /**
   * Assesses a trace.
   *
   * @param reference the right answer, where one is known: rubrics that need one are asked too
   * @return one assessment per due rubric; one that says so when none is due
   */
  public List<Assessment> assess(Trace trace, @Nullable String reference) {
    return assess(trace, reference, null);
  }

  private List<Assessment> assess(
      Trace trace, @Nullable String reference, @Nullable Instant until) {
    List<Rubric> due = rubrics.due(trace, reference);
    if (due.isEmpty()) {
      return rubrics.rubrics().stream()
          .map(rubric -> without(rubric, Verdict.unscored("nothing to judge"), Spend.NOTHING))
          .toList();
    }
    return judge(due, trace, () -> prompt(due, trace, reference), until);
  }

  /** The prompt that a trace would be judged with; for people who want to see it first. */
  public Prompt prompt(Trace trace, @Nullable String reference) {
    return prompt(rubrics.due(trace, reference), trace, reference);
  }

  private Prompt prompt(List<Rubric> due, Trace trace, @Nullable String reference) {
    return writer.write(due, trace, reference, Marks.notIn(trace, marks));
  }

  private List<Assessment> judge(
      List<Rubric> due, Trace trace, Supplier<Prompt> prompts, @Nullable Instant until) {
    Answers answers = new Answers(due);
    for (CallTerms terms : panel.asks()) {
      if (answers.goesOn()) {
        answers.first(interview.ask(panel.first(), prompts, by(until, terms)));
      }
    }
    JudgeModel second = panel.second();
    if (second != null && answers.wantsSecond(trace.outcome().escalated(), panel.doubt())) {
      answers.second(interview.ask(second, prompts, by(until, CallTerms.STANDARD)));
    }
    return answers.assessments(trace);
  }

  private static CallTerms by(@Nullable Instant until, CallTerms terms) {
    return until == null ? terms : terms.until(until);
  }

  static Assessment without(Rubric rubric, Verdict verdict, Spend spend) {
    String comment =
        switch (verdict) {
          case Verdict.Failed failed -> failed.fault().reason();
          case Verdict.Unscored unscored -> unscored.reason();
          case Verdict.Scored _ -> "";
        };
    return new Assessment(rubric.id(), verdict, null, comment, List.of(), spend);
  }
}
