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
 * Hours and minutes as they are written and spoken: 15:30, "half past three", "fünf vor halb drei",
 * "tres menos cuarto", "quinze heures trente", 十点一刻. What part of the day is meant is decided by
 * {@link ClockGrammar}.
 */
final class ClockPhrases {
  private static final int NOON = 12;

  private final Utterance utterance;
  private final NumberGrammar numbers;
  private final ClockMinutes minutes;
  private final boolean clock24;
  private final boolean halfBefore;

  ClockPhrases(Utterance utterance, NumberGrammar numbers) {
    this.utterance = utterance;
    this.numbers = numbers;
    this.minutes = new ClockMinutes(utterance, numbers);
    this.clock24 = utterance.lexicon().has(Trait.CLOCK_24);
    this.halfBefore = utterance.lexicon().has(Trait.HALF_BEFORE);
  }

  /**
   * An hour of the day.
   *
   * @param minute may be negative: a quarter to three is 3 and -15
   * @param certain true where it can only be the hour of a 24-hour clock
   * @param bare a mere number
   */
  record Hour(int from, int end, int hour, int minute, boolean certain, boolean bare) {
    /** Minutes of the day, from 0 to 1439. */
    int minuteOfDay() {
      return Math.floorMod(hour % 24 * 60 + minute, 24 * 60);
    }
  }

  /**
   * @param afterDaypart true where a part of the day stands right before
   */
  @Nullable Hour read(int i, boolean afterDaypart) {
    Token token = utterance.tokens().get(i);
    if (token.kind() == Token.Kind.CLOCK) {
      int minute = (int) token.value();
      return new Hour(i, i + 1, minute / 60, minute % 60, token.places() == 1, false);
    }
    if (token.is(WordClass.CLOCK_WORD)) {
      return noon(i, token);
    }
    if (token.is(WordClass.HALF) || token.is(WordClass.QUARTER)) {
      Hour fraction = fraction(i, i, token);
      if (fraction != null) {
        return fraction;
      }
    }
    boolean article = token.is(WordClass.ARTICLE) || token.value(WordClass.UNIT) == 1;
    if (article && utterance.is(i + 1, WordClass.QUARTER)) {
      Hour fraction = fraction(i, i + 1, utterance.tokens().get(i + 1));
      if (fraction != null) {
        return fraction;
      }
    }
    return number(i, afterDaypart);
  }

  /** "noon", "midi et quart", "meio-dia e meia". */
  private Hour noon(int i, Token token) {
    int hour = (int) token.value(WordClass.CLOCK_WORD);
    ClockMinutes.Count count = minutes.after(i + 1, true);
    return count == null
        ? new Hour(i, i + 1, hour, 0, true, false)
        : new Hour(i, count.end(), hour, count.minutes(), true, false);
  }

  /** "half past three", "quarter to five", "halb drei", "viertel drei", "half two". */
  private @Nullable Hour fraction(int from, int at, Token token) {
    boolean half = token.is(WordClass.HALF);
    int share = half ? 30 : 15 * (int) Math.max(1, token.value(WordClass.QUARTER));
    boolean past = utterance.is(at + 1, WordClass.PAST);
    if (past || utterance.is(at + 1, WordClass.TO)) {
      int hourAt = article(at + 2);
      int hour = hour(hourAt);
      return hour < 0
          ? null
          : new Hour(from, hourEnd(hourAt), hour, past ? share : -share, hour == 0, false);
    }
    int hour = halfBefore || half ? hour(at + 1) : -1;
    if (hour < 1) {
      return null;
    }
    if (halfBefore) {
      return new Hour(from, hourEnd(at + 1), hour, half ? -30 : share - 60, false, false);
    }
    boolean british = utterance.lexicon().has(Trait.HALF_AFTER) && isLed(from);
    return british ? new Hour(from, hourEnd(at + 1), hour, share, false, false) : null;
  }

  private int article(int i) {
    return utterance.is(i, WordClass.AT) || utterance.is(i, WordClass.DEFINITE) ? i + 1 : i;
  }

  /** The hour of a 12-hour clock at a token, 0 for midnight; -1 where none stands. */
  private int hour(int i) {
    if (utterance.is(i, WordClass.CLOCK_WORD)) {
      return (int) utterance.tokens().get(i).value(WordClass.CLOCK_WORD);
    }
    NumberPhrase number = numbers.read(i);
    int hour = number == null || number.from() != i ? -1 : ClockMinutes.whole(number);
    return hour >= 1 && hour <= NOON ? hour : -1;
  }

  private int hourEnd(int i) {
    NumberPhrase number = utterance.is(i, WordClass.CLOCK_WORD) ? null : numbers.read(i);
    return number == null ? i + 1 : number.end();
  }

  private @Nullable Hour number(int i, boolean afterDaypart) {
    NumberPhrase number = numbers.read(i);
    if (number == null || number.from() != i || !number.isValue()) {
      return null;
    }
    int end = number.end();
    boolean led = isLed(i);
    boolean half = utterance.is(end, WordClass.AM) || utterance.is(end, WordClass.PM);
    if (number.pairs()) {
      return led || half || afterDaypart ? spokenPair(number, i) : null;
    }
    if (number.places() > 0) {
      return number.spelled() ? null : dotted(number, led, half);
    }
    int hour = ClockMinutes.whole(number);
    if (hour < 0) {
      return null;
    }
    Hour counted = counted(i, end, hour, led);
    if (counted != null || hour > 24) {
      return counted;
    }
    if (utterance.is(end, WordClass.CLOCK_MARK)) {
      return withMark(i, end, hour, number.spelled(), afterDaypart);
    }
    return half
        ? hour >= 1 && hour <= NOON ? new Hour(i, end, hour, 0, false, false) : null
        : unmarked(i, end, hour, led);
  }

  private @Nullable Hour unmarked(int i, int end, int hour, boolean led) {
    if (hour == 0) {
      return null;
    }
    if (utterance.is(end, WordClass.CLOCK_WORD)) {
      int word = (int) utterance.tokens().get(end).value(WordClass.CLOCK_WORD);
      return hour == NOON ? new Hour(i, end + 1, word, 0, true, false) : null;
    }
    ClockMinutes.Count count = led ? minutes.after(end, false) : null;
    if (count != null) {
      return new Hour(i, count.end(), hour, count.minutes(), hour > NOON, false);
    }
    boolean noun =
        utterance.is(i - 1, WordClass.DEFINITE)
            && end < utterance.size()
            && utterance.tokens().get(end).kind() == Token.Kind.WORD
            && utterance.tokens().get(end).word() == null;
    return minutes.isUnit(end) || noun ? null : new Hour(i, end, hour, 0, hour > NOON, true);
  }

  private boolean isLed(int i) {
    return utterance.is(i - 1, WordClass.AT) || utterance.is(i - 1, WordClass.BY);
  }

  /** "at oh six forty five", "at two thirty". */
  private @Nullable Hour spokenPair(NumberPhrase number, int from) {
    int hour = (int) (number.first() / Decimals.ONE);
    long minute = number.first() % Decimals.ONE / Decimals.CENT;
    if (hour > 24 || minute > 59 || minutes.isUnit(number.end())) {
      return null;
    }
    Token first = utterance.tokens().get(from);
    boolean zero = first.is(WordClass.UNIT) && first.value(WordClass.UNIT) == 0;
    boolean certain = zero || hour > NOON;
    return new Hour(from, number.end(), hour, (int) minute, certain, true);
  }

  /** 15.30 Uhr, 2.30 pm, "alle 15.30". */
  private @Nullable Hour dotted(NumberPhrase number, boolean led, boolean half) {
    int end = number.end();
    boolean mark = utterance.is(end, WordClass.CLOCK_MARK);
    boolean dot = led && utterance.lexicon().has(Trait.DOT_CLOCK) && !minutes.isUnit(end);
    long minute = number.first() % Decimals.ONE / Decimals.CENT;
    long hour = number.first() / Decimals.ONE;
    if (number.places() != 2 || !(mark || half || dot) || hour > 24 || minute > 59) {
      return null;
    }
    boolean certain = !half && (hour > NOON || hour == 0 || mark);
    return new Hour(number.from(), end, (int) hour, (int) minute, certain, !mark && !half);
  }

  /** "ten past three", "zehn nach drei", "fünf vor halb drei", "dez para as três". */
  private @Nullable Hour counted(int i, int end, int count, boolean led) {
    int at = utterance.is(end, WordClass.MINUTE_MARK) ? end + 1 : end;
    boolean past = utterance.is(at, WordClass.PAST);
    if (count < 1 || count > 29 || !(past || utterance.is(at, WordClass.TO))) {
      return null;
    }
    int hourAt = article(at + 1);
    boolean half = halfBefore && utterance.is(hourAt, WordClass.HALF);
    hourAt = half ? hourAt + 1 : hourAt;
    int hour = hour(hourAt);
    if (hour < 0) {
      return null;
    }
    int stop = hourEnd(hourAt);
    boolean marked =
        led || half || utterance.is(hourAt - 1, WordClass.AT) || minutes.isClockSign(stop);
    int minute = (past ? count : -count) - (half ? 30 : 0);
    return marked && !minutes.isUnit(stop)
        ? new Hour(i, stop, hour, minute, hour == 0, false)
        : null;
  }

  /** "14 h 30", "quatorze heures trente", "15 Uhr", "three o'clock", 三点半. */
  private @Nullable Hour withMark(
      int from, int mark, int hour, boolean spelled, boolean afterDaypart) {
    ClockMinutes.Count count = minutes.after(mark + 1, true);
    boolean certain = hour > NOON || hour == 0 || (clock24 && !spelled);
    if (count != null) {
      return new Hour(from, count.end(), hour, count.minutes(), certain, false);
    }
    Token word = utterance.tokens().get(mark);
    boolean open = word.is(WordClass.PERIOD) || (word.is(WordClass.POINT) && spelled && hour == 1);
    boolean led = afterDaypart || followsMoment(from) || minutes.isClockSign(mark + 1);
    return open && !led ? null : new Hour(from, mark + 1, hour, 0, certain, false);
  }

  /** "trois heures" is a time behind "à" or a day, else a duration. */
  private boolean followsMoment(int from) {
    int i = utterance.is(from - 1, ',') ? from - 2 : from - 1;
    return utterance.is(i, WordClass.AT)
        || utterance.is(i, WordClass.BY)
        || utterance.is(i, WordClass.FROM)
        || utterance.is(i, WordClass.UPTO)
        || utterance.is(i, WordClass.WEEKDAY)
        || utterance.is(i, WordClass.MONTH)
        || utterance.is(i, WordClass.DAY_MARK)
        || utterance.is(i, WordClass.RELATIVE_DAY)
        || (i >= 0 && utterance.tokens().get(i).kind() == Token.Kind.DATE);
  }
}
