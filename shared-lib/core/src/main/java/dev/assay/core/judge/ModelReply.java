package dev.assay.core.judge;

import dev.assay.core.feedback.Fault;
import dev.assay.core.feedback.Spend;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

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

  /**
   * No answer: the provider or the way to it failed.
   *
   * @param spend what the provider said, or what an answer that broke off cost at most
   * @param retryAfter how long the provider asks to wait; null when it says nothing
   */
  record Faulty(Fault fault, Spend spend, Cause cause, @Nullable Duration retryAfter)
      implements ModelReply {
    /** Of a cause that follows from the fault. */
    public Faulty(Fault fault, Spend spend) {
      this(fault, spend, fault.passing() ? Cause.DOWN : Cause.LASTING, null);
    }
  }

  /** Where a fault lies: decides how often, and how soon, a call is made again. */
  enum Cause {
    /** Trying again changes nothing. */
    LASTING,
    /** The provider wants fewer calls. Not paid. */
    THROTTLED,
    /** The provider is down or cannot be reached. Not paid. */
    DOWN,
    /** The answer broke off or did not come in time: it may have been paid. */
    BROKEN
  }

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
