package dev.assay.core.judge;

import dev.assay.core.feedback.Fault;
import dev.assay.core.feedback.Spend;

/** What came back from a model. */
public sealed interface ModelReply {
  /** What the call cost, as far as the provider said. */
  Spend spend();

  /**
   * The model answered; whether the answer is of use is for the {@link AnswerReader} to say.
   *
   * @param text what the model wrote, expected to be JSON of {@link Prompt#schema()}
   */
  record Answered(String text, Ending ending, Spend spend) implements ModelReply {}

  /** No answer: the provider or the way to it failed. */
  record Faulty(Fault fault, Spend spend) implements ModelReply {}

  /** Why the model stopped. */
  enum Ending {
    COMPLETE,
    /** It ran into the limit on output tokens. */
    TRUNCATED,
    /** It declined, or the provider's filter did. */
    REFUSED
  }

  static ModelReply lasting(String reason) {
    return new Faulty(new Fault(reason, false), Spend.NOTHING);
  }

  static ModelReply passing(String reason) {
    return new Faulty(new Fault(reason, true), Spend.NOTHING);
  }
}
