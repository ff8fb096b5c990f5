package dev.assay.core.check.commitment.grammar;

import dev.assay.core.check.commitment.text.Decimals;
import dev.assay.core.check.commitment.text.NumberGrammar;
import dev.assay.core.check.commitment.text.NumberPhrase;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import org.jspecify.annotations.Nullable;

/** What stands behind an hour: "y media", "moins le quart", "trente", 一刻, and what must not. */
final class ClockMinutes {
  private final Utterance utterance;
  private final NumberGrammar numbers;

  ClockMinutes(Utterance utterance, NumberGrammar numbers) {
    this.utterance = utterance;
    this.numbers = numbers;
  }

  /**
   * Minutes past the hour.
   *
   * @param minutes negative for "menos cuarto"
   */
  record Count(int end, int minutes) {}

  /**
   * The minutes at token {@code i}, or null.
   *
   * @param plain true where a mere number may follow, as behind "heures" and 点
   */
  @Nullable Count after(int i, boolean plain) {
    if (utterance.is(i, WordClass.AND)) {
      Count part = part(i + 1, 1);
      return part != null ? part : number(i + 1, 59, 1);
    }
    if (utterance.is(i, WordClass.LESS)) {
      int at = utterance.is(i + 1, WordClass.DEFINITE) ? i + 2 : i + 1;
      Count part = part(at, -1);
      return part != null ? part : number(at, 29, -1);
    }
    Count part = plain ? part(i, 1) : null;
    return part != null || !plain ? part : number(i, 59, 1);
  }

  /** "half", "a quarter", 三刻. */
  private @Nullable Count part(int i, int sign) {
    boolean counted = utterance.is(i, WordClass.UNIT) && utterance.is(i + 1, WordClass.QUARTER);
    int at = counted || utterance.is(i, WordClass.ARTICLE) ? i + 1 : i;
    if (utterance.is(at, WordClass.HALF) && !counted) {
      return new Count(at + 1, 30 * sign);
    }
    if (!utterance.is(at, WordClass.QUARTER)) {
      return null;
    }
    long quarters = counted ? utterance.tokens().get(i).value(WordClass.UNIT) : 1;
    return quarters > 3 ? null : new Count(at + 1, 15 * (int) quarters * sign);
  }

  private @Nullable Count number(int i, int most, int sign) {
    NumberPhrase number = numbers.read(i);
    int count = number == null || number.from() != i ? -1 : whole(number);
    if (number == null || count < 0 || count > most || number.places() > 0) {
      return null;
    }
    if (utterance.is(number.end(), WordClass.MINUTE_MARK)) {
      return new Count(number.end() + 1, count * sign);
    }
    boolean hour =
        utterance.is(number.end(), WordClass.CLOCK_MARK) || utterance.is(number.end(), ':');
    boolean none = count == 0 && number.spelled();
    return hour || none || isUnit(number.end()) ? null : new Count(number.end(), count * sign);
  }

  /** A whole number below 100 with one reading; -1 for any other. */
  static int whole(NumberPhrase number) {
    boolean small =
        number.isValue() && number.readings().size() == 1 && Decimals.isWhole(number.first());
    return small && number.first() < 100 * Decimals.ONE
        ? (int) (number.first() / Decimals.ONE)
        : -1;
  }

  /** "am", "Uhr", "de la tarde": what shows that the words before are a time. */
  boolean isClockSign(int i) {
    int at = i;
    while (at < i + 2 && (utterance.is(at, WordClass.OF) || utterance.is(at, WordClass.DEFINITE))) {
      at++;
    }
    return utterance.is(i, WordClass.CLOCK_MARK)
        || utterance.is(i, WordClass.AM)
        || utterance.is(i, WordClass.PM)
        || utterance.is(at, WordClass.DAYPART);
  }

  /** What counts something else than hours. */
  boolean isUnit(int i) {
    boolean clock = utterance.is(i, WordClass.CLOCK_MARK);
    return (Units.isUnit(utterance, i) && !clock) || utterance.is(i, WordClass.MONTH);
  }
}
