package dev.assay.models;

import dev.assay.core.judge.JudgeModel;
import dev.assay.core.judge.ModelReply;
import dev.assay.core.judge.Prompt;
import java.util.function.IntFunction;

/** A model that answers by how often it was asked. */
final class ScriptedModel implements JudgeModel {
  int asked;
  private final IntFunction<ModelReply> replies;

  /**
   * @param replies given the number of the ask, from 1
   */
  ScriptedModel(IntFunction<ModelReply> replies) {
    this.replies = replies;
  }

  @Override
  public String id() {
    return "scripted";
  }

  @Override
  public ModelReply ask(Prompt prompt) {
    return replies.apply(++asked);
  }
}
