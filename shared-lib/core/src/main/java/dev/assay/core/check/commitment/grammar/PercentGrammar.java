package dev.assay.core.check.commitment.grammar;

import dev.assay.core.check.commitment.text.Decimals;
import dev.assay.core.check.commitment.text.NumberGrammar;
import dev.assay.core.check.commitment.text.NumberPhrase;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.text.WordClasses;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.Value.Bound;
import dev.assay.core.check.commitment.value.Value.Percent;
import org.jspecify.annotations.Nullable;

/** Percentages, in digits or words. */
public final class PercentGrammar {
  /** What a word must be to begin a percentage, beside a number. */
  static final WordClasses STARTS = WordClasses.of(WordClass.PERCENT_LEAD);

  private final Utterance utterance;
  private final NumberGrammar numbers;

  public PercentGrammar(Utterance utterance, NumberGrammar numbers) {
    this.utterance = utterance;
    this.numbers = numbers;
  }

  /** The percentage at token {@code i}, or null; "a hundred percent sure" is none. */
  public @Nullable Mention read(int i) {
    if (utterance.is(i, WordClass.PERCENT_LEAD)) {
      NumberPhrase share = numbers.read(i + 1);
      return share == null || !share.isValue() ? null : percent(share.first(), i, i, share.end());
    }
    NumberPhrase number = numbers.read(i);
    if (number == null || !number.isValue()) {
      return null;
    }
    if (utterance.is(number.end(), WordClass.TENTHS)) {
      return tenths(number);
    }
    int end = signEnd(number.end());
    if (end < 0) {
      return null;
    }
    if (utterance.is(end, WordClass.SURE)) {
      return null;
    }
    return percent(number.first(), number.from(), i, end);
  }

  private Mention percent(long share, int from, int i, int end) {
    boolean of = utterance.is(i - 1, WordClass.OF) || utterance.is(i - 1, WordClass.TO);
    boolean hedged =
        utterance.is(i - 1, WordClass.HEDGE)
            || (of && utterance.is(i - 2, WordClass.HEDGE))
            || utterance.is(end, WordClass.HEDGE_AFTER);
    boolean most =
        utterance.is(i - 1, WordClass.UPTO) || (of && utterance.is(i - 2, WordClass.UPTO));
    return new Mention(new Percent(share, most ? Bound.AT_MOST : Bound.EXACT, hedged), from, end);
  }

  /** 八折 leaves eight tenths of the price, 八五折 85 %; null for what leaves nothing sensible. */
  private @Nullable Mention tenths(NumberPhrase number) {
    long ten = 10 * Decimals.ONE;
    long left = number.first() < ten ? number.first() * 10 : number.first();
    boolean sensible = left > 0 && left < 10 * ten;
    return sensible
        ? percent(10 * ten - left, number.from(), number.from(), number.end() + 1)
        : null;
  }

  /** Behind "%", "percent" or "por ciento"; -1 where none stands. */
  private int signEnd(int i) {
    if (utterance.is(i, WordClass.PERCENT)) {
      return i + 1;
    }
    boolean perHundred = utterance.is(i, WordClass.PER) && utterance.is(i + 1, WordClass.HUNDRED);
    return perHundred ? i + 2 : -1;
  }
}
