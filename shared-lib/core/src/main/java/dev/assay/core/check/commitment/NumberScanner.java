package dev.assay.core.check.commitment;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/**
 * Reads what begins with a digit: a number with the language's grouping, a clock time, a date in
 * digits, an ordinal, or an identifier.
 */
final class NumberScanner {
  private static final int LONGEST_NUMBER = 14;

  private final CharSequence text;
  private final Lexicon lexicon;
  private final List<Token> tokens;

  NumberScanner(CharSequence text, Lexicon lexicon, List<Token> tokens) {
    this.text = text;
    this.lexicon = lexicon;
    this.tokens = tokens;
  }

  /** Adds the tokens at {@code start}, a digit, and says where to go on. */
  int scan(int start, boolean joined) {
    int end = digits(start);
    char next = charAt(end);
    if (end - start > LONGEST_NUMBER) {
      return identifier(start, end);
    }
    if (Character.isLetter(next)) {
      return withLetters(start, end, joined);
    }
    int special =
        switch (next) {
          case ':' -> clock(start, end, joined);
          case '-' -> dashed(start, end, joined);
          case '/' -> slashed(start, end, joined);
          case '.' -> dottedDate(start, end, joined);
          default -> -1;
        };
    return special > 0 ? special : number(start, end, joined);
  }

  private int withLetters(int start, int end, boolean joined) {
    int stop = end;
    while (Character.isLetter(charAt(stop))) {
      stop++;
    }
    if (isDigit(stop)) {
      boolean hours = stop == end + 1 && (charAt(end) == 'h' || charAt(end) == 'H');
      int minutesEnd = digits(stop);
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
    return switch (text.subSequence(from, to).toString()) {
      case "st", "nd", "rd", "th", "er", "e", "ème", "re", "º", "ª" -> true;
      default -> false;
    };
  }

  private int clock(int start, int end, boolean joined) {
    int minutes = digits(end + 1);
    if (minutes != end + 3 || end - start > 2) {
      return -1;
    }
    int stop = charAt(minutes) == ':' && digits(minutes + 1) == minutes + 3 ? minutes + 3 : minutes;
    boolean seconds = stop > minutes;
    boolean stamp = start > 0 && charAt(start - 1) == 'T';
    boolean certain = seconds || stamp || (charAt(start) == '0' && end - start == 2);
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
    int second = digits(end + 1);
    if (second == end + 1) {
      return -1;
    }
    if (charAt(second) == '-' && isDigit(second + 1)) {
      int third = digits(second + 1);
      boolean iso = end - start == 4 && second - end == 3 && third - second == 3;
      if (iso && charAt(third) != '-') {
        return isoDate(start, end, second, third, joined);
      }
      return identifier(start, second);
    }
    boolean range = end - start <= 4 && second - end <= 5 && !Character.isLetter(charAt(second));
    return range ? -1 : identifier(start, end);
  }

  private int isoDate(int start, int end, int second, int third, boolean joined) {
    long day = day(value(start, end), value(end + 1, second), value(second + 1, third));
    if (day == Token.NONE) {
      return identifier(start, third);
    }
    tokens.add(new Token(Token.Kind.DATE, start, third, null, day, 0, Token.NONE, joined));
    boolean time = (charAt(third) == 'T' || charAt(third) == ' ') && isDigit(third + 1);
    int clock = time && charAt(third) == 'T' ? clock(third + 1, digits(third + 1), false) : -1;
    return clock < 0 ? third : zone(clock);
  }

  /** Skips "Z", "+01:00" and fractions behind an ISO time. */
  private int zone(int from) {
    int i = from;
    while (isDigit(i) || (charAt(i) == '.' && isDigit(i + 1)) || charAt(i) == 'Z') {
      i++;
    }
    if ((charAt(i) == '+' || charAt(i) == '-') && isDigit(i + 1)) {
      i = digits(i + 1);
      return charAt(i) == ':' ? digits(i + 1) : i;
    }
    return i;
  }

  private int slashed(int start, int end, boolean joined) {
    int second = digits(end + 1);
    if (second == end + 1) {
      return -1;
    }
    int third = charAt(second) == '/' ? digits(second + 1) : second;
    if (third <= second + 1 || end - start > 2 || second - end > 3) {
      return identifier(start, end);
    }
    long year = value(second + 1, third) + (third - second == 3 ? 2000 : 0);
    long first = value(start, end);
    long middle = value(end + 1, second);
    long monthFirst = day(year, first, middle);
    long dayFirst = day(year, middle, first);
    long main = lexicon.has("month-first") && monthFirst != Token.NONE ? monthFirst : dayFirst;
    main = main == Token.NONE ? monthFirst : main;
    if (main == Token.NONE) {
      return identifier(start, third);
    }
    long other = main == monthFirst ? dayFirst : monthFirst;
    tokens.add(
        new Token(
            Token.Kind.DATE,
            start,
            third,
            null,
            main,
            0,
            other == main ? Token.NONE : other,
            joined));
    return third;
  }

  /** 24.12.2026, and 24.12. where dots part days and months. */
  private int dottedDate(int start, int end, boolean joined) {
    int second = digits(end + 1);
    if (second == end + 1 || second - end > 3 || end - start > 2 || charAt(second) != '.') {
      return -1;
    }
    int third = digits(second + 1);
    if (third - second != 5) {
      return third > second + 1 && isDigit(second + 1) && third - second != 4
          ? identifier(start, second)
          : -1;
    }
    long day = day(value(second + 1, third), value(end + 1, second), value(start, end));
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
    Grouping grouping = new Grouping(text, lexicon).read(start, end);
    if (grouping.tooLong()) {
      return identifier(start, grouping.end());
    }
    add(Token.Kind.NUMBER, start, grouping.end(), grouping.value(), grouping.places(), joined);
    return grouping.end();
  }

  private int identifier(int start, int from) {
    int end = from;
    while (Character.isLetterOrDigit(charAt(end))
        || (isJoint(charAt(end)) && Character.isLetterOrDigit(charAt(end + 1)))) {
      end++;
    }
    add(Token.Kind.ID, start, end, 0, 0, false);
    return end;
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
      value = value * 10 + (text.charAt(i) - '0');
    }
    return Math.min(value, Decimals.LARGEST / Decimals.ONE);
  }

  private int digits(int from) {
    int i = from;
    while (isDigit(i)) {
      i++;
    }
    return i;
  }

  private boolean isDigit(int i) {
    char c = charAt(i);
    return c >= '0' && c <= '9';
  }

  private char charAt(int i) {
    return i >= 0 && i < text.length() ? text.charAt(i) : '\0';
  }
}
