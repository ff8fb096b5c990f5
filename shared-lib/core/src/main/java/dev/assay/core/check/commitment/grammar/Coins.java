package dev.assay.core.check.commitment.grammar;

import dev.assay.core.check.commitment.text.Decimals;
import dev.assay.core.check.commitment.text.NumberGrammar;
import dev.assay.core.check.commitment.text.NumberPhrase;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Trait;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import org.jspecify.annotations.Nullable;

/**
 * The small change behind an amount: "twenty dollars and fifty cents", "zwölf Euro fünfzig", "12
 * Euro 50", "cien euros con cincuenta", 三块五.
 */
final class Coins {
  private static final long MOST_CENTS = 99 * Decimals.ONE;
  private static final long TEN = 10 * Decimals.ONE;

  private final Utterance utterance;
  private final NumberGrammar numbers;
  private final boolean tenths;

  Coins(Utterance utterance, NumberGrammar numbers) {
    this.utterance = utterance;
    this.numbers = numbers;
    this.tenths = utterance.lexicon().has(Trait.MYRIADS);
  }

  /**
   * @param end one past the last token
   * @param value ten-thousandths of the large unit
   */
  record Change(int end, long value) {}

  /** The change behind a whole amount whose unit ends at {@code i}; null where none stands. */
  @Nullable Change after(NumberPhrase amount, int i) {
    if (tenths && isTenth(i)) {
      return new Change(i + 1, utterance.tokens().get(i).value(WordClass.UNIT) * Decimals.ONE / 10);
    }
    boolean joint = utterance.is(i, WordClass.AND) || utterance.is(i, WordClass.POINT);
    NumberPhrase cents = numbers.read(joint ? i + 1 : i);
    if (cents == null
        || !cents.isValue()
        || cents.first() > MOST_CENTS
        || !Decimals.isWhole(cents.first())
        || !Decimals.isWhole(amount.first())) {
      return null;
    }
    if (utterance.is(cents.end(), WordClass.CENT)) {
      return new Change(cents.end() + 1, cents.first() * worth(cents.end()) / 100);
    }
    if (utterance.is(cents.end(), WordClass.MONTH) || Units.isUnit(utterance, cents.end())) {
      return null;
    }
    boolean noun = Units.namesThing(utterance, cents.end());
    boolean spoken = cents.spelled() && amount.spelled() && cents.first() >= TEN;
    boolean written =
        !cents.spelled() && !amount.spelled() && !joint && isTwoDigits(i) && !noun && isWord(i - 1);
    return (spoken && !(joint && noun)) || written
        ? new Change(cents.end(), cents.first() / 100)
        : null;
  }

  /** 三块五, also in 三块五一瓶, but not in 三块五毛 or 三块五十个. */
  private boolean isTenth(int i) {
    boolean one =
        utterance.is(i + 1, WordClass.UNIT)
            && utterance.tokens().get(i + 1).value(WordClass.UNIT) == 1;
    boolean more =
        (utterance.is(i + 1, WordClass.UNIT) && !one)
            || utterance.is(i + 1, WordClass.POWER)
            || utterance.is(i + 1, WordClass.CENT)
            || utterance.is(i + 1, WordClass.POINT)
            || (!one && Units.namesThing(utterance, i + 1));
    return utterance.is(i, WordClass.UNIT) && !more;
  }

  /** Cents that the coin at token {@code i} is worth: 1, or 10 as 毛 is. */
  long worth(int i) {
    return Math.max(1, utterance.tokens().get(i).value(WordClass.CENT));
  }

  private boolean isWord(int i) {
    return utterance.tokens().get(i).kind() == Token.Kind.WORD;
  }

  private boolean isTwoDigits(int i) {
    Token token = utterance.tokens().get(i);
    return token.kind() == Token.Kind.NUMBER && token.end() - token.start() == 2;
  }
}
