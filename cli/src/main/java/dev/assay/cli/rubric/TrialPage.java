package dev.assay.cli.rubric;

import dev.assay.cli.terminal.Figures;
import dev.assay.cli.terminal.Surroundings;
import dev.assay.core.feedback.Assessment;
import dev.assay.core.feedback.Spend;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.judge.AnswerReader.ItemAnswer;
import java.util.Locale;

/** A trial for people to read. */
public final class TrialPage {
  private final Surroundings surroundings;
  private final Trial trial;

  public TrialPage(Surroundings surroundings, Trial trial) {
    this.surroundings = surroundings;
    this.trial = trial;
  }

  /** What would be asked, and what that may cost. */
  public String before() {
    return surroundings.heading("Prompt, for every trace the same")
        + "\n"
        + trial.prompt().system()
        + "\n"
        + surroundings.heading("Prompt, for trace " + trial.trace().id())
        + "\n"
        + trial.prompt().user()
        + "\n"
        + surroundings.heading("Cost before")
        + "\n"
        + String.format(
            Locale.ROOT,
            "%s at most with %s: %,d tokens in, %,d out, and all of it twice where the first"
                + " answer is of no use%n",
            Figures.usd(trial.upperCostUsd()),
            trial.model(),
            trial.inputTokens(),
            trial.prompt().answerTokens());
  }

  /** What was answered. */
  public String after(Trial.Result result) {
    StringBuilder out = new StringBuilder("\n" + surroundings.heading("Answer") + "\n");
    for (ItemAnswer answer : result.items()) {
      out.append(trial.passes(answer) ? "  passed  " : "  failed  ");
      out.append(answer.item()).append(": ").append(answer.yes() ? "yes" : "no").append('\n');
      append(out, answer.reason());
      append(out, answer.quote().isBlank() ? "" : "“" + answer.quote().strip() + "”");
    }
    Assessment assessment = result.assessment();
    out.append(
        switch (assessment.verdict()) {
          case Verdict.Scored scored ->
              trial.rubric().id() + " " + Figures.score(scored.score().value());
          case Verdict.Unscored unscored -> "unscored: " + unscored.reason();
          case Verdict.Failed failed -> "failed: " + failed.fault().reason();
        });
    out.append(assessment.value() == null ? "" : ": " + assessment.value());
    Spend spend = assessment.spend();
    out.append("\n").append(spend.inputTokens()).append(" tokens in, ");
    out.append(spend.outputTokens()).append(" out, ").append(Figures.usd(spend.costUsd()));
    return out.append(spend.estimated() ? " (estimated)\n" : "\n").toString();
  }

  private static void append(StringBuilder out, String words) {
    if (!words.isBlank()) {
      out.append("          ").append(words.strip()).append('\n');
    }
  }
}
