package dev.assay.cli.rubric;

import dev.assay.core.feedback.Assessment;
import dev.assay.core.judge.AnswerReader.ItemAnswer;
import dev.assay.core.judge.CostBound;
import dev.assay.core.judge.JudgeModel;
import dev.assay.core.judge.Marks;
import dev.assay.core.judge.ModelReply;
import dev.assay.core.judge.Panel;
import dev.assay.core.judge.Prompt;
import dev.assay.core.judge.PromptWriter;
import dev.assay.core.judge.Rubric;
import dev.assay.core.judge.RubricJudge;
import dev.assay.core.judge.RubricSet;
import dev.assay.core.trace.Trace;
import dev.assay.wire.judge.JsonAnswerReader;
import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One rubric tried on one trace, by the judge that asks it online. */
public final class Trial {
  private static final JudgeModel NOBODY =
      new JudgeModel() {
        @Override
        public String id() {
          return "no model";
        }

        @Override
        public ModelReply ask(Prompt prompt) {
          return ModelReply.lasting("no model is configured");
        }
      };

  private final Rubric rubric;
  private final Trace trace;
  private final @Nullable String reference;
  private final Recorder model;
  private final RubricJudge judge;
  private final Prompt prompt;

  private Trial(Rubric rubric, Trace trace, @Nullable String reference, JudgeModel asked) {
    this.rubric = rubric;
    this.trace = trace;
    this.reference = reference;
    model = new Recorder(asked);
    // One mark, so that what is shown is what is asked.
    String mark = Marks.from(new SecureRandom()).get();
    judge =
        new RubricJudge(
            new RubricSet(List.of(rubric)),
            Panel.of(model),
            new JsonAnswerReader(),
            new PromptWriter(),
            () -> mark);
    prompt = judge.prompt(trace, reference);
  }

  /**
   * Prepares a trial; asks nothing yet.
   *
   * @param reference the right answer; null when none is known
   * @param model null to see prompt and cost alone, at the dearest known price
   */
  public static Trial of(
      Rubric rubric, Trace trace, @Nullable String reference, @Nullable JudgeModel model) {
    return new Trial(rubric, trace, reference, model == null ? NOBODY : model);
  }

  public Rubric rubric() {
    return rubric;
  }

  public Trace trace() {
    return trace;
  }

  public String model() {
    return model.id();
  }

  public Prompt prompt() {
    return prompt;
  }

  /** False when the trace holds nothing that the rubric looks at. */
  public boolean isDue() {
    return prompt.questionnaire().sections().stream().anyMatch(section -> !section.bare());
  }

  /** Rather too many. */
  public long inputTokens() {
    return CostBound.inputTokens(prompt);
  }

  /** In US dollars, with the second asking. */
  public double upperCostUsd() {
    return Panel.of(model).upperCostUsd(prompt);
  }

  /**
   * What came of it.
   *
   * @param items as answered; empty when no answer was of use
   */
  public record Result(Assessment assessment, List<ItemAnswer> items) {
    public Result {
      items = List.copyOf(items);
    }
  }

  /** Asks the model. */
  public Result ask() {
    Assessment assessment = judge.assess(trace, reference).getFirst();
    return new Result(assessment, model.items(rubric.id()));
  }

  /** Whether an item's answer is the one that counts for the score. */
  public boolean passes(ItemAnswer answer) {
    return rubric.items().stream()
        .filter(item -> item.id().equals(answer.item()))
        .anyMatch(item -> (item.passesOn() == Rubric.Polarity.YES) == answer.yes());
  }
}
