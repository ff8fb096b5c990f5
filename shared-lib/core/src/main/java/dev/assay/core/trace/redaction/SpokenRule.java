package dev.assay.core.trace.redaction;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Telephone and card numbers read out word by word: seven digit words or more in a row. */
final class SpokenRule {
  private static final int FEWEST_WORDS = 7;
  private static final int FEWEST_DIGITS = 7;

  /** How far before the run a word such as "order" keeps it untouched. */
  private static final int ID_REACH = 40;

  private SpokenRule() {}

  static void run(Tokens tokens, Set<Kind> on, List<Match> matches) {
    int i = 0;
    while (i < tokens.size()) {
      if (!isSpoken(tokens, i)) {
        i++;
        continue;
      }
      int last = i;
      while (last + 1 < tokens.size() && isSpoken(tokens, last + 1) && joined(tokens, last)) {
        last++;
      }
      Match match = last - i + 1 < FEWEST_WORDS ? null : match(tokens, i, last);
      if (match != null && on.contains(match.kind())) {
        matches.add(match);
        tokens.take(match);
      }
      i = last + 1;
    }
  }

  private static boolean isSpoken(Tokens tokens, int token) {
    boolean word = tokens.hints(token, Words.DIGIT) || tokens.hints(token, Words.TIMES);
    return !tokens.isTaken(token) && word;
  }

  private static boolean joined(Tokens tokens, int token) {
    int from = tokens.end(token);
    int to = tokens.start(token + 1);
    if (to - from > 4) {
      return false;
    }
    for (int i = from; i < to; i++) {
      char c = tokens.at(i);
      if (!Tokens.isSpace(c) && !Tokens.isDash(c) && c != ',' && c != '.' && c != '…') {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Match match(Tokens tokens, int first, int last) {
    String digits = digits(tokens, first, last);
    if (digits.length() < FEWEST_DIGITS || namesAnotherId(tokens, first)) {
      return null;
    }
    boolean card = digits.length() >= 13 && digits.length() <= 19 && Checksums.luhn(digits);
    return new Match(
        tokens.start(first),
        tokens.end(last),
        card ? Kind.CARD : Kind.PHONE,
        card ? digits : PhoneRule.canonical(digits));
  }

  private static String digits(Tokens tokens, int first, int last) {
    StringBuilder digits = new StringBuilder();
    int times = 1;
    for (int i = first; i <= last; i++) {
      if (tokens.hints(i, Words.TIMES)) {
        times = tokens.word(i).toLowerCase(Locale.ROOT).startsWith("tr") ? 3 : 2;
      } else {
        add(digits, tokens.spokenDigits(i).repeat(times), i > first && tensBefore(tokens, i));
        times = 1;
      }
    }
    return digits.toString();
  }

  /** "thirty four" and "trente-quatre" are 34, not 304. */
  private static boolean tensBefore(Tokens tokens, int token) {
    String before = tokens.spokenDigits(token - 1);
    String own = tokens.spokenDigits(token);
    boolean tens = before.length() == 2 && before.endsWith("0") && !before.equals("10");
    boolean french = before.equals("60");
    return tens && ((own.length() == 1 && !own.equals("0")) || (french && own.length() == 2));
  }

  private static void add(StringBuilder digits, String next, boolean onTens) {
    if (onTens) {
      int tens = digits.charAt(digits.length() - 2) - '0';
      int value = tens * 10 + Integer.parseInt(next);
      digits.setLength(digits.length() - 2);
      digits.append(value);
    } else {
      digits.append(next);
    }
  }

  private static boolean namesAnotherId(Tokens tokens, int first) {
    for (int i = first - 1; i >= 0; i--) {
      if (tokens.start(first) - tokens.end(i) > ID_REACH || tokens.hints(i, Words.PHONE)) {
        return false;
      }
      if (tokens.hints(i, Words.OTHER_ID)) {
        return true;
      }
    }
    return false;
  }
}
