package dev.assay.core.check.commitment.text;

import java.util.List;
import java.util.Set;

/**
 * Cardinal numbers in words, one group at a time: "eighteen hundred and sixty two", "quatre vingt
 * dix neuf", "drei und zwanzig". The traits of a language are options of its lexicon.
 */
public final class Cardinals {
  public static final WordClasses STARTS =
      WordClasses.of(
          WordClass.UNIT, WordClass.TEEN, WordClass.TENS, WordClass.HUNDRED, WordClass.SCALE);

  private final List<Token> tokens;
  private final Traits traits;
  private int at;

  Cardinals(List<Token> tokens, Lexicon lexicon) {
    this.tokens = tokens;
    this.traits = lexicon.cardinals();
  }

  /**
   * How a language builds its numbers.
   *
   * @param twenties French: "soixante dix", "quatre vingts"
   * @param inverted German: the unit before the ten
   * @param tensAndUnit Spanish: "treinta y uno"
   * @param noHundredAnd "and" ends a number of hundreds
   * @param myriads Chinese: read by {@link MyriadCardinals}
   */
  record Traits(
      boolean twenties,
      boolean inverted,
      boolean tensAndUnit,
      boolean noHundredAnd,
      boolean myriads) {
    static Traits of(Set<String> options) {
      return new Traits(
          options.contains("twenties"),
          options.contains("inverted"),
          options.contains("tens-and-unit"),
          options.contains("no-hundred-and"),
          options.contains("myriads"));
    }
  }

  /** Where the number that was read last ends. */
  int end() {
    return at;
  }

  /** The whole number that begins at a token, or -1 where none stands. */
  long read(int from) {
    at = from;
    return startsNumber(0) ? read() : -1;
  }

  private long read() {
    long total = 0;
    long lastScale = Long.MAX_VALUE;
    boolean any = false;
    while (true) {
      int before = at;
      long part = belowThousand();
      long scale = is(0, WordClass.SCALE) ? value(0, WordClass.SCALE) : 0;
      if (part < 0 && (scale == 0 || scale >= lastScale)) {
        at = before;
        return any ? total : -1;
      }
      if (scale == 0 || scale >= lastScale) {
        return total + Math.max(part, 0);
      }
      total += Math.max(part, 1) * scale;
      lastScale = scale;
      any = true;
      at++;
      skipAnd();
      if (!startsNumber(0)) {
        return total;
      }
    }
  }

  private long belowThousand() {
    long first = belowHundred();
    if (!is(0, WordClass.HUNDRED)) {
      return first;
    }
    long hundred = value(0, WordClass.HUNDRED);
    if (hundred != 100 && first >= 0) {
      return first;
    }
    at++;
    skipAnd();
    long rest = belowHundred();
    return Math.max(first, 1) * hundred + Math.max(rest, 0);
  }

  private long belowHundred() {
    if (is(0, WordClass.TENS)) {
      return afterTens(value(0, WordClass.TENS));
    }
    if (is(0, WordClass.TEEN)) {
      return teen();
    }
    return is(0, WordClass.UNIT) ? unit() : -1;
  }

  private long afterTens(long tens) {
    at++;
    boolean and = is(0, WordClass.AND) && traits.tensAndUnit();
    int ahead = and ? 1 : 0;
    if (is(ahead, WordClass.TEEN) && tens % 20 == 0 && traits.twenties()) {
      at += ahead;
      return tens + teen();
    }
    boolean unit = is(ahead, WordClass.UNIT) && value(ahead, WordClass.UNIT) > 0;
    if (unit && !traits.inverted() && (!and || !isAmountAhead(ahead))) {
      long value = tens + value(ahead, WordClass.UNIT);
      at += ahead + 1;
      return value;
    }
    return tens;
  }

  /**
   * "treinta y un mil" is 31 000, but "treinta y cinco" must not take what begins a new hundred.
   */
  private boolean isAmountAhead(int ahead) {
    return is(ahead + 1, WordClass.HUNDRED);
  }

  private long teen() {
    long teen = value(0, WordClass.TEEN);
    at++;
    if (teen == 10 && traits.twenties() && is(0, WordClass.UNIT) && value(0, WordClass.UNIT) > 6) {
      teen += value(0, WordClass.UNIT);
      at++;
    }
    return teen;
  }

  private long unit() {
    long unit = value(0, WordClass.UNIT);
    if (traits.inverted() && is(1, WordClass.AND) && is(2, WordClass.TENS)) {
      long value = unit + value(2, WordClass.TENS);
      at += 3;
      return value;
    }
    if (unit == 4 && traits.twenties() && is(1, WordClass.TENS) && value(1, WordClass.TENS) == 20) {
      at++;
      return afterTens(80);
    }
    at++;
    return unit;
  }

  private void skipAnd() {
    if (is(0, WordClass.AND) && startsNumber(1) && !traits.noHundredAnd()) {
      at++;
    }
  }

  private boolean startsNumber(int ahead) {
    return at + ahead < tokens.size() && tokens.get(at + ahead).isAny(STARTS);
  }

  private boolean is(int ahead, WordClass wanted) {
    return at + ahead < tokens.size() && tokens.get(at + ahead).is(wanted);
  }

  private long value(int ahead, WordClass wanted) {
    return tokens.get(at + ahead).value(wanted);
  }
}
