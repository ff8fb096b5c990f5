package dev.assay.core.check.commitment.grammar;

import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;

/** What a number counts, from the token right behind it. */
final class Units {
  private Units() {}

  /** Money, percent, measures, periods: the number is neither a day nor an hour nor a year. */
  static boolean isUnit(Utterance utterance, int i) {
    if (i < 0 || i >= utterance.size()) {
      return false;
    }
    Token token = utterance.tokens().get(i);
    return token.word() != null
        && (token.is(WordClass.CURRENCY)
            || token.is(WordClass.CENT)
            || token.is(WordClass.PERCENT)
            || token.is(WordClass.MEASURE)
            || token.is(WordClass.HUNDRED)
            || token.is(WordClass.SCALE)
            || token.is(WordClass.TENTHS)
            || token.is(WordClass.EACH)
            || token.is(WordClass.PERIOD));
  }

  /** A unit or an unknown noun, which makes the number a count: "third floor", "fifty points". */
  static boolean namesThing(Utterance utterance, int i) {
    boolean word = i < utterance.size() && utterance.tokens().get(i).kind() == Token.Kind.WORD;
    return isUnit(utterance, i) || (word && utterance.tokens().get(i).word() == null);
  }
}
