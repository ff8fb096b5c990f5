package dev.assay.core.check.commitment;

import java.util.List;

/** A text with its tokens and clauses, ready for the grammars. */
final class Utterance {
  /** Windows for cue words are this wide at most, which keeps reading linear. */
  static final int WINDOW = 14;

  private final String text;
  private final Lexicon lexicon;
  private final List<Token> tokens;
  private final Clauses clauses;

  Utterance(String text, Lexicon lexicon) {
    this.text = text;
    this.lexicon = lexicon;
    this.tokens = Tokenizer.tokenize(text, lexicon);
    this.clauses = new Clauses(tokens);
  }

  String text() {
    return text;
  }

  Lexicon lexicon() {
    return lexicon;
  }

  List<Token> tokens() {
    return tokens;
  }

  Clauses clauses() {
    return clauses;
  }

  int size() {
    return tokens.size();
  }

  boolean is(int token, WordClass wanted) {
    return token >= 0 && token < tokens.size() && tokens.get(token).is(wanted);
  }

  boolean is(int token, char symbol) {
    return token >= 0 && token < tokens.size() && tokens.get(token).is(symbol);
  }

  /** The nearest token of a class in [from, to), searching backwards; -1 where none is. */
  int before(WordClass wanted, int from, int to) {
    for (int i = to - 1; i >= Math.max(from, to - WINDOW); i--) {
      if (tokens.get(i).is(wanted)) {
        return i;
      }
    }
    return -1;
  }

  /** The nearest token of a class in [from, to), searching forwards; -1 where none is. */
  int after(WordClass wanted, int from, int to) {
    for (int i = from; i < Math.min(to, from + WINDOW); i++) {
      if (tokens.get(i).is(wanted)) {
        return i;
      }
    }
    return -1;
  }

  boolean inClause(WordClass wanted, int token) {
    int start = clauses.clauseStart(token);
    int end = clauses.clauseEnd(token);
    return before(wanted, start, token) >= 0 || after(wanted, token, end) >= 0;
  }

  boolean inSentence(WordClass wanted, int token) {
    int start = clauses.sentenceStart(token);
    int end = clauses.sentenceEnd(token);
    return before(wanted, start, token) >= 0 || after(wanted, token, end) >= 0;
  }

  /** The words of the tokens in [from, end). */
  String words(int from, int end) {
    return text.substring(tokens.get(from).start(), tokens.get(end - 1).end());
  }
}
