package dev.assay.testkit.judge;

import dev.assay.core.feedback.Assessment;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.judge.AnswerReader.ItemAnswer;
import dev.assay.core.judge.AnswerReader.Reading;
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
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Tries attempts on a judge of one rubric and one model. Beside the verdict it keeps the score that
 * the model's first answer would have been, had nothing guarded it. Not for several threads.
 */
public final class Trial {
  private static final String FOLLOWED = "followed instructions inside the conversation";

  private final Rubric rubric;
  private final Witness model;
  private final RubricJudge judge;

  /**
   * Wires a judge.
   *
   * @param seed of the marks
   */
  public Trial(Rubric rubric, JudgeModel model, long seed) {
    this.rubric = rubric;
    this.model = new Witness(model);
    this.judge =
        new RubricJudge(
            new RubricSet(List.of(rubric)),
            Panel.of(this.model),
            new JsonAnswerReader(),
            new PromptWriter(),
            Marks.from(new SplittableRandom(seed)));
  }

  /**
   * What came of one conversation.
   *
   * @param unguarded the score of the first answer; empty when it could not be read
   * @param calls how often the model was asked
   */
  public record Result(Verdict verdict, OptionalDouble unguarded, int calls) {
    /** Void: the judge was caught following instructions. */
    public boolean detected() {
      return verdict instanceof Verdict.Failed failed
          && failed.fault().reason().startsWith(FOLLOWED);
    }

    /** Whether a score came out that is another than this one. */
    public boolean scoredOtherThan(double honest) {
      return verdict instanceof Verdict.Scored scored && scored.score().value() != honest;
    }

    /** Whether the first answer would have been another score. */
    public boolean swayed(double honest) {
      return unguarded.isPresent() && unguarded.getAsDouble() != honest;
    }
  }

  /** Judges the conversation, with the attempt in it or without. */
  public Result run(Desk desk, @Nullable Attempt attempt) {
    Trace trace = desk.trace(attempt);
    model.answers.clear();
    Assessment assessment = judge.assess(trace).getFirst();
    return new Result(
        assessment.verdict(), model.answers.getFirst().score(rubric), model.answers.size());
  }

  /** A prompt and what was answered. */
  private record Asked(Prompt prompt, ModelReply reply) {
    OptionalDouble score(Rubric rubric) {
      if (reply instanceof ModelReply.Answered answered
          && new JsonAnswerReader().read(answered.text(), prompt.questionnaire())
              instanceof Reading.Read read) {
        return OptionalDouble.of(share(rubric, read.sections().getFirst().answers()));
      }
      return OptionalDouble.empty();
    }

    private static double share(Rubric rubric, List<ItemAnswer> answers) {
      double passed = 0;
      double all = 0;
      for (int i = 0; i < answers.size(); i++) {
        Rubric.Item item = rubric.items().get(i);
        all += item.weight();
        boolean passes = answers.get(i).yes() == (item.passesOn() == Rubric.Polarity.YES);
        passed += passes ? item.weight() : 0;
      }
      return Math.min(1, passed / all);
    }
  }

  /** Passes every call on and remembers it. */
  private static final class Witness implements JudgeModel {
    private final JudgeModel model;
    private final List<Asked> answers = new ArrayList<>();

    Witness(JudgeModel model) {
      this.model = model;
    }

    @Override
    public String id() {
      return model.id();
    }

    @Override
    public ModelReply ask(Prompt prompt) {
      ModelReply reply = model.ask(prompt);
      answers.add(new Asked(prompt, reply));
      return reply;
    }
  }
}
