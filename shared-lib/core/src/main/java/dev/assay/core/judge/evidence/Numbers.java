package dev.assay.core.judge.evidence;

import java.math.BigDecimal;
import java.util.List;

/** Reads numbers written with points, commas or apostrophes. */
final class Numbers {
  /** Longer numbers are identifiers, compared as text. */
  private static final int LONGEST = 18;

  private Numbers() {}

  /**
   * The plain decimal forms of a chunk that begins with a digit; empty when it is no number. A
   * single separator before three digits has two readings: {@code 1.299} is 1299 or 1.299. A short
   * unit may follow: {@code 20kg}, {@code 3rd}.
   */
  static List<String> of(String chunk) {
    String number = withoutUnit(chunk);
    if (!number.chars().allMatch(Numbers::belongs)) {
      return List.of();
    }
    if (number.length() > LONGEST) {
      return List.of(digits(number));
    }
    int last = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
    if (last < 0) {
      return List.of(plain(number, ""));
    }
    String whole = number.substring(0, last);
    String fraction = number.substring(last + 1);
    if (whole.indexOf(number.charAt(last)) >= 0) {
      return List.of(plain(number, ""));
    }
    boolean ambiguous = fraction.length() == 3 && whole.chars().allMatch(Character::isDigit);
    return ambiguous
        ? List.of(plain(number, ""), plain(whole, fraction))
        : List.of(plain(whole, fraction));
  }

  static String normal(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    boolean sane = Math.abs(stripped.scale()) <= LONGEST && stripped.precision() <= LONGEST;
    return sane ? stripped.toPlainString() : number.toString();
  }

  static boolean isYear(String reading) {
    return reading.length() == 4 && (reading.startsWith("19") || reading.startsWith("20"));
  }

  /** True for {@code 3-5} or {@code 10:30-12:00}, false for {@code 12-AB}. */
  static boolean isRange(String chunk, int dash) {
    return dash + 1 < chunk.length()
        && Character.isDigit(chunk.charAt(dash + 1))
        && chunk.indexOf('-', dash + 1) < 0;
  }

  private static String withoutUnit(String chunk) {
    int end = chunk.length();
    while (chunk.length() - end < 3 && Character.isLetter(chunk.charAt(end - 1))) {
      end--;
    }
    return chunk.substring(0, end);
  }

  private static boolean belongs(int c) {
    return (c >= '0' && c <= '9') || c == '.' || c == ',' || c == '\'' || c == '’';
  }

  private static String digits(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    text.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
    return digits.toString();
  }

  private static String plain(String whole, String fraction) {
    String number = "0" + digits(whole) + (fraction.isEmpty() ? "" : "." + digits(fraction));
    return normal(new BigDecimal(number));
  }
}
