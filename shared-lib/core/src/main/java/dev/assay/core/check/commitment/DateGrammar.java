package dev.assay.core.check.commitment;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calendar dates: written out, in digits, by weekday, or relative to the day of the turn. */
final class DateGrammar {
  /** What a word must be to begin a date. */
  static final WordClasses STARTS =
      NumberGrammar.STARTS.plus(
          WordClasses.of(
              WordClass.WEEKDAY,
              WordClass.NEXT,
              WordClass.THIS,
              WordClass.RELATIVE_DAY,
              WordClass.MONTH,
              WordClass.DEFINITE,
              WordClass.ORDINAL));

  private final Utterance utterance;
  private final NumberGrammar numbers;
  private final LocalDate today;

  DateGrammar(Utterance utterance, NumberGrammar numbers, LocalDate today) {
    this.utterance = utterance;
    this.numbers = numbers;
    this.today = today;
  }

  /**
   * A date.
   *
   * @param certain true where a day of the calendar was named, not just a weekday or "tomorrow"
   */
  record Part(
      int from, int end, List<LocalDate> dates, boolean yearStated, int weekday, boolean certain) {
    Part {
      dates = List.copyOf(dates);
    }
  }

  /** The date at token {@code i}, or null. */
  @Nullable Part read(int i) {
    Token token = utterance.tokens().get(i);
    if (token.kind() == Token.Kind.DATE) {
      return digits(i, token);
    }
    if (token.is(WordClass.WEEKDAY)) {
      return weekday(i, i, false);
    }
    boolean next = token.is(WordClass.NEXT);
    if ((next || token.is(WordClass.THIS)) && utterance.is(i + 1, WordClass.WEEKDAY)) {
      return weekday(i, i + 1, next);
    }
    if (token.is(WordClass.RELATIVE_DAY)) {
      long days = token.value(WordClass.RELATIVE_DAY) + (isAfter(i) ? 1 : 0);
      return new Part(i, i + 1, List.of(today.plusDays(days)), true, 0, false);
    }
    Part calendar = calendar(i, 0);
    return calendar != null ? calendar : token.is(WordClass.DEFINITE) ? dayOnly(i, i + 1, 0) : null;
  }

  /** "the day after tomorrow", "pasado mañana". */
  private boolean isAfter(int i) {
    boolean tomorrow = utterance.tokens().get(i).value(WordClass.RELATIVE_DAY) == 1;
    boolean after =
        utterance.is(i - 1, WordClass.AFTER)
            || (utterance.is(i - 1, WordClass.OF) && utterance.is(i - 2, WordClass.AFTER));
    return tomorrow && after;
  }

  private Part digits(int i, Token token) {
    List<LocalDate> dates = new ArrayList<>();
    dates.add(LocalDate.ofEpochDay(token.value()));
    if (token.other() != Token.NONE) {
      dates.add(LocalDate.ofEpochDay(token.other()));
    }
    return new Part(i, i + 1, dates, true, 0, true);
  }

  private Part weekday(int from, int at, boolean next) {
    int weekday = (int) utterance.tokens().get(at).value(WordClass.WEEKDAY);
    int after = at + 1;
    if (utterance.is(after, WordClass.NEXT)) {
      next = true;
      after++;
    }
    int day = after;
    while (utterance.is(day, ',') || utterance.is(day, '(') || utterance.is(day, WordClass.ON)) {
      day++;
    }
    if (utterance.is(day, WordClass.DEFINITE)) {
      day++;
    }
    if (day < utterance.size()) {
      Token token = utterance.tokens().get(day);
      Part part = token.kind() == Token.Kind.DATE ? digits(day, token) : calendar(day, weekday);
      part = part == null && day > after ? dayOnly(day - 1, day, weekday) : part;
      if (part != null) {
        return new Part(from, part.end(), part.dates(), part.yearStated(), weekday, true);
      }
    }
    return new Part(from, after, upcoming(weekday, next), true, 0, false);
  }

  private List<LocalDate> upcoming(int weekday, boolean next) {
    LocalDate soonest = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.of(weekday)));
    List<LocalDate> days = new ArrayList<>();
    if (soonest.equals(today)) {
      days.add(today.plusDays(7));
      days.add(today);
      return days;
    }
    boolean sameWeek = soonest.getDayOfWeek().getValue() > today.getDayOfWeek().getValue();
    if (next && sameWeek) {
      days.add(soonest.plusDays(7));
    }
    days.add(soonest);
    return days;
  }

  /** "March 4th, 2026", "4 March", "4. März 2026", "6 de marzo". */
  private @Nullable Part calendar(int i, int weekday) {
    if (utterance.is(i, WordClass.MONTH)) {
      return monthFirst(i, weekday);
    }
    int from = i;
    int at = utterance.is(i, WordClass.DEFINITE) ? i + 1 : i;
    int day = day(at);
    if (day == 0) {
      return null;
    }
    int month = dayEnd(at);
    if (isOrdinalDot(month) || utterance.is(month, WordClass.OF)) {
      month++;
    }
    if (!utterance.is(month, WordClass.MONTH) || isOpenModal(month)) {
      return null;
    }
    return withYear(
        from, month + 1, (int) utterance.tokens().get(month).value(WordClass.MONTH), day, weekday);
  }

  /** German writes "4. März"; elsewhere a number and a dot before a month is a list's. */
  private boolean isOrdinalDot(int i) {
    return utterance.is(i, '.') && utterance.lexicon().has("ordinal-dot");
  }

  /** "may" and "march" are months only beside a day, and "may" not in lower case. */
  private boolean isOpenModal(int i) {
    Token token = utterance.tokens().get(i);
    return token.is(WordClass.SOFTENER)
        && !Character.isUpperCase(utterance.text().charAt(token.start()));
  }

  private @Nullable Part monthFirst(int i, int weekday) {
    if (isOpenModal(i)) {
      return null;
    }
    int at = utterance.is(i + 1, '.') ? i + 2 : i + 1;
    at = utterance.is(at, WordClass.DEFINITE) ? at + 1 : at;
    int day = day(at);
    int month = (int) utterance.tokens().get(i).value(WordClass.MONTH);
    return day == 0 ? null : withYear(i, dayEnd(at), month, day, weekday);
  }

  private int day(int i) {
    if (i >= utterance.size()) {
      return 0;
    }
    Token token = utterance.tokens().get(i);
    if (token.is(WordClass.ORDINAL)) {
      return (int) token.value(WordClass.ORDINAL);
    }
    if (token.kind() == Token.Kind.ORDINAL) {
      return inMonth(token.value());
    }
    NumberPhrase number =
        token.kind() == Token.Kind.NUMBER && token.places() > 0 ? null : numbers.read(i);
    if (number != null && utterance.is(number.end(), WordClass.ORDINAL) && number.isValue()) {
      return inMonth(
          number.first()
              + utterance.tokens().get(number.end()).value(WordClass.ORDINAL) * Decimals.ONE);
    }
    return number == null || !number.isValue() || number.from() != i ? 0 : inMonth(number.first());
  }

  private int dayEnd(int i) {
    Token token = utterance.tokens().get(i);
    if (token.is(WordClass.ORDINAL) || token.kind() == Token.Kind.ORDINAL) {
      return i + 1;
    }
    NumberPhrase number = numbers.read(i);
    if (number == null) {
      return i + 1;
    }
    return utterance.is(number.end(), WordClass.ORDINAL) ? number.end() + 1 : number.end();
  }

  private static int inMonth(long value) {
    return Decimals.isWhole(value) && value >= Decimals.ONE && value <= 31 * Decimals.ONE
        ? (int) (value / Decimals.ONE)
        : 0;
  }

  private @Nullable Part withYear(int from, int end, int month, int day, int weekday) {
    int at = end;
    while (utterance.is(at, ',')
        || utterance.is(at, WordClass.OF)
        || utterance.is(at, WordClass.DEFINITE)) {
      at++;
    }
    if (at < utterance.size()
        && at - end <= 2
        && utterance.tokens().get(at).kind() == Token.Kind.NUMBER) {
      Token token = utterance.tokens().get(at);
      long year = token.value() / Decimals.ONE;
      if (year >= 1900 && year < 2200 && token.places() == 0) {
        LocalDate date = date((int) year, month, day);
        return date == null ? null : new Part(from, at + 1, List.of(date), true, weekday, true);
      }
    }
    LocalDate date = nearest(month, day);
    return date == null ? null : new Part(from, end, List.of(date), false, weekday, true);
  }

  /** Without a year: this year's day, next year's where that lies more than half a year back. */
  private @Nullable LocalDate nearest(int month, int day) {
    LocalDate date = date(today.getYear(), month, day);
    if (date == null) {
      return month == 2 && day == 29
          ? date(today.getYear() + 4 - today.getYear() % 4, 2, 29)
          : null;
    }
    return date.isBefore(today.minusDays(180)) ? date.plusYears(1) : date;
  }

  private static @Nullable LocalDate date(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** "the 15th", "the third" after a weekday or a preposition: the next such day. */
  private @Nullable Part dayOnly(int from, int i, int weekday) {
    if (i >= utterance.size()) {
      return null;
    }
    Token token = utterance.tokens().get(i);
    boolean word = token.is(WordClass.ORDINAL) && weekday > 0;
    boolean digits =
        token.kind() == Token.Kind.ORDINAL
            && (weekday > 0
                || utterance.is(from - 1, WordClass.ON)
                || utterance.is(from - 1, WordClass.BY));
    if (!word && !digits) {
      return null;
    }
    int day = day(i);
    if (day == 0) {
      return null;
    }
    LocalDate month = today;
    for (int ahead = 0; ahead < 3; ahead++, month = month.plusMonths(1)) {
      LocalDate date = date(month.getYear(), month.getMonthValue(), day);
      if (date != null && !date.isBefore(today)) {
        return new Part(from, i + 1, List.of(date), true, weekday, true);
      }
    }
    return null;
  }
}
