package dev.assay.cli.rubric;

import dev.assay.core.judge.AnswerReader.ItemAnswer;
import dev.assay.core.judge.AnswerReader.Reading;
import dev.assay.core.judge.CallTerms;
import dev.assay.core.judge.JudgeModel;
import dev.assay.core.judge.ModelReply;
import dev.assay.core.judge.Prompt;
import dev.assay.wire.judge.JsonAnswerReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Remembers what a model last answered: a score alone does not say which item failed. */
final class Recorder implements JudgeModel {
  private final JudgeModel model;
  private @Nullable Prompt asked;
  private @Nullable String answered;

  Recorder(JudgeModel model) {
    this.model = model;
  }

  @Override
  public String id() {
    return model.id();
  }

  @Override
  public ModelReply ask(Prompt prompt) {
    return keep(prompt, model.ask(prompt));
  }

  @Override
  public ModelReply ask(Prompt prompt, CallTerms terms) {
    return keep(prompt, model.ask(prompt, terms));
  }

  @Override
  public double upperCostUsd(Prompt prompt) {
    return model.upperCostUsd(prompt);
  }

  private ModelReply keep(Prompt prompt, ModelReply reply) {
    asked = prompt;
    answered = reply instanceof ModelReply.Answered said ? said.text() : null;
    return reply;
  }

  /** The items of a rubric as last answered; empty when the answer was of no use. */
  List<ItemAnswer> items(String rubric) {
    if (asked == null || answered == null) {
      return List.of();
    }
    return switch (new JsonAnswerReader().read(answered, asked.questionnaire())) {
      case Reading.Read read ->
          read.sections().stream()
              .filter(section -> section.id().equals(rubric))
              .flatMap(section -> section.answers().stream())
              .toList();
      case Reading.Unreadable _ -> List.of();
    };
  }
}
