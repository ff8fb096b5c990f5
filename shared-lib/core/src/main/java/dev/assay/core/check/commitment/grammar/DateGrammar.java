package dev.assay.core.check.commitment.grammar;

import dev.assay.core.check.commitment.text.Decimals;
import dev.assay.core.check.commitment.text.NumberGrammar;
import dev.assay.core.check.commitment.text.NumberPhrase;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Trait;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.text.WordClasses;
import java.time.LocalDate;
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
              WordClass.ORDINAL,
              WordClass.DAY_MARK,
              WordClass.RELATIVE_MONTH));

  private final Utterance utterance;
  private final NumberGrammar numbers;
  private final NearDays days;
  private final LocalDate today;
  private final ShortDates shortDates;
  private final @Nullable MarkedDates marked;

  DateGrammar(Utterance utterance, NumberGrammar numbers, LocalDate today) {
    this.utterance = utterance;
    this.numbers = numbers;
    this.today = today;
    this.days = new NearDays(today);
    this.shortDates = new ShortDates(utterance, days);
    this.marked =
        utterance.lexicon().has(Trait.MYRIADS) ? new MarkedDates(utterance, numbers, days) : null;
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
    if (token.is(WordClass.WEEKDAY) && isEveryWeek(i)) {
      return null;
    }
    if (token.is(WordClass.WEEKDAY)) {
      return weekday(i, i, false);
    }
    boolean next = token.is(WordClass.NEXT);
    if ((next || token.is(WordClass.THIS)) && utterance.is(i + 1, WordClass.WEEKDAY)) {
      return weekday(i, i + 1, next);
    }
    if (token.is(WordClass.RELATIVE_DAY) && !isPartOfDay(utterance, i)) {
      long days = token.value(WordClass.RELATIVE_DAY) + (isAfter(i) ? 1 : 0);
      return new Part(i, i + 1, List.of(today.plusDays(days)), true, 0, false);
    }
    Part calendar = calendar(i, 0);
    if (calendar != null) {
      return calendar;
    }
    Part other = marked != null ? marked.read(i) : shortDates.read(i);
    boolean lead = token.is(WordClass.DEFINITE) || token.is(WordClass.DAY_MARK);
    return other != null ? other : lead ? dayOnly(i, i + 1, 0) : null;
  }

  /** "la mañana", "heute morgen" are parts of a day, "mañana" and "morgen" alone are tomorrow. */
  static boolean isPartOfDay(Utterance utterance, int i) {
    Token token = utterance.tokens().get(i);
    return token.is(WordClass.DAYPART)
        && token.value(WordClass.DAYPART) == 0
        && (utterance.is(i - 1, WordClass.DEFINITE)
            || utterance.is(i - 1, WordClass.WEEKDAY)
            || utterance.is(i - 1, WordClass.RELATIVE_DAY));
  }

  /** "the day after tomorrow", "pasado mañana". */
  private boolean isAfter(int i) {
    boolean tomorrow = utterance.tokens().get(i).value(WordClass.RELATIVE_DAY) == 1;
    boolean after =
        utterance.is(i - 1, WordClass.AFTER)
            || (utterance.is(i - 1, WordClass.OF) && utterance.is(i - 2, WordClass.AFTER));
    return tomorrow && after;
  }

  /** "Monday to Friday", "周一至周日": hours of every week, unless something arrives then. */
  private boolean isEveryWeek(int i) {
    boolean first = isThrough(i + 1) && utterance.is(i + 2, WordClass.WEEKDAY);
    boolean last = isThrough(i - 1) && utterance.is(i - 2, WordClass.WEEKDAY);
    return (first || last) && !utterance.inSentence(WordClass.DELIVERY, i);
  }

  private boolean isThrough(int i) {
    return utterance.is(i, '-')
        || utterance.is(i, '–')
        || utterance.is(i, WordClass.AMOUNT_RANGE)
        || (utterance.is(i, WordClass.RANGE)
            && !utterance.is(i, WordClass.OR)
            && !utterance.is(i, WordClass.AND));
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
    if (utterance.is(after, WordClass.DAY_MARK)) {
      after++;
    }
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
      part = part == null && marked == null ? shortDates.read(day) : part;
      part = part == null && marked != null ? marked.read(day) : part;
      part = part == null && day > after ? dayOnly(day - 1, day, weekday) : part;
      part = part == null && day == after ? dayOfWeekday(day, weekday) : part;
      if (part != null) {
        return new Part(from, part.end(), part.dates(), part.yearStated(), weekday, true);
      }
    }
    return new Part(from, after, days.upcoming(weekday, next), true, 0, false);
  }

  /** "viernes 15": the number counts as a day only when it falls on that weekday. */
  private @Nullable Part dayOfWeekday(int i, int weekday) {
    if (!utterance.lexicon().has(Trait.WEEKDAY_DAY) || day(i) == 0 || isThing(dayEnd(i))) {
      return null;
    }
    LocalDate date = days.next(day(i), weekday);
    return date == null ? null : new Part(i, dayEnd(i), List.of(date), true, weekday, true);
  }

  private boolean isThing(int i) {
    return Units.namesThing(utterance, i)
        || utterance.is(i, WordClass.CLOCK_MARK)
        || utterance.is(i, WordClass.AM)
        || utterance.is(i, WordClass.PM);
  }

  /** "March 4th, 2026", "4 March", "4. März 2026", "6 de marzo". */
  private @Nullable Part calendar(int i, int weekday) {
    if (utterance.is(i, WordClass.MONTH)) {
      Part part = monthFirst(i, weekday);
      boolean number = utterance.is(i, WordClass.UNIT) || utterance.is(i, WordClass.TEEN);
      if (part != null || !number) {
        return part;
      }
    }
    int from = i;
    int at = utterance.is(i, WordClass.DEFINITE) ? i + 1 : i;
    at = utterance.is(at, WordClass.DAY_MARK) ? at + 1 : at;
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
    return utterance.is(i, '.') && utterance.lexicon().has(Trait.ORDINAL_DOT);
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
    NumberPhrase number = at < utterance.size() && at - end <= 2 ? pairedYear(at) : null;
    int year = number == null || number.from() != at ? 0 : year(number);
    if (number != null && year > 0) {
      LocalDate date = NearDays.of(year, month, day);
      return date == null ? null : new Part(from, number.end(), List.of(date), true, weekday, true);
    }
    LocalDate date = days.nearest(month, day);
    return date == null ? null : new Part(from, end, List.of(date), false, weekday, true);
  }

  /** "twenty twenty six", "nineteen oh five"; any other number as it is read. */
  private @Nullable NumberPhrase pairedYear(int i) {
    Token token = utterance.tokens().get(i);
    long century =
        token.value(WordClass.TENS) == 20 ? 20 : token.value(WordClass.TEEN) == 19 ? 19 : 0;
    NumberPhrase rest = century > 0 && i + 1 < utterance.size() ? numbers.read(i + 1) : null;
    boolean zero = utterance.is(i + 1, WordClass.UNIT);
    boolean year =
        rest != null
            && rest.from() == i + 1
            && rest.spelled()
            && rest.readings().size() == 1
            && rest.first() < 100 * Decimals.ONE
            && (zero ? isOh(i + 1) : rest.first() >= 10 * Decimals.ONE);
    if (rest == null || !year) {
      return numbers.read(i);
    }
    long value = century * 100 * Decimals.ONE + rest.first();
    return new NumberPhrase(i, rest.end(), List.of(value), true, false, 0);
  }

  private boolean isOh(int i) {
    return utterance.tokens().get(i).value(WordClass.UNIT) == 0;
  }

  /** 2026, "two thousand twenty six", "twenty twenty six"; 0 where the number is no year. */
  private int year(NumberPhrase number) {
    if ((number.places() > 0 && !number.pairs()) || Units.isUnit(utterance, number.end())) {
      return 0;
    }
    for (long reading : number.readings()) {
      long year = reading / Decimals.ONE;
      if (Decimals.isWhole(reading) && year >= 1900 && year < 2200) {
        return (int) year;
      }
    }
    return 0;
  }

  /** "the 15th", "the third" after a weekday or a preposition: the next such day. */
  private @Nullable Part dayOnly(int from, int i, int weekday) {
    if (i >= utterance.size()) {
      return null;
    }
    Token token = utterance.tokens().get(i);
    boolean dayMark =
        utterance.is(i - 1, WordClass.DAY_MARK) && utterance.lexicon().has(Trait.WEEKDAY_DAY);
    boolean led =
        weekday > 0
            || utterance.is(from - 1, WordClass.ON)
            || utterance.is(from - 1, WordClass.BY)
            || dayMark;
    boolean ordinal = token.kind() == Token.Kind.ORDINAL || isOrdinalWord(i, token);
    int day = led && (ordinal || dayMark) ? day(i) : 0;
    if (day == 0 || (token.kind() != Token.Kind.ORDINAL && weekday == 0 && isThing(dayEnd(i)))) {
      return null;
    }
    LocalDate date = days.next(day);
    return date == null ? null : new Part(from, dayEnd(i), List.of(date), true, weekday, true);
  }

  /** "third", "twenty third". */
  private boolean isOrdinalWord(int i, Token token) {
    return token.is(WordClass.ORDINAL)
        || (token.is(WordClass.TENS) && utterance.is(i + 1, WordClass.ORDINAL));
  }
}
