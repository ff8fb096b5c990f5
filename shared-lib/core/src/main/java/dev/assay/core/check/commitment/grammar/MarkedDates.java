package dev.assay.core.check.commitment.grammar;

import dev.assay.core.check.commitment.text.Decimals;
import dev.assay.core.check.commitment.text.NumberGrammar;
import dev.assay.core.check.commitment.text.NumberPhrase;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Dates whose parts carry a mark each, the largest first, as in Chinese: 2026年3月4日（周三）, 三月四号,
 * 下个月15号.
 */
final class MarkedDates {
  private final Utterance utterance;
  private final NumberGrammar numbers;
  private final NearDays days;

  MarkedDates(Utterance utterance, NumberGrammar numbers, NearDays days) {
    this.utterance = utterance;
    this.numbers = numbers;
    this.days = days;
  }

  /** The date at token {@code i}, or null. */
  DateGrammar.@Nullable Part read(int i) {
    Token token = utterance.tokens().get(i);
    if (token.is(WordClass.RELATIVE_MONTH)) {
      int day = marked(i + 1, WordClass.DAY_MARK);
      LocalDate month = days.today().plusMonths(token.value(WordClass.RELATIVE_MONTH));
      return day < 0
          ? null
          : part(i, i + 1, NearDays.of(month.getYear(), month.getMonthValue(), day), true);
    }
    int first = numberAt(i);
    if (first < 0) {
      return null;
    }
    int mark = end(i);
    if (utterance.is(mark, WordClass.YEAR_MARK)) {
      return yearFirst(i, first < 100 ? 2000 + first : first, mark + 1);
    }
    int day = utterance.is(mark, WordClass.MONTH_MARK) ? marked(mark + 1, WordClass.DAY_MARK) : -1;
    if (day > 0) {
      return part(i, mark + 1, days.nearest(first, day), false);
    }
    boolean alone = utterance.is(mark, WordClass.DAY_MARK) && isMoment(mark + 1);
    return alone ? part(i, i, days.next(first), true) : null;
  }

  private DateGrammar.@Nullable Part yearFirst(int from, int year, int i) {
    int month = marked(i, WordClass.MONTH_MARK);
    int dayAt = month < 0 ? i : end(i) + 1;
    int day = month < 0 ? -1 : marked(dayAt, WordClass.DAY_MARK);
    return day < 0 ? null : part(from, dayAt, NearDays.of(year, month, day), true);
  }

  /** "15号" alone is a day of the month only where a time of day stands behind it. */
  private boolean isMoment(int i) {
    return utterance.is(i, WordClass.DAYPART)
        || utterance.is(i, WordClass.WEEKDAY)
        || (i < utterance.size() && utterance.tokens().get(i).kind() == Token.Kind.CLOCK);
  }

  /**
   * @param dayAt where the number of the day begins
   */
  private DateGrammar.@Nullable Part part(
      int from, int dayAt, @Nullable LocalDate date, boolean yearStated) {
    if (date == null) {
      return null;
    }
    int end = end(dayAt) + 1;
    int at = utterance.is(end, '(') || utterance.is(end, ',') ? end + 1 : end;
    int weekday =
        utterance.is(at, WordClass.WEEKDAY)
            ? (int) utterance.tokens().get(at).value(WordClass.WEEKDAY)
            : 0;
    end = weekday > 0 ? at + 1 : end;
    end = weekday > 0 && utterance.is(end, ')') ? end + 1 : end;
    return new DateGrammar.Part(from, end, List.of(date), yearStated, weekday, true);
  }

  /** The number at a token where the wanted mark follows it; -1 where not. */
  private int marked(int i, WordClass mark) {
    int value = numberAt(i);
    return value > 0 && utterance.is(end(i), mark) ? value : -1;
  }

  private int numberAt(int i) {
    NumberPhrase number = i < utterance.size() ? numbers.read(i) : null;
    boolean whole =
        number != null
            && number.isValue()
            && Decimals.isWhole(number.first())
            && number.first() < 2200 * Decimals.ONE;
    return number != null && whole ? (int) (number.first() / Decimals.ONE) : -1;
  }

  private int end(int i) {
    NumberPhrase number = numbers.read(i);
    return number == null ? i : number.end();
  }
}
