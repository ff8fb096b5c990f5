package dev.assay.models;

import dev.assay.core.judge.Prompt;
import java.time.Duration;

/**
 * What one model call may take.
 *
 * @param connect until the connection stands
 * @param answer until the whole answer is read, per attempt
 * @param outputTokens the most the model may write where the prompt's answer needs no more, which
 *     is too little for models that think before they write; 0 or more
 */
record CallLimits(Duration connect, Duration answer, int outputTokens) {
  /** Slow local models need most of the minute. */
  static final CallLimits DEFAULT =
      new CallLimits(Duration.ofSeconds(5), Duration.ofSeconds(60), 0);

  CallLimits {
    if (!connect.isPositive() || !answer.isPositive() || outputTokens < 0) {
      throw new IllegalArgumentException("the limits of a model call are more than zero");
    }
  }

  /** The most the model may write to a prompt. */
  int outputTokens(Prompt prompt) {
    return Math.max(outputTokens, prompt.answerTokens());
  }
}
