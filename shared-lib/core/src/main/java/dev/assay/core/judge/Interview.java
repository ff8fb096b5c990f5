package dev.assay.core.judge;

import dev.assay.core.feedback.Fault;
import dev.assay.core.feedback.Spend;
import dev.assay.core.judge.AnswerReader.Reading;

/**
 * Puts a prompt to a model until it has given an answer of use, twice at most: an answer that
 * cannot be used (unreadable, refused, truncated, incomplete) is asked for once more with the
 * reason shown.
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

    record Answered(Reading.Read answers, Spend spend) implements Outcome {}

    record Failed(Fault fault, Spend spend) implements Outcome {}
  }

  /**
   * Asks.
   *
   * @param terms of both attempts; what cannot be answered by their end is a passing fault
   */
  Outcome ask(JudgeModel model, Prompt prompt, CallTerms terms) {
    Spend spend = Spend.NOTHING;
    String reason = "";
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      ModelReply reply = model.ask(attempt == 0 ? prompt : prompt.again(reason), terms);
      spend = spend.plus(reply.spend());
      switch (reply) {
        case ModelReply.Faulty faulty -> {
          return new Outcome.Failed(faulty.fault(), spend);
        }
        case ModelReply.Answered answered -> {
          switch (read(answered, prompt)) {
            case Reading.Read read -> {
              return new Outcome.Answered(read, spend);
            }
            case Reading.Unreadable unreadable -> reason = unreadable.reason();
          }
        }
      }
    }
    return new Outcome.Failed(
        new Fault("the judge's answer was of no use twice: " + reason, false), spend);
  }

  private Reading read(ModelReply.Answered answered, Prompt prompt) {
    return switch (answered.ending()) {
      case COMPLETE -> reader.read(answered.text(), prompt.questionnaire());
      case TRUNCATED -> new Reading.Unreadable("it was cut off at the limit on its length");
      case REFUSED -> new Reading.Unreadable("it was refused");
    };
  }
}
