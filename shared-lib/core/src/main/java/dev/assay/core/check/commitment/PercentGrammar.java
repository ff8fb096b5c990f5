package dev.assay.core.check.commitment;

import dev.assay.core.check.commitment.Value.Bound;
import dev.assay.core.check.commitment.Value.Percent;
import org.jspecify.annotations.Nullable;

/** Percentages, in digits or words. */
final class PercentGrammar {
  private final Utterance utterance;
  private final NumberGrammar numbers;

  PercentGrammar(Utterance utterance, NumberGrammar numbers) {
    this.utterance = utterance;
    this.numbers = numbers;
  }

  /** The percentage at token {@code i}, or null; "a hundred percent sure" is none. */
  @Nullable Mention read(int i) {
    NumberPhrase number = numbers.read(i);
    if (number == null || !number.isValue()) {
      return null;
    }
    int end = signEnd(number.end());
    if (end < 0) {
      return null;
    }
    if (utterance.is(end, WordClass.SURE)) {
      return null;
    }
    boolean hedged = utterance.is(i - 1, WordClass.HEDGE);
    boolean most =
        utterance.is(i - 1, WordClass.UPTO)
            || (utterance.is(i - 1, WordClass.TO) && utterance.is(i - 2, WordClass.UPTO));
    return new Mention(
        new Percent(number.first(), most ? Bound.AT_MOST : Bound.EXACT, hedged),
        number.from(),
        end);
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
