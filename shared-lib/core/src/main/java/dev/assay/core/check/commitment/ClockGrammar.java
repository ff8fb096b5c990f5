package dev.assay.core.check.commitment;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Times of day; unmarked ones keep a morning and an afternoon reading. */
final class ClockGrammar {
  /** What a word must be to begin a time of day. */
  static final WordClasses STARTS =
      NumberGrammar.STARTS.plus(
          WordClasses.of(WordClass.CLOCK_WORD, WordClass.HALF, WordClass.QUARTER));

  private final Utterance utterance;
  private final NumberGrammar numbers;

  ClockGrammar(Utterance utterance, NumberGrammar numbers) {
    this.utterance = utterance;
    this.numbers = numbers;
  }

  /**
   * A time of day.
   *
   * @param bare true for a mere number ("at ten"), which is a time only beside a date or event
   */
  record Part(int from, int end, List<LocalTime> times, boolean bare) {
    Part {
      times = List.copyOf(times);
    }
  }

  /** The time at token {@code i}, or null. */
  @Nullable Part read(int i) {
    Token token = utterance.tokens().get(i);
    if (token.kind() == Token.Kind.CLOCK) {
      int minutes = (int) token.value();
      return marked(i, i + 1, minutes / 60, minutes % 60, token.places() == 1);
    }
    if (token.is(WordClass.CLOCK_WORD)) {
      LocalTime time = LocalTime.of((int) token.value(WordClass.CLOCK_WORD), 0);
      return new Part(i, i + 1, List.of(time), false);
    }
    Part fraction = fraction(i, token);
    return fraction != null ? fraction : number(i);
  }

  /** "half past three", "quarter to five", "halb drei", "viertel nach drei". */
  private @Nullable Part fraction(int i, Token token) {
    boolean half = token.is(WordClass.HALF);
    if (!half && !token.is(WordClass.QUARTER)) {
      return null;
    }
    boolean past = utterance.is(i + 1, WordClass.PAST);
    boolean to = utterance.is(i + 1, WordClass.TO);
    boolean halfBefore = half && utterance.lexicon().has("half-before");
    NumberPhrase hour = past || to ? numbers.read(i + 2) : halfBefore ? numbers.read(i + 1) : null;
    int value = hour == null ? 0 : hour(hour);
    if (hour == null || value < 1 || value > 12) {
      return null;
    }
    int minutes = value * 60 + (half ? 30 : 15) * (past ? 1 : -1);
    return marked(i, hour.end(), minutes / 60, minutes % 60, false);
  }

  private static int hour(NumberPhrase number) {
    boolean small =
        number.isValue() && number.readings().size() == 1 && Decimals.isWhole(number.first());
    return small && number.first() <= 24 * Decimals.ONE
        ? (int) (number.first() / Decimals.ONE)
        : -1;
  }

  private @Nullable Part number(int i) {
    NumberPhrase number = numbers.read(i);
    if (number == null || number.from() != i) {
      return null;
    }
    boolean after = utterance.is(i - 1, WordClass.AT);
    if (number.pairs() && after) {
      return spokenPair(number, i);
    }
    int hour = hour(number);
    if (hour < 0 || number.places() > 0) {
      return null;
    }
    int end = number.end();
    if (utterance.is(end, WordClass.CLOCK_MARK)) {
      return withMark(i, end + 1, hour);
    }
    boolean half =
        utterance.is(end, WordClass.AND)
            && (utterance.is(end + 1, WordClass.HALF) || utterance.is(end + 1, WordClass.QUARTER));
    if (half && hour <= 12 && after) {
      return marked(i, end + 2, hour, utterance.is(end + 1, WordClass.HALF) ? 30 : 15, false);
    }
    if (utterance.is(end, WordClass.AM) || utterance.is(end, WordClass.PM)) {
      return hour >= 1 && hour <= 12 ? marked(i, end, hour, 0, false) : null;
    }
    if (isUnit(end) || hour == 0) {
      return null;
    }
    Part part = marked(i, end, hour, 0, hour > 12);
    boolean daypart = part.end() > end;
    return after || daypart ? new Part(i, part.end(), part.times(), !daypart) : null;
  }

  private boolean isUnit(int i) {
    return utterance.is(i, WordClass.CURRENCY)
        || utterance.is(i, WordClass.PERCENT)
        || utterance.is(i, WordClass.PERIOD)
        || utterance.is(i, WordClass.MEASURE)
        || utterance.is(i, WordClass.CENT)
        || utterance.is(i, WordClass.EACH);
  }

  /** "at oh six forty five", "at two thirty". */
  private @Nullable Part spokenPair(NumberPhrase number, int from) {
    long decimal = number.first();
    int hour = (int) (decimal / Decimals.ONE);
    long minute = decimal % Decimals.ONE / Decimals.CENT;
    if (hour > 24 || minute > 59 || utterance.is(number.end(), WordClass.CURRENCY)) {
      return null;
    }
    boolean zero =
        utterance.tokens().get(from).value(WordClass.UNIT) == 0
            && utterance.is(from, WordClass.UNIT);
    Part part = marked(from, number.end(), hour % 24, (int) minute, zero || hour > 12);
    return new Part(from, part.end(), part.times(), part.end() == number.end());
  }

  /** "14 h 30", "quatorze heures trente", "15 Uhr", "three o'clock". */
  private Part withMark(int from, int afterMark, int hour) {
    boolean certain = utterance.lexicon().has("clock-24") || hour > 12;
    NumberPhrase minutes = numbers.read(afterMark);
    boolean half =
        utterance.is(afterMark, WordClass.AND) && utterance.is(afterMark + 1, WordClass.HALF);
    if (half) {
      return marked(from, afterMark + 2, hour, 30, hour > 12);
    }
    boolean whole =
        minutes != null
            && minutes.isValue()
            && Decimals.isWhole(minutes.first())
            && minutes.readings().size() == 1;
    if (minutes != null
        && whole
        && minutes.first() <= 59 * Decimals.ONE
        && !isUnit(minutes.end())
        && utterance.lexicon().has("clock-24")) {
      return marked(from, minutes.end(), hour, (int) (minutes.first() / Decimals.ONE), certain);
    }
    return marked(from, afterMark, hour, 0, certain);
  }

  /** Adds what am, pm or a part of the day behind the time says. */
  private Part marked(int from, int end, int hour, int minute, boolean certain) {
    int at = end;
    if (utterance.is(at, WordClass.CLOCK_MARK)) {
      certain |= utterance.lexicon().has("clock-24");
      at++;
    }
    int half = -1;
    if (utterance.is(at, WordClass.AM) || utterance.is(at, WordClass.PM)) {
      half = utterance.is(at, WordClass.PM) ? 1 : 0;
      at++;
    } else {
      int part = at;
      while (part < at + 3
          && (utterance.is(part, WordClass.OF)
              || utterance.is(part, WordClass.DEFINITE)
              || utterance.is(part, WordClass.ON))) {
        part++;
      }
      if (utterance.is(part, WordClass.DAYPART)) {
        half = (int) utterance.tokens().get(part).value(WordClass.DAYPART);
        at = part + 1;
      }
    }
    return new Part(from, at, times(hour % 24, minute, half, certain), false);
  }

  private static List<LocalTime> times(int hour, int minute, int half, boolean certain) {
    if (half >= 0 && hour <= 12) {
      return List.of(LocalTime.of(hour % 12 + 12 * half, minute));
    }
    LocalTime said = LocalTime.of(hour, minute);
    if (certain || hour > 12 || hour == 0) {
      return List.of(said);
    }
    List<LocalTime> readings = new ArrayList<>();
    LocalTime other = said.plusHours(12);
    boolean afternoon = hour < 7 || hour == 12;
    LocalTime pm = hour == 12 ? said : other;
    LocalTime am = hour == 12 ? other : said;
    readings.add(afternoon ? pm : am);
    readings.add(afternoon ? am : pm);
    return readings;
  }
}
