package dev.assay.models;

import java.time.Duration;

/**
 * What one model call may take.
 *
 * @param connect until the connection stands
 * @param answer until the whole answer is read, per attempt
 * @param outputTokens the most the model may write
 */
public record CallLimits(Duration connect, Duration answer, int outputTokens) {
  /** A judge call writes some hundred tokens; slow local models need most of the minute. */
  public static final CallLimits DEFAULT =
      new CallLimits(Duration.ofSeconds(5), Duration.ofSeconds(60), 2_000);

  public CallLimits {
    if (!connect.isPositive() || !answer.isPositive() || outputTokens < 1) {
      throw new IllegalArgumentException("the limits of a model call are more than zero");
    }
  }
}
