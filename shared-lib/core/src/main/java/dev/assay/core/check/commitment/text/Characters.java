package dev.assay.core.check.commitment.text;

/**
 * The characters of a text in one array, which is read faster than a string. Beyond both ends
 * stands NUL, so nobody needs to ask for the length before looking ahead.
 */
public class Characters {
  private static final char SOFT_HYPHEN = '\u00ad';

  /** The small letter of each letter below 128; 0 for all else. */
  private static final byte[] LETTERS = letters();

  private final char[] chars;

  public Characters(String text) {
    this.chars = text.toCharArray();
  }

  private static byte[] letters() {
    byte[] letters = new byte[128];
    for (char c = 'a'; c <= 'z'; c++) {
      letters[c] = (byte) c;
      letters[c - 32] = (byte) c;
    }
    return letters;
  }

  /** Behind the plain letters, of English and of keys, at {@code from}. */
  public final int plainEnd(int from) {
    int i = from;
    while (i < chars.length && chars[i] < 128 && LETTERS[chars[i]] != 0) {
      i++;
    }
    return i;
  }

  /** The plain letter at {@code i} in lower case; 0 where something else stands. */
  final byte plainLetter(int i) {
    return i < chars.length && chars[i] < 128 ? LETTERS[chars[i]] : 0;
  }

  /** Up to {@link ShortWords#LONGEST} plain letters in lower case, a byte each. */
  final long plainLetters(int from, int end) {
    long letters = 0;
    for (int i = from; i < end; i++) {
      letters = (letters << Byte.SIZE) | LETTERS[chars[i]];
    }
    return letters;
  }

  /** Of plain letters, as {@link Lexicon#hash}. */
  final int plainHash(int from, int end) {
    int hash = 0;
    for (int i = from; i < end; i++) {
      hash = hash * 31 + LETTERS[chars[i]];
    }
    return hash;
  }

  int length() {
    return chars.length;
  }

  public char at(int i) {
    return Integer.compareUnsigned(i, chars.length) < 0 ? chars[i] : '\0';
  }

  final boolean isDigit(int i) {
    return isDigit(at(i));
  }

  final boolean isLetter(int i) {
    return isLetter(at(i));
  }

  final boolean isLetterOrDigit(int i) {
    return isLetterOrDigit(at(i));
  }

  /** Behind the digits at {@code from}. */
  final int digitsEnd(int from) {
    int i = from;
    while (isDigit(i)) {
      i++;
    }
    return i;
  }

  final String string(int start, int end) {
    return new String(chars, start, end - start);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  public static boolean isLetter(char c) {
    return c < 128 ? LETTERS[c] != 0 : Character.isLetter(c);
  }

  public static boolean isLetterOrDigit(char c) {
    return c < 128 ? isDigit(c) || isLetter(c) : Character.isLetterOrDigit(c);
  }

  /** Spaces that stand inside numbers, and marks that nobody sees. */
  static boolean isThinSpace(char c) {
    return c >= 128
        && (c == '\u00a0' || c == '\u202f' || c == '\u2009' || c == SOFT_HYPHEN || c == '\u200b');
  }

  static boolean isApostrophe(char c) {
    return c == '\'' || c == '’';
  }

  /** Invisible inside a word: it counts for nothing. */
  static boolean isSoftHyphen(char c) {
    return c == SOFT_HYPHEN;
  }

  /** Chinese characters, with the zero of numbers. */
  static boolean isHan(char c) {
    return c >= 0x3000 && ((c >= 0x3400 && c <= 0x9fff) || c == '〇');
  }

  /** In lower case, with the typewriter's apostrophe. */
  public static char fold(char c) {
    if (c < 128) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    return c == '’' ? '\'' : Character.toLowerCase(c);
  }
}
