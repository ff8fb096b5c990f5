package dev.assay.core.check.commitment.grammar;

import dev.assay.core.check.commitment.text.Decimals;
import dev.assay.core.check.commitment.text.NumberGrammar;
import dev.assay.core.check.commitment.text.NumberPhrase;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import org.jspecify.annotations.Nullable;

/**
 * Amounts without a currency, where the sentence frames a price: "that'll be twelve fifty", "your
 * total is fifteen hundred", "Two nights at 140". Identifiers and times of day read aloud look
 * alike and are kept out.
 */
final class BareAmounts {
  /** Below this a spoken number without a unit is rather a count. */
  static final long LEAST_SUM = 10 * Decimals.ONE;

  private final Utterance utterance;
  private final NumberGrammar numbers;

  BareAmounts(Utterance utterance, NumberGrammar numbers) {
    this.utterance = utterance;
    this.numbers = numbers;
  }

  boolean isFramed(NumberPhrase number) {
    int before = number.from() - 1;
    return utterance.is(before, WordClass.COPULA)
        || utterance.is(before, WordClass.AT)
        || utterance.is(before, WordClass.OF);
  }

  /** The number at token {@code i} that is an amount, or null. */
  @Nullable NumberPhrase read(int i, boolean besideMoney) {
    NumberPhrase number = numbers.read(i);
    if (number == null || !number.isValue() || isCounted(number)) {
      return null;
    }
    int before = number.from() - 1;
    boolean spoken = number.pairs() || (number.spelled() && number.readings().size() > 1);
    boolean sum = number.spelled() && isSum(number);
    boolean amount =
        utterance.is(before, WordClass.COPULA)
            ? spoken || sum || isCalculated(number, besideMoney)
            : utterance.is(before, WordClass.AT)
                ? isRate(number, spoken, besideMoney) || isCalculated(number, besideMoney)
                : utterance.is(before, WordClass.OF) && isNamed(before - 1) && (spoken || sum);
    return amount && !isIdentifier(number.from()) ? number : null;
  }

  /** In "Two nights at 140 plus a $35 fee" the other amounts tell what the number is. */
  private boolean isCalculated(NumberPhrase number, boolean besideMoney) {
    return besideMoney
        && !number.spelled()
        && (utterance.is(number.end(), WordClass.PLUS) || endsClause(number.end()));
  }

  /** "at twelve fifty each" is a price, "at two fifteen" a time, "at two oh five Main" a place. */
  private boolean isRate(NumberPhrase number, boolean spoken, boolean besideMoney) {
    boolean each =
        utterance.is(number.end(), WordClass.EACH)
            || utterance.is(number.end(), WordClass.PER)
            || utterance.is(number.end(), WordClass.ARTICLE);
    return spoken && (each || (besideMoney && !Units.namesThing(utterance, number.end())));
  }

  /** "your total is fifteen hundred": a plain spoken number where the clause names an amount. */
  private boolean isSum(NumberPhrase number) {
    int i = number.from();
    boolean named =
        utterance.inClause(WordClass.TOTAL, i)
            || utterance.inClause(WordClass.FEE, i)
            || utterance.inClause(WordClass.REFUND, i)
            || utterance.inClause(WordClass.BALANCE, i);
    return named
        && number.first() >= LEAST_SUM
        && !Units.namesThing(utterance, number.end())
        && !utterance.is(number.end(), WordClass.MONTH);
  }

  /** "a refund of forty two ten". */
  private boolean isNamed(int i) {
    return utterance.is(i, WordClass.REFUND)
        || utterance.is(i, WordClass.FEE)
        || utterance.is(i, WordClass.TOTAL)
        || utterance.is(i, WordClass.BALANCE);
  }

  private boolean endsClause(int i) {
    return i >= utterance.size()
        || i == utterance.clauses().clauseEnd(i - 1)
        || i + 1 == utterance.clauses().clauseEnd(i);
  }

  private boolean isCounted(NumberPhrase number) {
    int i = number.end();
    return utterance.is(i, WordClass.PERCENT)
        || utterance.is(i, WordClass.PERIOD)
        || utterance.is(i, WordClass.MEASURE)
        || utterance.is(i, WordClass.AM)
        || utterance.is(i, WordClass.PM)
        || utterance.is(i, WordClass.CLOCK_MARK);
  }

  private boolean isIdentifier(int from) {
    return utterance.before(WordClass.IDENTIFIER, utterance.clauses().clauseStart(from), from) >= 0;
  }
}
