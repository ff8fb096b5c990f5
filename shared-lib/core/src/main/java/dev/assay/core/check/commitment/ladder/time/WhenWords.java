package dev.assay.core.check.commitment.ladder.time;

import dev.assay.core.check.commitment.claim.Commitment;
import dev.assay.core.check.commitment.claim.Turn;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.Value.When;
import java.time.LocalDate;

/** What the words around a date or time say of it: former, recorded, proposed, arriving. */
final class WhenWords {
  /** Words of a change tell about what follows them this far. */
  private static final int CHANGE_REACH = 60;

  private static final int ARRIVAL_REACH = 8;

  private WhenWords() {}

  /** "Moved from 2 PM", "your original time was 2 PM". */
  static boolean isFormer(Commitment claim, Turn turn) {
    Utterance utterance = turn.utterance();
    int from = claim.from();
    return utterance.is(from - 1, WordClass.FROM)
        || utterance.is(from - 2, WordClass.FROM)
        || utterance.inClause(WordClass.FORMER, from)
        || utterance.inClause(WordClass.WERE, from);
  }

  /** "Created on May 3", "booked 2024-05-03": when a record was written, which is never to come. */
  static boolean isLogged(Commitment claim, When when, Turn turn) {
    Utterance utterance = turn.utterance();
    int at = claim.from() - 1;
    while (at >= claim.from() - 3
        && (utterance.is(at, ':')
            || utterance.is(at, WordClass.ON)
            || utterance.is(at, WordClass.AT)
            || utterance.is(at, '('))) {
      at--;
    }
    boolean past = !when.dates().isEmpty() && !when.dates().getFirst().isAfter(turn.today());
    return past && utterance.is(at, WordClass.LOGGED);
  }

  static boolean isLogging(Commitment claim, Turn turn) {
    int start = turn.utterance().clauses().sentenceStart(claim.from());
    return turn.utterance().before(WordClass.LOGGED, start, claim.from()) >= 0;
  }

  /** "If you prefer tomorrow, I can look for flights on 2024-05-16". */
  static boolean isSaidRelatively(LocalDate day, Commitment claim, Turn turn) {
    for (Mention mention : turn.mentions()) {
      boolean relative = turn.utterance().is(mention.from(), WordClass.RELATIVE_DAY);
      if (relative
          && mention.from() != claim.from()
          && mention.value() instanceof When said
          && said.dates().contains(day)) {
        return true;
      }
    }
    return false;
  }

  static boolean hasChangeBefore(Utterance utterance, int claim) {
    for (int i = claim - 1; i >= Math.max(0, claim - CHANGE_REACH); i--) {
      if (utterance.is(i, WordClass.CHANGE) && !isPlace(utterance, i)) {
        return true;
      }
    }
    return false;
  }

  /** "New York" is nothing new. */
  private static boolean isPlace(Utterance utterance, int i) {
    Token next = utterance.tokens().get(i + 1);
    return next.kind() == Token.Kind.WORD
        && next.word() == null
        && Character.isUpperCase(utterance.text().charAt(utterance.tokens().get(i).start()))
        && Character.isUpperCase(utterance.text().charAt(next.start()));
  }

  static boolean isBesideArrival(Utterance utterance, int from) {
    int start = Math.max(utterance.clauses().sentenceStart(from), from - ARRIVAL_REACH);
    boolean clock = false;
    for (int i = from - 1; i >= start; i--) {
      clock |= utterance.tokens().get(i).kind() == Token.Kind.CLOCK;
    }
    return utterance.before(WordClass.ARRIVAL, start, from) >= 0
        || (clock && utterance.is(from - 1, '('));
  }

  /** "I can move it to 4 PM", "the new time would be 4 PM". */
  static boolean isProposed(Commitment claim, Turn turn) {
    return turn.utterance().inSentence(WordClass.CHANGE, claim.from())
        || turn.utterance().inSentence(WordClass.INTENT, claim.from())
        || turn.utterance().inSentence(WordClass.SOFTENER, claim.from())
        || turn.utterance().inSentence(WordClass.CHECK, claim.from());
  }

  /** "You plan to be in Rome on May 22", "please confirm: Rome on May 22". */
  static boolean isCustomersPlan(Commitment claim, Turn turn) {
    Utterance utterance = turn.utterance();
    int from = utterance.clauses().sentenceStart(claim.from());
    int end =
        Math.min(utterance.clauses().sentenceEnd(claim.from()), claim.end() + Utterance.WINDOW);
    for (int i = Math.max(from, claim.from() - Utterance.WINDOW); i + 1 < end; i++) {
      boolean you = utterance.is(i, WordClass.YOU) && !utterance.is(i, WordClass.DEFINITE);
      boolean means =
          utterance.is(i + 1, WordClass.INTENT) || utterance.is(i + 1, WordClass.SOFTENER);
      if (you && means) {
        return true;
      }
    }
    return utterance.inSentence(WordClass.CHECK, claim.from());
  }
}
