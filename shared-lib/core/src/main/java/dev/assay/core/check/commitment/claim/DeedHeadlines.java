package dev.assay.core.check.commitment.claim;

import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.Word;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.value.Value.Deed.Claim;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Claims without a verb of their own: "✅ Booking confirmed", "Done!", "You're all set". */
final class DeedHeadlines {
  /**
   * A claim.
   *
   * @param from its first token
   */
  record Found(String family, int from, Claim claim) {}

  private final Utterance utterance;
  private final DeedFamilies families;
  private final DeedStance stance;
  private final IntPredicate adverb;

  /**
   * @param adverb whether a token may stand beside a deed without changing it
   */
  DeedHeadlines(
      Utterance utterance, DeedFamilies families, DeedStance stance, IntPredicate adverb) {
    this.utterance = utterance;
    this.families = families;
    this.stance = stance;
    this.adverb = adverb;
  }

  /** "✅ Reservation cancelled", "Successfully updated the baggage": a claim without a verb. */
  @Nullable Found headline(int verb, int clause) {
    int start = utterance.clauses().sentenceStart(verb);
    if (clause - start > 3 || verb - clause > 6 || !stance.stands(clause, verb)) {
      return null;
    }
    boolean fresh =
        utterance.before(WordClass.FRESH, clause, verb) >= 0
            || utterance.is(verb + 1, WordClass.FRESH);
    boolean ticked = false;
    boolean named = false;
    for (int i = start; i < verb; i++) {
      Token token = utterance.tokens().get(i);
      ticked |= token.is('✅') || token.is('✓') || token.is('✔') || token.is('☑');
      named |= token.is(WordClass.CASE) || token.is(WordClass.DEED_NOUN);
      if (token.is(WordClass.BE)
          || token.is(WordClass.HAVE)
          || token.is(WordClass.WERE)
          || token.is(WordClass.COPULA)
          || token.is(WordClass.SOFTENER)) {
        return null;
      }
    }
    boolean closes = utterance.clauses().clauseEnd(verb) <= verb + 2;
    boolean heading = named && closes;
    boolean report = fresh && isFirst(verb, clause);
    String family =
        heading
            ? families.of(verb, WordClass.DONE, clause, verb)
            : report ? families.of(verb, WordClass.DONE) : null;
    Claim claim = ticked || fresh ? Claim.PASSIVE : Claim.REPORT;
    return family == null ? null : new Found(family, clause, claim);
  }

  private boolean isFirst(int verb, int clause) {
    for (int i = clause; i < verb; i++) {
      Token token = utterance.tokens().get(i);
      if (token.kind() == Token.Kind.WORD && !adverb.test(i)) {
        return false;
      }
    }
    return true;
  }

  /** "You're all set", "Done!", "Listo": all that was asked for. */
  @Nullable Found settled(int verb, Word word) {
    int clause = utterance.clauses().clauseStart(verb);
    boolean settles = word.is(WordClass.SETTLED) || word.is(WordClass.DONE);
    boolean set = utterance.is(verb - 1, WordClass.ALL);
    boolean yours = set && utterance.before(WordClass.YOU, Math.max(clause, verb - 5), verb) >= 0;
    int length = utterance.clauses().clauseEnd(verb) - clause;
    boolean brief = length <= (set ? 6 : 4) && isBare(clause, verb);
    if (!settles || (!yours && !brief) || !stance.stands(clause, verb)) {
      return null;
    }
    return new Found(DeedFamilies.ANYTHING, Math.max(clause, verb - 4), Claim.REPORT);
  }

  private boolean isBare(int clause, int verb) {
    for (int i = clause; i < verb; i++) {
      Token token = utterance.tokens().get(i);
      boolean known =
          token.kind() == Token.Kind.SYMBOL
              || token.is(WordClass.BE)
              || token.is(WordClass.COPULA)
              || token.is(WordClass.ALL)
              || token.is(WordClass.DEFINITE)
              || token.is(WordClass.LIGHT)
              || token.is(WordClass.FRESH)
              || token.is(WordClass.CASE);
      if (!known) {
        return false;
      }
    }
    return true;
  }
}
