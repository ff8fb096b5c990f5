package dev.assay.core.judge;

import dev.assay.core.feedback.Fault;
import dev.assay.core.feedback.Spend;
import dev.assay.core.judge.AnswerReader.Reading;
import java.util.function.Supplier;

/**
 * Puts a question to a model until it has given an answer of use, twice at most. An answer that
 * cannot be read (no JSON, refused, truncated, incomplete) is asked for once more with the reason
 * shown. An answer that breaks the {@link Controls} is void: asked once more from the start, with
 * another mark and other controls, and never told why.
 */
final class Interview {
  /** As often a model is asked the same at most. */
  static final int ATTEMPTS = 2;

  private final AnswerReader reader;

  Interview(AnswerReader reader) {
    this.reader = reader;
  }

  /** How it ended. */
  sealed interface Outcome {
    /** What all attempts cost together. */
    Spend spend();

    /**
     * With an answer.
     *
     * @param cut whether the model saw only parts of the conversation
     */
    record Answered(Reading.Read answers, boolean cut, Spend spend) implements Outcome {}

    record Failed(Fault fault, Spend spend) implements Outcome {}
  }

  /** What came of one attempt. */
  private sealed interface Attempt {
    record Good(Reading.Read answers) implements Attempt {}

    /** Cannot be read; why. */
    record Unreadable(String reason) implements Attempt {}

    /** Must not be used; what showed it. */
    record Broken(String reason) implements Attempt {}

    record Faulty(Fault fault) implements Attempt {}
  }

  /**
   * Asks.
   *
   * @param prompts a new prompt at each call, with a mark of its own
   * @param terms of both attempts; what cannot be answered by their end is a passing fault
   */
  Outcome ask(JudgeModel model, Supplier<Prompt> prompts, CallTerms terms) {
    Spend spend = Spend.NOTHING;
    Prompt prompt = prompts.get();
    Fault fault = new Fault("never asked", false);
    for (int left = ATTEMPTS; left > 0; left--) {
      ModelReply reply = model.ask(prompt, terms);
      spend = spend.plus(reply.spend());
      switch (attempt(reply, prompt)) {
        case Attempt.Good good -> {
          return new Outcome.Answered(good.answers(), prompt.cut(), spend);
        }
        case Attempt.Faulty faulty -> {
          return new Outcome.Failed(faulty.fault(), spend);
        }
        case Attempt.Unreadable unreadable -> {
          fault = lasting("the judge's answer was of no use twice: " + unreadable.reason());
          prompt = prompt.again(unreadable.reason());
        }
        case Attempt.Broken broken -> {
          fault = lasting("followed instructions inside the conversation: " + broken.reason());
          prompt = left > 1 ? prompts.get() : prompt;
        }
      }
    }
    return new Outcome.Failed(fault, spend);
  }

  private static Fault lasting(String reason) {
    return new Fault(reason, false);
  }

  private Attempt attempt(ModelReply reply, Prompt prompt) {
    return switch (reply) {
      case ModelReply.Faulty faulty -> new Attempt.Faulty(faulty.fault());
      case ModelReply.Answered answered ->
          switch (read(answered, prompt)) {
            case Reading.Unreadable unreadable -> new Attempt.Unreadable(unreadable.reason());
            case Reading.Read read -> checked(read, prompt.controls());
          };
    };
  }

  private static Attempt checked(Reading.Read read, Controls controls) {
    return controls
        .broken(read)
        .<Attempt>map(Attempt.Broken::new)
        .orElseGet(() -> new Attempt.Good(read));
  }

  private Reading read(ModelReply.Answered answered, Prompt prompt) {
    return switch (answered.ending()) {
      case COMPLETE -> reader.read(answered.text(), prompt.questionnaire());
      case TRUNCATED -> new Reading.Unreadable("it was cut off at the limit on its length");
      case REFUSED -> new Reading.Unreadable("it was refused");
    };
  }
}
