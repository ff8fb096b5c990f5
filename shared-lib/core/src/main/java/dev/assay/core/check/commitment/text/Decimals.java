package dev.assay.core.check.commitment.text;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Amounts as longs in ten-thousandths: exact to the hundredth of a cent, and quick to hash. What is
 * larger than {@link #LARGEST} is taken for an identifier.
 */
public final class Decimals {
  public static final long ONE = 10_000;
  public static final long CENT = 100;

  /** A hundred thousand million, in ten-thousandths; products with counts still fit a long. */
  public static final long LARGEST = 100_000_000_000L * ONE;

  private static final int PLACES = 4;
  private static final long[] POWERS = {1, 10, 100, 1_000, ONE};

  /** What binary arithmetic leaves behind a decimal point has 17 digits: 7.979999999999997. */
  private static final int FINEST = 24;

  private Decimals() {}

  /**
   * Ten-thousandths of a JSON number, rounded, or {@link Token#NONE} where it is too large or too
   * fine.
   */
  public static long of(BigDecimal value) {
    int scale = value.scale();
    if ((long) value.precision() - scale > 12 || scale > FINEST) {
      return Token.NONE;
    }
    if (scale >= 0 && scale <= PLACES) {
      return value.scaleByPowerOfTen(scale).longValue() * POWERS[PLACES - scale];
    }
    return value.movePointRight(4).setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  /** True for a whole number of at most 24 digits; 1e2000000000 in full would fill the memory. */
  public static boolean isShortWhole(BigDecimal value) {
    return value.scale() <= 0 && (long) value.precision() - value.scale() <= 24;
  }

  public static boolean isWhole(long value) {
    return value % ONE == 0;
  }

  /** a × b, or {@link Token#NONE} where it leaves the range. */
  public static long times(long a, long b) {
    long low = a * b;
    boolean fits = Math.multiplyHigh(a, b) == low >> 63;
    return fits && Math.abs(low / ONE) <= LARGEST ? low / ONE : Token.NONE;
  }

  /** With two decimals, four where they matter: {@code 249.99}, {@code 1.2345}. */
  public static String money(long value) {
    boolean cents = value % CENT == 0;
    long parts = cents ? Math.abs(value / CENT) : Math.abs(value);
    long one = cents ? ONE / CENT : ONE;
    StringBuilder form = new StringBuilder(16);
    form.append(value < 0 ? "-" : "").append(parts / one).append('.');
    for (long place = one / 10; place > 0; place /= 10) {
      form.append((char) ('0' + parts / place % 10));
    }
    return form.toString();
  }

  /** Without trailing zeros: {@code 4.5}. */
  public static String plain(long value) {
    return BigDecimal.valueOf(value, 4).stripTrailingZeros().toPlainString();
  }
}
