package dev.assay.core.check.commitment.grammar;

import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The day that a prompt states as the current one; it outranks the clock of the recording. */
public final class Today {
  private Today() {}

  /** "The current time is 2024-05-15 15:00:00 EST." */
  public static Optional<LocalDate> statedIn(Utterance utterance) {
    List<Token> tokens = utterance.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      boolean date = tokens.get(i).kind() == Token.Kind.DATE;
      if (date && utterance.before(WordClass.NOW, utterance.clauses().sentenceStart(i), i) >= 0) {
        return Optional.of(LocalDate.ofEpochDay(tokens.get(i).value()));
      }
    }
    return Optional.empty();
  }
}
