package dev.assay.core.trace.redaction;

import org.jspecify.annotations.Nullable;

/** Payment cards: 13 to 19 digits of a known issuer range, in one run or in fours, Luhn-valid. */
final class CardRule {
  private static final String SEPARATORS = " -";

  private CardRule() {}

  static @Nullable Match find(Cluster cluster) {
    for (int groups = Math.min(cluster.count(), 5); groups >= 1; groups--) {
      int total = cluster.total(groups);
      boolean fits =
          total >= 13
              && total <= 19
              && cluster.joinedBy(groups, SEPARATORS)
              && cluster.closesCleanly(groups)
              && grouped(cluster, groups);
      if (fits) {
        String digits = cluster.digits(groups);
        if (issued(digits) && Checksums.luhn(digits)) {
          return new Match(cluster.start(), cluster.end(groups), Kind.CARD, digits);
        }
      }
    }
    return null;
  }

  private static boolean grouped(Cluster cluster, int groups) {
    if (groups == 1) {
      return true;
    }
    if (cluster.is(4, 6, 5) || cluster.is(4, 6, 4)) {
      return groups == 3;
    }
    for (int i = 0; i < groups - 1; i++) {
      if (cluster.length(i) != 4) {
        return false;
      }
    }
    return groups >= 4 && cluster.length(groups - 1) <= 4;
  }

  /** Issuer ranges of ISO/IEC 7812 in use: Visa, Mastercard, Amex, Diners, Discover, JCB, … */
  private static boolean issued(String digits) {
    int four = Integer.parseInt(digits.substring(0, 4));
    int two = four / 100;
    return switch (digits.length()) {
      case 13 -> two / 10 == 4;
      case 14 -> two == 30 || two == 36 || two == 38;
      case 15 -> two == 34 || two == 37;
      case 16 ->
          two / 10 == 4
              || (two >= 50 && two <= 69)
              || (four >= 2221 && four <= 2720)
              || (four >= 3528 && four <= 3589);
      default -> two / 10 == 4 || two == 50 || (two >= 56 && two <= 69);
    };
  }
}
