package dev.assay.bench.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number in digits or in English words.
 *
 * @param grouped thousands are grouped by commas
 * @param spelled in words
 */
record StatedAmount(
    BigDecimal value, int start, int end, int decimals, boolean grouped, boolean spelled)
    implements Stated<BigDecimal> {
  private static final Pattern DIGITS = Pattern.compile("\\d+(?:,\\d{3})*(?:\\.\\d+)?");

  /** Every number of a text. */
  static List<StatedAmount> all(String text) {
    List<StatedAmount> found = new ArrayList<>();
    Matcher digits = DIGITS.matcher(text);
    while (digits.find()) {
      String plain = digits.group().replace(",", "");
      if (plain.length() <= 12) {
        BigDecimal value = new BigDecimal(plain);
        boolean grouped = plain.length() < digits.group().length();
        found.add(
            new StatedAmount(value, digits.start(), digits.end(), value.scale(), grouped, false));
      }
    }
    SpelledNumber.find(text)
        .ifPresent(words ->
            found.add(
                new StatedAmount(
                    BigDecimal.valueOf(words.value()),
                    words.start(),
                    words.end(),
                    0,
                    false,
                    true)));
    return found;
  }

  @Override
  public @Nullable String say(BigDecimal other) {
    BigDecimal plain = other.stripTrailingZeros();
    if (spelled) {
      return plain.scale() > 0 ? null : SpelledNumber.words(plain.longValue());
    }
    int scale = plain.scale() > 0 ? Math.max(2, Math.max(decimals, plain.scale())) : decimals;
    String digits = plain.setScale(scale, RoundingMode.UNNECESSARY).toPlainString();
    boolean group = grouped || value.compareTo(BigDecimal.valueOf(1000)) < 0;
    return group ? grouped(digits) : digits;
  }

  private static String grouped(String digits) {
    int point = digits.indexOf('.');
    StringBuilder out = new StringBuilder(digits);
    for (int i = (point < 0 ? digits.length() : point) - 3; i > 0; i -= 3) {
      out.insert(i, ',');
    }
    return out.toString();
  }

  /** Digits alone, as many decimals as are stated. */
  String plain() {
    return value.toPlainString();
  }
}
