package dev.assay.core.check.commitment.ladder.money;

import dev.assay.core.check.commitment.evidence.Fact;
import dev.assay.core.check.commitment.text.Decimals;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * Values one digit, or two swapped neighbours, away from a recorded one: slips, not other facts.
 */
final class Slips {
  private static final int FEWEST_DIGITS = 4;

  private Slips() {}

  /** The recorded amount that the value is a slip of, or null. */
  static @Nullable Fact of(long value, NavigableMap<Long, Fact> recorded) {
    long unit = Decimals.isWhole(value) ? Decimals.ONE : Decimals.CENT;
    char[] digits = Long.toString(value / unit).toCharArray();
    if (digits.length < FEWEST_DIGITS || value % Decimals.CENT != 0) {
      return null;
    }
    for (int i = 0; i < digits.length; i++) {
      Fact found = changed(digits, i, unit, recorded);
      found = found == null && i + 1 < digits.length ? swapped(digits, i, unit, recorded) : found;
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable Fact changed(
      char[] digits, int i, long unit, NavigableMap<Long, Fact> recorded) {
    char said = digits[i];
    Fact found = null;
    for (char c = i == 0 ? '1' : '0'; c <= '9' && found == null; c++) {
      digits[i] = c;
      found = c == said ? null : recorded.get(amount(digits, unit));
    }
    digits[i] = said;
    return found;
  }

  private static @Nullable Fact swapped(
      char[] digits, int i, long unit, NavigableMap<Long, Fact> recorded) {
    swap(digits, i);
    Fact found = recorded.get(amount(digits, unit));
    swap(digits, i);
    return found;
  }

  private static void swap(char[] digits, int i) {
    char c = digits[i];
    digits[i] = digits[i + 1];
    digits[i + 1] = c;
  }

  private static long amount(char[] digits, long unit) {
    return Long.parseLong(new String(digits)) * unit;
  }
}
