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
}
