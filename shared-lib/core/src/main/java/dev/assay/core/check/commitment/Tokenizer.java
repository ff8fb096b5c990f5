package dev.assay.core.check.commitment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into tokens in one pass, without regular expressions: every character is looked at a
 * bounded number of times. Identifiers become {@link Token.Kind#ID} here, which keeps most of them
 * from ever looking like a value.
 */
final class Tokenizer {
  private final CharSequence text;
  private final Lexicon lexicon;
  private final List<Token> tokens;
  private int at;

  private Tokenizer(CharSequence text, Lexicon lexicon) {
    this.text = text;
    this.lexicon = lexicon;
    this.tokens = new ArrayList<>(text.length() / 5 + 4);
  }

  static List<Token> tokenize(CharSequence text, Lexicon lexicon) {
    Tokenizer tokenizer = new Tokenizer(text, lexicon);
    while (tokenizer.at < text.length()) {
      tokenizer.next();
    }
    return tokenizer.tokens;
  }

  private void next() {
    char c = text.charAt(at);
    if (c == '\n') {
      add(Token.Kind.BREAK, at, at + 1, null, '\n');
      at++;
    } else if (c == '\\') {
      escape();
    } else if (c >= '0' && c <= '9') {
      at = new NumberScanner(text, lexicon, tokens).scan(at, joined(at));
    } else if (Character.isLetter(c)) {
      word();
    } else if (c == '#' && isAlphanumeric(at + 1)) {
      identifier(at, at + 1);
    } else if (Character.isWhitespace(c) || isSpace(c) || c == '*' || c == '_' || c == '`') {
      at++;
    } else if (c == '-' && at > 0 && isAlphanumeric(at - 1) && isLetter(at + 1)) {
      at++;
    } else {
      symbol(c);
    }
  }

  private boolean isLetter(int i) {
    return i < text.length() && Character.isLetter(text.charAt(i));
  }

  /** Agents that answer in JSON send line breaks as two characters, others escape the dollar. */
  private void escape() {
    if (at + 1 < text.length() && text.charAt(at + 1) == 'n') {
      add(Token.Kind.BREAK, at, at + 2, null, '\n');
      at += 2;
    } else {
      at++;
    }
  }

  private void symbol(char c) {
    add(Token.Kind.SYMBOL, at, at + 1, lexicon.find(text, at, at + 1), c);
    at++;
  }

  private void word() {
    int start = at;
    int end = start;
    while (end < text.length() && isWordPart(end)) {
      end++;
      if (lexicon.has("elision") && isApostrophe(text.charAt(end - 1))) {
        break;
      }
    }
    if (end < text.length() && text.charAt(end) == '$') {
      end++;
    } else if (isDigit(end) || (isOneOf(end, '_', '@') && isAlphanumeric(end + 1))) {
      identifier(start, end);
      return;
    } else if (end - start == 1 && isDottedLetter(end)) {
      dotted(start);
      return;
    } else if (isOneOf(end, '-', '-') && isDigit(end + 1) && isUpper(start)) {
      identifier(start, end + 1);
      return;
    }
    add(start, end);
    at = end;
  }

  /** "p.m." and "a.m." are one word each. */
  private boolean isDottedLetter(int end) {
    return isOneOf(end, '.', '.')
        && end + 1 < text.length()
        && Character.isLetter(text.charAt(end + 1))
        && (end + 2 == text.length() || !Character.isLetter(text.charAt(end + 2)));
  }

  private void dotted(int start) {
    String letters = "" + text.charAt(start) + text.charAt(start + 2);
    int end = start + 3;
    boolean dot = isOneOf(end, '.', '.');
    Word word = lexicon.find(letters, 0, 2);
    add(Token.Kind.WORD, start, dot && word != null ? end + 1 : end, word, 0);
    at = dot && word != null ? end + 1 : end;
  }

  private void add(int start, int end) {
    Word word = lexicon.find(text, start, end);
    if (word == null && lexicon.has("compound") && addMorphemes(start, end)) {
      return;
    }
    add(Token.Kind.WORD, start, end, word, 0);
  }

  /** "dreiundzwanzig" becomes three joined tokens; nothing happens when any part is unknown. */
  private boolean addMorphemes(int start, int end) {
    int size = tokens.size();
    int from = start;
    while (from < end) {
      int to = lexicon.morphemeEnd(text, from, end);
      if (to < 0) {
        while (tokens.size() > size) {
          tokens.removeLast();
        }
        return false;
      }
      add(Token.Kind.WORD, from, to, lexicon.find(text, from, to), 0);
      from = to;
    }
    return true;
  }

  private void identifier(int start, int from) {
    int end = from;
    while (end < text.length() && (isAlphanumeric(end) || isInsideIdentifier(end))) {
      end++;
    }
    add(Token.Kind.ID, start, end, null, 0);
    at = Math.max(end, start + 1);
  }

  private boolean isInsideIdentifier(int i) {
    return isOneOf(i, '_', '-', '@', '.', '/', ':') && isAlphanumeric(i + 1);
  }

  private void add(Token.Kind kind, int start, int end, @Nullable Word word, long value) {
    boolean joined = kind == Token.Kind.WORD && joined(start);
    tokens.add(new Token(kind, start, end, word, value, 0, Token.NONE, joined));
  }

  /** True right after a hyphen or soft hyphen inside a word, or right after a letter. */
  private boolean joined(int start) {
    if (start == 0) {
      return false;
    }
    char before = text.charAt(start - 1);
    if (before == '-' || before == '\u00ad') {
      return start > 1 && Character.isLetterOrDigit(text.charAt(start - 2));
    }
    return Character.isLetterOrDigit(before);
  }

  private boolean isWordPart(int i) {
    char c = text.charAt(i);
    return Character.isLetter(c)
        || (c == '\u00ad' && isLetter(i + 1))
        || (isApostrophe(c) && i + 1 < text.length() && Character.isLetter(text.charAt(i + 1)))
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private boolean isOneOf(int i, char... chars) {
    if (i < text.length()) {
      for (char c : chars) {
        if (text.charAt(i) == c) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isAlphanumeric(int i) {
    return i < text.length() && Character.isLetterOrDigit(text.charAt(i));
  }

  private boolean isDigit(int i) {
    return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
  }

  private boolean isUpper(int i) {
    return Character.isUpperCase(text.charAt(i));
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '’';
  }

  static boolean isSpace(char c) {
    return c == '\u00a0' || c == '\u202f' || c == '\u2009' || c == '\u00ad' || c == '\u200b';
  }
}
