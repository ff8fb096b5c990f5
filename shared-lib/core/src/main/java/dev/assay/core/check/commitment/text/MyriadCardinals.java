package dev.assay.core.check.commitment.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in words where every power multiplies the digit before it, as in Chinese: 三百二十, 一千零五, 三万五
 * (35 000), 两亿. A run of digits without powers is read digit by digit, as in 二零二六.
 */
final class MyriadCardinals {
  private static final long MYRIAD = 10_000;

  /** More digits in a row are an identifier read aloud. */
  private static final int MOST_DIGITS = 4;

  private final List<Token> tokens;
  private int at;
  private long total;
  private long section;
  private long digit = -1;
  private long lastPower;
  private boolean zero;

  private MyriadCardinals(List<Token> tokens, int at) {
    this.tokens = tokens;
    this.at = at;
  }

  /** The number at token {@code i}, or null; without a value where it is an identifier. */
  static @Nullable NumberPhrase read(List<Token> tokens, int i) {
    int run = i;
    while (is(tokens, run, WordClass.UNIT)) {
      run++;
    }
    if (run - i > 1) {
      return digits(tokens, i, run);
    }
    MyriadCardinals cardinals = new MyriadCardinals(tokens, i);
    long value = cardinals.next();
    if (value < 0) {
      return null;
    }
    NumberPhrase decimal = decimal(tokens, i, cardinals.at, value);
    return decimal != null ? decimal : phrase(i, cardinals.at, value * Decimals.ONE, 0);
  }

  /** 二零二六 is 2026; 五六十 ("fifty or sixty") names no value. */
  private static NumberPhrase digits(List<Token> tokens, int from, int end) {
    if (end - from > MOST_DIGITS || is(tokens, end, WordClass.POWER)) {
      int stop = end;
      while (is(tokens, stop, WordClass.POWER) || is(tokens, stop, WordClass.UNIT)) {
        stop++;
      }
      return new NumberPhrase(from, stop, List.of(), true, false, 0);
    }
    long value = 0;
    for (int i = from; i < end; i++) {
      value = value * 10 + tokens.get(i).value(WordClass.UNIT);
    }
    return phrase(from, end, value * Decimals.ONE, 0);
  }

  /**
   * 三点五 before a unit. The word for the point is also that of the clock: only what follows, or the
   * lead of a percentage, tells a decimal from a time.
   */
  private static @Nullable NumberPhrase decimal(
      List<Token> tokens, int from, int point, long whole) {
    if (!is(tokens, point, WordClass.POINT) || !is(tokens, point + 1, WordClass.UNIT)) {
      return null;
    }
    long place = Decimals.ONE;
    long value = whole * Decimals.ONE;
    int at = point + 1;
    while (is(tokens, at, WordClass.UNIT) && at <= point + MOST_DIGITS) {
      place /= 10;
      value += tokens.get(at).value(WordClass.UNIT) * place;
      at++;
    }
    boolean clock = is(tokens, point, WordClass.CLOCK_MARK);
    boolean large = is(tokens, at, WordClass.SCALE);
    boolean unit = large || is(tokens, at, WordClass.CURRENCY) || is(tokens, at, WordClass.TENTHS);
    if (clock && !unit && !is(tokens, from - 1, WordClass.PERCENT_LEAD)) {
      return null;
    }
    if (large) {
      value = Decimals.times(value, tokens.get(at).value(WordClass.SCALE) * Decimals.ONE);
    }
    return value == Token.NONE ? null : phrase(from, large ? at + 1 : at, value, at - point - 1);
  }

  private static NumberPhrase phrase(int from, int end, long value, int places) {
    return new NumberPhrase(from, end, List.of(value), true, false, places);
  }

  private long next() {
    int start = at;
    while (at < tokens.size() && take(tokens.get(at))) {
      at++;
    }
    return at == start ? -1 : total + section + Math.max(digit, 0) * unit();
  }

  /** 一百五 is 150, 一百零五 is 105. */
  private long unit() {
    return digit > 0 && lastPower >= 100 && !zero ? lastPower / 10 : 1;
  }

  private boolean take(Token token) {
    if (token.is(WordClass.POWER)) {
      return power(token.value(WordClass.POWER));
    }
    if (!token.is(WordClass.UNIT) || digit >= 0) {
      return false;
    }
    long value = token.value(WordClass.UNIT);
    if (value == 0 && lastPower > 0) {
      zero = true;
    } else {
      digit = value;
    }
    return true;
  }

  private boolean power(long power) {
    long below = section + Math.max(digit, 0);
    boolean rising = power < MYRIAD && lastPower > 0 && lastPower < MYRIAD && power >= lastPower;
    if (digit == 0 || rising || (power >= MYRIAD && total + below == 0)) {
      return false;
    }
    long scaled = power > MYRIAD ? total + below : below;
    if (scaled > Decimals.LARGEST / Decimals.ONE / power) {
      return false;
    }
    if (power < MYRIAD) {
      section += Math.max(digit, 1) * power;
    } else {
      total = power > MYRIAD ? (total + below) * power : total + below * power;
      section = 0;
    }
    digit = -1;
    zero = false;
    lastPower = power;
    return true;
  }

  private static boolean is(List<Token> tokens, int i, WordClass wanted) {
    return i >= 0 && i < tokens.size() && tokens.get(i).is(wanted);
  }
}
