package dev.assay.core.judge.evidence;

import java.util.Locale;

/** What counts as a word and what as an identifier. */
final class Words {
  /** Shorter mixes of letters and digits ("2x", "4G") are no identifiers. */
  private static final int SHORTEST_IDENTIFIER = 4;

  private Words() {}

  static String lower(String word) {
    return word.replace('’', '\'').toLowerCase(Locale.ROOT);
  }

  /** Letters and digits mixed, such as {@code HAT110}, {@code sara_doe_496} or {@code W2378156}. */
  static boolean isIdentifier(String word) {
    boolean letter = false;
    boolean digit = false;
    for (int i = 0; i < word.length(); i++) {
      letter |= Character.isLetter(word.charAt(i));
      digit |= Character.isDigit(word.charAt(i));
    }
    return letter && digit && word.length() >= SHORTEST_IDENTIFIER;
  }

  /** A number with its unit, such as {@code 24-hour} or {@code 500-piece}. */
  static boolean isMeasure(String word) {
    int i = 0;
    while (i < word.length() && Character.isDigit(word.charAt(i))) {
      i++;
    }
    boolean dashed = i > 0 && i < word.length() && word.charAt(i) == '-';
    return dashed && word.substring(i + 1).chars().allMatch(c -> Character.isLetter(c) || c == '-');
  }
}
