package dev.assay.core.check.commitment.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/**
 * Reads what begins with a digit: a number with the language's grouping, a clock time, a date in
 * digits, an ordinal, or an identifier.
 */
final class NumberScanner {
  private static final int LONGEST_NUMBER = 14;

  private final Characters text;
  private final Lexicon lexicon;
  private final List<Token> tokens;
  private final Grouping grouping;
  private final boolean unspaced;

  NumberScanner(Characters text, Lexicon lexicon, List<Token> tokens) {
    this.text = text;
    this.lexicon = lexicon;
    this.tokens = tokens;
    this.grouping = new Grouping(text, lexicon);
    this.unspaced = lexicon.unspaced();
  }

  /** Adds the tokens at {@code start}, a digit, and says where to go on. */
  int scan(int start, boolean joined) {
    int end = text.digitsEnd(start);
    char next = text.at(end);
    if (end - start > LONGEST_NUMBER) {
      return identifier(start, end);
    }
    if (isLetter(end)) {
      return withLetters(start, end, joined);
    }
    int special =
        switch (next) {
          case ':', '：' -> clock(start, end, joined);
          case '°' -> degree(start, end, joined);
          case '-' -> dashed(start, end, joined);
          case '/' -> slashed(start, end, joined);
          case '.' -> dottedDate(start, end, joined);
          default -> -1;
        };
    return special > 0 ? special : number(start, end, joined);
  }

  private int withLetters(int start, int end, boolean joined) {
    int stop = end;
    while (isLetter(stop)) {
      stop++;
    }
    if (text.isDigit(stop)) {
      boolean hours = stop == end + 1 && (text.at(end) == 'h' || text.at(end) == 'H');
      int minutesEnd = text.digitsEnd(stop);
      if (hours
          && minutesEnd == stop + 2
          && addClock(
              start, minutesEnd, value(start, end), value(stop, minutesEnd), true, joined)) {
        return minutesEnd;
      }
      return identifier(start, stop);
    }
    if (isOrdinalEnding(end, stop)) {
      add(Token.Kind.ORDINAL, start, stop, value(start, end) * Decimals.ONE, 0, joined);
      return stop;
    }
    Word suffix = lexicon.find(text, end, stop);
    boolean unit =
        suffix != null
            && (suffix.is(WordClass.AM)
                || suffix.is(WordClass.PM)
                || suffix.is(WordClass.CLOCK_MARK)
                || suffix.is(WordClass.SCALE)
                || suffix.is(WordClass.MEASURE)
                || suffix.is(WordClass.SPAN)
                || suffix.is(WordClass.TIMES)
                || suffix.is(WordClass.CENT)
                || suffix.is(WordClass.CURRENCY));
    if (unit) {
      add(Token.Kind.NUMBER, start, end, value(start, end) * Decimals.ONE, 0, joined);
      return end;
    }
    return identifier(start, stop);
  }

  private boolean isOrdinalEnding(int from, int to) {
    if (to - from > 2) {
      return false;
    }
    return switch (text.string(from, to)) {
      case "st", "nd", "rd", "th", "er", "e", "ème", "re", "º", "ª" -> true;
      default -> false;
    };
  }

  private int clock(int start, int end, boolean joined) {
    int minutes = text.digitsEnd(end + 1);
    if (minutes != end + 3 || end - start > 2) {
      return -1;
    }
    int stop =
        text.at(minutes) == ':' && text.digitsEnd(minutes + 1) == minutes + 3
            ? minutes + 3
            : minutes;
    boolean seconds = stop > minutes;
    boolean stamp = start > 0 && text.at(start - 1) == 'T';
    boolean certain = seconds || stamp || (text.at(start) == '0' && end - start == 2);
    return addClock(start, stop, value(start, end), value(end + 1, minutes), certain, joined)
        ? stop
        : -1;
  }

  private boolean addClock(
      int start, int end, long hour, long minute, boolean certain, boolean joined) {
    if (hour > 24 || minute > 59) {
      return false;
    }
    boolean only24 = certain || hour > 12 || hour == 0;
    add(Token.Kind.CLOCK, start, end, (hour % 24) * 60 + minute, only24 ? 1 : 0, joined);
    return true;
  }

  private int dashed(int start, int end, boolean joined) {
    int second = text.digitsEnd(end + 1);
    if (second == end + 1) {
      return -1;
    }
    if (text.at(second) == '-' && text.isDigit(second + 1)) {
      int third = text.digitsEnd(second + 1);
      boolean iso = end - start == 4 && second - end == 3 && third - second == 3;
      boolean yearLast = end - start <= 2 && second - end <= 3 && third - second == 5;
      if (yearLast && text.at(third) != '-') {
        return calendarDate(start, end, second, third, joined);
      }
      if (iso && text.at(third) != '-') {
        return isoDate(start, end, second, third, joined);
      }
      return identifier(start, second);
    }
    boolean range = end - start <= 4 && second - end <= 5 && !isLetter(second);
    return range ? -1 : identifier(start, end);
  }

  private int isoDate(int start, int end, int second, int third, boolean joined) {
    long day = day(value(start, end), value(end + 1, second), value(second + 1, third));
    if (day == Token.NONE) {
      return identifier(start, third);
    }
    tokens.add(new Token(Token.Kind.DATE, start, third, null, day, 0, Token.NONE, joined));
    boolean time = (text.at(third) == 'T' || text.at(third) == ' ') && text.isDigit(third + 1);
    int clock =
        time && text.at(third) == 'T' ? clock(third + 1, text.digitsEnd(third + 1), false) : -1;
    return clock < 0 ? third : zone(clock);
  }

  /** Skips "Z", "+01:00" and fractions behind an ISO time. */
  private int zone(int from) {
    int i = from;
    while (text.isDigit(i) || (text.at(i) == '.' && text.isDigit(i + 1)) || text.at(i) == 'Z') {
      i++;
    }
    if ((text.at(i) == '+' || text.at(i) == '-') && text.isDigit(i + 1)) {
      i = text.digitsEnd(i + 1);
      return text.at(i) == ':' ? text.digitsEnd(i + 1) : i;
    }
    return i;
  }

  private int slashed(int start, int end, boolean joined) {
    int second = text.digitsEnd(end + 1);
    if (second == end + 1) {
      return -1;
    }
    int third = text.at(second) == '/' ? text.digitsEnd(second + 1) : second;
    boolean yearFirst = end - start == 4 && second - end <= 3 && third - second <= 3;
    if (yearFirst && third > second + 1 && !isJoint(text.at(third))) {
      return isoDate(start, end, second, third, joined);
    }
    if (third <= second + 1 || end - start > 2 || second - end > 3) {
      return identifier(start, end);
    }
    return calendarDate(start, end, second, third, joined);
  }

  /**
   * Day, month and year in the order of the region. Where the region leaves the order open, the
   * other reading is kept, too.
   */
  private int calendarDate(int start, int end, int second, int third, boolean joined) {
    long year = value(second + 1, third) + (third - second == 3 ? 2000 : 0);
    long first = value(start, end);
    long middle = value(end + 1, second);
    long monthFirst = day(year, first, middle);
    long dayFirst = day(year, middle, first);
    boolean sure = lexicon.has(Trait.DAY_FIRST) && dayFirst != Token.NONE;
    long main = lexicon.has(Trait.MONTH_FIRST) && monthFirst != Token.NONE ? monthFirst : dayFirst;
    main = main == Token.NONE ? monthFirst : main;
    if (main == Token.NONE) {
      return identifier(start, third);
    }
    long other = main == monthFirst ? dayFirst : monthFirst;
    other = other == main || sure ? Token.NONE : other;
    tokens.add(new Token(Token.Kind.DATE, start, third, null, main, 0, other, joined));
    return third;
  }

  /** "il 1° marzo". */
  private int degree(int start, int end, boolean joined) {
    if (end - start > 2) {
      return -1;
    }
    add(Token.Kind.ORDINAL, start, end + 1, value(start, end) * Decimals.ONE, 0, joined);
    return end + 1;
  }

  /** 24.12.2026, and 24.12. where dots part days and months. */
  private int dottedDate(int start, int end, boolean joined) {
    int second = text.digitsEnd(end + 1);
    if (second == end + 1 || second - end > 3 || end - start > 2 || text.at(second) != '.') {
      return -1;
    }
    int third = text.digitsEnd(second + 1);
    boolean shortYear =
        third - second == 3 && lexicon.has(Trait.DAY_FIRST) && text.at(third) != '.';
    if (third - second != 5 && !shortYear) {
      return third > second + 1 && text.isDigit(second + 1) && third - second != 4
          ? identifier(start, second)
          : -1;
    }
    long year = value(second + 1, third) + (shortYear ? 2000 : 0);
    long day = day(year, value(end + 1, second), value(start, end));
    if (day == Token.NONE) {
      return -1;
    }
    tokens.add(new Token(Token.Kind.DATE, start, third, null, day, 0, Token.NONE, joined));
    return third;
  }

  private static long day(long year, long month, long day) {
    if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 || day > 31) {
      return Token.NONE;
    }
    try {
      return LocalDate.of((int) year, (int) month, (int) day).toEpochDay();
    } catch (DateTimeException e) {
      return Token.NONE;
    }
  }

  private int number(int start, int end, boolean joined) {
    grouping.read(start, end);
    if (grouping.tooLong()) {
      return identifier(start, grouping.end());
    }
    add(Token.Kind.NUMBER, start, grouping.end(), grouping.value(), grouping.places(), joined);
    return grouping.end();
  }

  private int identifier(int start, int from) {
    int end = from;
    while (isAlphanumeric(end) || (isJoint(text.at(end)) && isAlphanumeric(end + 1))) {
      end++;
    }
    add(Token.Kind.ID, start, end, 0, 0, false);
    return end;
  }

  /** Chinese characters right behind digits are words of their own. */
  private boolean isLetter(int i) {
    return text.isLetter(i) && !(unspaced && Characters.isHan(text.at(i)));
  }

  private boolean isAlphanumeric(int i) {
    return text.isDigit(i) || isLetter(i);
  }

  private static boolean isJoint(char c) {
    return c == '-' || c == '_' || c == '/' || c == '.' || c == ':';
  }

  private void add(Token.Kind kind, int start, int end, long value, int places, boolean joined) {
    tokens.add(new Token(kind, start, end, null, value, places, Token.NONE, joined));
  }

  private long value(int start, int end) {
    long value = 0;
    for (int i = start; i < Math.min(end, start + LONGEST_NUMBER); i++) {
      value = value * 10 + (text.at(i) - '0');
    }
    return Math.min(value, Decimals.LARGEST / Decimals.ONE);
  }
}
