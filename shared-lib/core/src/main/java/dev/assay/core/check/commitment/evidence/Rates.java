package dev.assay.core.check.commitment.evidence;

import dev.assay.core.check.commitment.text.Decimals;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.Value.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a number of units is worth, as "100 points = $1.00", and how many units results show, as
 * {@code {"points": 3750}}.
 */
public final class Rates {
  private static final int MOST = 32;
  private static final int MOST_OF_KEY = 8;

  private final List<Rate> rates = new ArrayList<>();
  private final Map<String, Set<Long>> counts = new LinkedHashMap<>();

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

  /** A count that stands under a key. */
  void count(String key, long whole) {
    Set<Long> known = counts.get(key);
    if (known == null && counts.size() < MOST) {
      counts.put(key, new LinkedHashSet<>(List.of(whole)));
    } else if (known != null && known.size() < MOST_OF_KEY) {
      known.add(whole);
    }
  }

  /** What the recorded counts are worth. */
  public void offer(Derivable derivable) {
    for (Rate rate : rates) {
      counts.forEach((key, known) -> {
        if (key.toLowerCase(Locale.ROOT).contains(rate.unit())) {
          known.forEach(count -> offer(count, rate, derivable));
        }
      });
    }
  }

  private static void offer(long count, Rate rate, Derivable derivable) {
    if (count < 1_000_000_000L) {
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
  }
}
