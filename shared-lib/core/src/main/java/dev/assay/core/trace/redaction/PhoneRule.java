package dev.assay.core.trace.redaction;

import org.jspecify.annotations.Nullable;

/**
 * Telephone numbers: international with a plus, national by their grouping, and anything of seven
 * to thirteen digits behind a cue. Lengths follow ITU-T E.164 and the national plans.
 */
final class PhoneRule {
  private static final int E164_LONGEST = 15;

  private PhoneRule() {}

  static @Nullable Match find(Tokens tokens, Cluster cluster, int hints) {
    boolean cued = (hints & Words.PHONE) != 0;
    char before = tokens.at(cluster.start() - 1);
    if (before == '+') {
      return international(cluster, cluster.start() - 1, 0);
    }
    if (before == '(' && tokens.at(cluster.start() - 2) == '+') {
      return international(cluster, cluster.start() - 2, 0);
    }
    if (doubleZero(cluster)) {
      return international(cluster, cluster.start(), 2);
    }
    Match match = before == '(' ? withAreaInParentheses(cluster) : null;
    if (match == null) {
      match = national(cluster, cued);
    }
    return match == null ? behindCue(cluster, hints) : match;
  }

  /** Canonical: digits only, without the prefix 00 or the country code of North America. */
  static String canonical(String digits) {
    String bare = digits.startsWith("00") ? digits.substring(2) : digits;
    return bare.length() == 11 && bare.startsWith("1") ? bare.substring(1) : bare;
  }

  private static boolean doubleZero(Cluster cluster) {
    return cluster.length(0) >= 4
        && cluster.digit(0) == '0'
        && cluster.digit(1) == '0'
        && cluster.digit(2) != '0'
        && cluster.total(cluster.count()) >= 11;
  }

  private static @Nullable Match international(Cluster cluster, int start, int prefix) {
    int most = prefix + longest(cluster.digits(cluster.count()).substring(prefix));
    for (int groups = cluster.count(); groups >= 1; groups--) {
      int total = cluster.total(groups);
      if (total <= most && total >= prefix + 8) {
        return match(cluster, groups, start);
      }
    }
    return null;
  }

  /** Country code and subscriber together, where the plan has one length; else E.164's limit. */
  private static int longest(String digits) {
    if (digits.startsWith("1") || digits.startsWith("33") || digits.startsWith("34")) {
      return 11;
    }
    if (digits.startsWith("44") || digits.startsWith("39")) {
      return 12;
    }
    return digits.startsWith("49") || digits.startsWith("55") || digits.startsWith("86")
        ? 13
        : E164_LONGEST;
  }

  private static @Nullable Match withAreaInParentheses(Cluster cluster) {
    if (!cluster.joinedBy(2, ")")) {
      return null;
    }
    boolean zero = cluster.digit(0) == '0';
    for (int groups = Math.min(cluster.count(), 4); groups >= 2; groups--) {
      int total = cluster.total(groups);
      boolean fits = zero ? total >= 8 && total <= 12 : total == 10 || total == 11;
      if (fits && cluster.closesCleanly(groups)) {
        return match(cluster, groups, cluster.start() - 1);
      }
    }
    return null;
  }

  private static @Nullable Match national(Cluster cluster, boolean cued) {
    int groups = nationalGroups(cluster, cued);
    return groups > 0 && cluster.closesCleanly(groups)
        ? match(cluster, groups, cluster.start())
        : null;
  }

  private static int nationalGroups(Cluster cluster, boolean cued) {
    char first = cluster.digit(0);
    if (first == '1' && cluster.is(1, 3, 3, 4) && cluster.joinedBy(4, "-. )")) {
      return 4;
    }
    if (first >= '2' && cluster.is(3, 3, 4) && cluster.joinedBy(3, "-. )")) {
      // Blanks alone also separate columns: then the exchange has to be a possible one.
      boolean blanks = cluster.joinedBy(3, " ");
      return blanks && !cued && cluster.digit(3) < '2' ? 0 : 3;
    }
    if (first >= '6' && (cluster.is(3, 3, 3) || cluster.is(3, 2, 2, 2))) {
      int groups = cluster.length(1) == 3 ? 3 : 4;
      return cluster.joinedBy(groups, cued ? " -." : " -") ? groups : 0;
    }
    return first == '0' && cluster.digit(1) != '0' ? trunkZero(cluster) : 0;
  }

  /** Numbers with a trunk zero: 06 12 34 56 78, 030 1234567, 020 7946 0958, 0171/123 4567. */
  private static int trunkZero(Cluster cluster) {
    if (cluster.is(2, 2, 2, 2, 2) && cluster.joinedBy(5, " .-")) {
      return 5;
    }
    boolean area = cluster.length(0) >= 2 && cluster.length(0) <= 6;
    boolean date = cluster.length(0) == 2 && cluster.count() > 1 && cluster.length(1) < 3;
    if (!area || date || cluster.is(5, 4)) {
      return 0;
    }
    for (int groups = Math.min(cluster.count(), 5); groups >= 2; groups--) {
      int total = cluster.total(groups);
      if (total >= 9 && total <= 12) {
        return groups;
      }
    }
    return 0;
  }

  private static @Nullable Match behindCue(Cluster cluster, int hints) {
    int groups = 0;
    if ((hints & Words.PHONE) != 0) {
      groups = cuedGroups(cluster);
    } else if ((hints & Words.NUMBER) != 0 && (hints & Words.OTHER_ID) == 0) {
      groups = cluster.length(0) >= 9 && cluster.length(0) <= 12 ? 1 : 0;
    }
    return groups > 0 && cluster.closesCleanly(groups)
        ? match(cluster, groups, cluster.start())
        : null;
  }

  private static int cuedGroups(Cluster cluster) {
    if (cluster.length(0) >= 7) {
      return cluster.length(0) <= 13 ? 1 : 0;
    }
    boolean date = cluster.is(4, 2, 2) || cluster.is(2, 2, 4) || cluster.is(1, 2, 4);
    for (int groups = cluster.count(); groups >= 2 && !date; groups--) {
      int total = cluster.total(groups);
      if (total >= 7 && total <= 13) {
        return groups;
      }
    }
    return 0;
  }

  private static Match match(Cluster cluster, int groups, int start) {
    return new Match(start, cluster.end(groups), Kind.PHONE, canonical(cluster.digits(groups)));
  }
}
