package dev.assay.core.check.commitment;

import dev.assay.core.check.commitment.Value.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a number of units is worth, as "100 points = $1.00", and how many units results show, as
 * {@code {"points": 3750}}.
 */
final class Rates {
  private static final int MOST = 32;

  private final List<Rate> rates = new ArrayList<>();
  private final Map<String, Long> counts = new LinkedHashMap<>();

  /**
   * @param count plain
   * @param unit in lower case, without the plural's s
   * @param amount ten-thousandths
   */
  private record Rate(long count, String unit, long amount) {}

  /** Takes in the rate that an amount ends, where it ends one. */
  void read(Utterance utterance, Mention mention) {
    int is = mention.from() - 1;
    boolean equal = utterance.is(is, '=') || utterance.is(is, WordClass.COPULA);
    if (!equal || is < 2 || rates.size() >= MOST || !(mention.value() instanceof Money money)) {
      return;
    }
    Token unit = utterance.tokens().get(is - 1);
    Token number = utterance.tokens().get(is - 2);
    boolean counted =
        unit.kind() == Token.Kind.WORD
            && number.kind() == Token.Kind.NUMBER
            && Decimals.isWhole(number.value())
            && number.value() > 0;
    if (counted) {
      String word = stem(utterance.text().substring(unit.start(), unit.end()));
      rates.add(new Rate(number.value() / Decimals.ONE, word, money.readings().getFirst()));
    }
  }

  private static String stem(String word) {
    String low = word.toLowerCase(Locale.ROOT);
    return low.endsWith("s") ? low.substring(0, low.length() - 1) : low;
  }

  /** The newest count that stands under a key. */
  void count(String key, long whole) {
    if (counts.size() < MOST || counts.containsKey(key)) {
      counts.put(key, whole);
    }
  }

  /** What the recorded counts are worth. */
  void offer(Derivable derivable) {
    for (Rate rate : rates) {
      counts.forEach((key, count) -> {
        if (key.toLowerCase(Locale.ROOT).contains(rate.unit()) && count < 1_000_000_000L) {
          derivable.sum(
              rate.amount() * count / rate.count(),
              () ->
                  count
                      + " × "
                      + Decimals.money(rate.amount())
                      + " ÷ "
                      + rate.count()
                      + " "
                      + rate.unit());
        }
      });
    }
  }
}
