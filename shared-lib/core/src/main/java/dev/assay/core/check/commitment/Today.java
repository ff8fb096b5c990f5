package dev.assay.core.check.commitment;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The day that a prompt states as the current one; it outranks the clock of the recording. */
final class Today {
  private Today() {}

  /**
   * A stated day and time.
   *
   * @param time null where only the day was stated
   */
  record Stated(LocalDate day, @Nullable LocalTime time) {}

  /** "The current time is 2024-05-15 15:00:00 EST." */
  static Optional<Stated> statedIn(Utterance utterance) {
    List<Token> tokens = utterance.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      boolean date = tokens.get(i).kind() == Token.Kind.DATE;
      if (date && utterance.before(WordClass.NOW, utterance.clauses().sentenceStart(i), i) >= 0) {
        return Optional.of(
            new Stated(LocalDate.ofEpochDay(tokens.get(i).value()), time(tokens, i + 1)));
      }
    }
    return Optional.empty();
  }

  private static @Nullable LocalTime time(List<Token> tokens, int from) {
    for (int i = from; i < Math.min(tokens.size(), from + 3); i++) {
      if (tokens.get(i).kind() == Token.Kind.CLOCK && tokens.get(i).places() == 1) {
        return LocalTime.ofSecondOfDay(tokens.get(i).value() * 60);
      }
    }
    return null;
  }
}
