package dev.assay.core.check.commitment.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into tokens in one pass, without regular expressions: every character is looked at a
 * bounded number of times. Identifiers become {@link Token.Kind#ID} here, which keeps most of them
 * from ever looking like a value.
 */
public final class Tokenizer {
  /** Real texts have a token for every four to five characters. */
  private static final int CHARACTERS_A_TOKEN = 4;

  private final Characters text;
  private final Lexicon lexicon;
  private final List<Token> tokens;
  private final NumberScanner numbers;
  private final boolean unspaced;
  private int at;
  private int phraseEnd;

  private Tokenizer(Characters text, Lexicon lexicon) {
    this.text = text;
    this.lexicon = lexicon;
    this.tokens = new ArrayList<>(text.length() / CHARACTERS_A_TOKEN + 4);
    this.numbers = new NumberScanner(text, lexicon, tokens);
    this.unspaced = lexicon.unspaced();
  }

  public static List<Token> tokenize(String text, Lexicon lexicon) {
    return tokenize(new Characters(text), lexicon);
  }

  public static List<Token> tokenize(Characters text, Lexicon lexicon) {
    Tokenizer tokenizer = new Tokenizer(text, lexicon);
    while (tokenizer.at < text.length()) {
      tokenizer.next();
    }
    return tokenizer.tokens;
  }

  private void next() {
    char c = text.at(at);
    if (unspaced && Characters.isHan(c)) {
      unspacedWord();
    } else if (Characters.isLetter(c)) {
      word();
    } else if (c == ' ') {
      at++;
    } else if (Characters.isDigit(c)) {
      at = numbers.scan(at, joined(at));
    } else if (c == '\n') {
      lineBreak(1);
    } else if (c == '\\') {
      escape();
    } else if (c == '#' && text.isLetterOrDigit(at + 1)) {
      identifier(at, at + 1);
    } else if (isBlank(c) || isHyphen(c)) {
      at++;
    } else {
      symbol(c);
    }
  }

  private static boolean isBlank(char c) {
    return c == '*'
        || c == '_'
        || c == '`'
        || Character.isWhitespace(c)
        || Characters.isThinSpace(c);
  }

  /** Inside a word, not the sign before an amount. */
  private boolean isHyphen(char c) {
    return c == '-' && text.isLetterOrDigit(at - 1) && text.isLetter(at + 1);
  }

  /** Agents that answer in JSON send line breaks as two characters, others escape the dollar. */
  private void escape() {
    if (text.at(at + 1) == 'n') {
      lineBreak(2);
    } else {
      at++;
    }
  }

  private void lineBreak(int length) {
    add(Token.Kind.BREAK, at, at + length, null, '\n');
    at += length;
  }

  private void symbol(char c) {
    add(Token.Kind.SYMBOL, at, at + 1, lexicon.findSign(text, at), narrow(c));
    at++;
  }

  /** Full-width signs of Chinese text mean what the narrow ones mean. */
  private static char narrow(char c) {
    if (c >= '！' && c <= '～') {
      return (char) (c - '！' + '!');
    }
    return c == '、' ? ',' : c;
  }

  /** The longest entry that stands here, else everything up to the next entry as one word. */
  private void unspacedWord() {
    int end = at;
    int entry = lexicon.entryEnd(text, end);
    while (entry < 0 && Characters.isHan(text.at(end))) {
      end++;
      entry = lexicon.entryEnd(text, end);
    }
    if (end > at) {
      add(Token.Kind.WORD, at, end, null, 0);
      at = end;
    } else {
      addWord(at, entry, lexicon.find(text, at, entry));
      at = entry;
    }
  }

  private void word() {
    int start = at;
    int end = start;
    long letters = 0;
    for (byte letter = text.plainLetter(end); letter != 0; letter = text.plainLetter(end)) {
      letters = (letters << Byte.SIZE) | letter;
      end++;
    }
    char next = text.at(end);
    if (end > start && !mayGoOn(start, end, next)) {
      phraseEnd = end;
      addWord(start, end, lexicon.findPlain(text, start, end, letters));
      at = phraseEnd;
      return;
    }
    int hash = text.plainHash(start, end);
    boolean elided = false;
    while (!elided && (isWordLetter(next) || isInsideWord(next, end))) {
      hash = Lexicon.hash(hash, next);
      elided = lexicon.elides() && Characters.isApostrophe(next);
      end++;
      next = text.at(end);
    }
    if (next == '$') {
      hash = Lexicon.hash(hash, next);
      end++;
    } else if (isIdentifierAhead(end, next)) {
      identifier(start, end);
      return;
    } else if (next == '.' && end - start == 1 && isDottedLetter(end)) {
      dotted(start);
      return;
    } else if (next == '-' && isCode(start, end)) {
      identifier(start, end + 1);
      return;
    }
    phraseEnd = end;
    addWord(start, end, lexicon.find(text, start, end, hash));
    at = phraseEnd;
  }

  /** False where plain letters are a whole word; a dot belongs to "p.m.". */
  private static boolean mayGoOn(int start, int end, char next) {
    return switch (next) {
      case '\'', '$', '-', '_', '@' -> true;
      case '.' -> end - start == 1;
      default -> next >= 128 || Characters.isDigit(next);
    };
  }

  /** "CR-5512", "SUB-A12": capitals, a hyphen, and a part that holds a digit. */
  private boolean isCode(int start, int end) {
    int at = end + 1;
    if (!Character.isUpperCase(text.at(start))) {
      return false;
    }
    while (Character.isUpperCase(text.at(at)) && Character.isUpperCase(text.at(end - 1))) {
      at++;
    }
    return text.isDigit(at);
  }

  private boolean isIdentifierAhead(int end, char next) {
    return Characters.isDigit(next)
        || ((next == '_' || next == '@') && text.isLetterOrDigit(end + 1));
  }

  /** Text without spaces parts its words elsewhere. */
  private boolean isWordLetter(char c) {
    return Characters.isLetter(c) && !(unspaced && Characters.isHan(c));
  }

  private boolean isInsideWord(char c, int i) {
    return c < 128
        ? c == '\'' && text.isLetter(i + 1)
        : (Characters.isSoftHyphen(c) || c == '’')
            ? text.isLetter(i + 1)
            : Character.getType(c) == Character.NON_SPACING_MARK;
  }

  /** "p.m." and "a.m." are one word each, "p. m." too. */
  private boolean isDottedLetter(int dot) {
    int second = secondLetter(dot);
    return text.isLetter(second)
        && !text.isLetter(second + 1)
        && (second == dot + 1 || text.at(second + 1) == '.');
  }

  private int secondLetter(int dot) {
    boolean spaced = text.at(dot + 1) == ' ' || Characters.isThinSpace(text.at(dot + 1));
    return spaced ? dot + 2 : dot + 1;
  }

  private void dotted(int start) {
    int second = secondLetter(start + 1);
    String letters = text.string(start, start + 1) + text.at(second);
    Word word = lexicon.find(letters);
    boolean dot = text.at(second + 1) == '.' && word != null;
    int end = dot ? second + 2 : second + 1;
    add(Token.Kind.WORD, start, end, word, 0);
    at = end;
  }

  private void addWord(int start, int end, @Nullable Word word) {
    boolean compound = word == null && lexicon.compounds() && addMorphemes(start, end);
    if (compound) {
      return;
    }
    if (word != null && word.isSpecial()) {
      addSpecial(start, end, word);
    } else {
      add(Token.Kind.WORD, start, end, word, 0);
    }
  }

  /** A hesitation is left out, a dot behind an abbreviation belongs to it. */
  private void addSpecial(int start, int end, Word word) {
    if (word.is(WordClass.ABBREVIATED) && isInnerDot(end)) {
      phraseEnd = end + 1;
    }
    if (word.is(WordClass.PHRASE)) {
      addPhrase(start, end, word);
    } else if (!word.is(WordClass.HESITATION)) {
      add(Token.Kind.WORD, start, end, word, 0);
    }
  }

  /** A dot with more of the sentence behind it: a digit, a sign or a small letter. */
  private boolean isInnerDot(int dot) {
    char next = text.at(text.at(dot + 1) == ' ' ? dot + 2 : dot + 1);
    return text.at(dot) == '.' && next > ' ' && !Character.isUpperCase(next);
  }

  /** "après-midi" and "après midi" are one token; without such an entry the first word stands. */
  private void addPhrase(int start, int end, Word first) {
    boolean parted = text.at(end) == ' ' || text.at(end) == '-';
    int stop = end + 1;
    while (isWordLetter(text.at(stop)) || isInsideWord(text.at(stop), stop)) {
      stop++;
    }
    Word phrase = parted ? lexicon.find(first.text() + '-' + text.string(end + 1, stop)) : null;
    if (phrase == null) {
      add(Token.Kind.WORD, start, end, first, 0);
    } else {
      add(Token.Kind.WORD, start, stop, phrase, 0);
      phraseEnd = stop;
    }
  }

  /** "dreiundzwanzig" becomes three joined tokens; nothing happens when any part is unknown. */
  private boolean addMorphemes(int start, int end) {
    int size = tokens.size();
    int from = start;
    while (from < end) {
      int to = lexicon.morphemeEnd(text, from, end);
      if (to < 0) {
        tokens.subList(size, tokens.size()).clear();
        return false;
      }
      add(Token.Kind.WORD, from, to, lexicon.find(text, from, to), 0);
      from = to;
    }
    return true;
  }

  private void identifier(int start, int from) {
    int end = from;
    while (text.isLetterOrDigit(end) || isInsideIdentifier(end)) {
      end++;
    }
    add(Token.Kind.ID, start, end, null, 0);
    at = Math.max(end, start + 1);
  }

  private boolean isInsideIdentifier(int i) {
    return switch (text.at(i)) {
      case '_', '-', '@', '.', '/', ':' -> text.isLetterOrDigit(i + 1);
      default -> false;
    };
  }

  private void add(Token.Kind kind, int start, int end, @Nullable Word word, long value) {
    boolean joined = kind == Token.Kind.WORD && joined(start);
    tokens.add(new Token(kind, start, end, word, value, 0, Token.NONE, joined));
  }

  /** True right after a hyphen or soft hyphen inside a word, or right after a letter. */
  private boolean joined(int start) {
    char before = text.at(start - 1);
    if (before == ' ') {
      return false;
    }
    if (unspaced && (Characters.isHan(before) || Characters.isHan(text.at(start)))) {
      return false;
    }
    boolean hyphen = before == '-' || Characters.isSoftHyphen(before);
    return hyphen ? text.isLetterOrDigit(start - 2) : Characters.isLetterOrDigit(before);
  }
}
