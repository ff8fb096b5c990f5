package dev.assay.core.check.commitment.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text with its tokens and clauses, ready for the grammars. Safe for several threads. */
public final class Utterance {
  /** Windows for cue words are this wide at most, which keeps reading linear. */
  public static final int WINDOW = 14;

  /** A text of more tokens is asked for its clauses sooner or later. */
  private static final int SHORT = 16;

  private final String text;
  private final Lexicon lexicon;
  private final List<Token> tokens;
  private final Token[] at;
  private @Nullable Clauses clauses;
  private @Nullable WordClasses classes;
  private final NumberGrammar numbers;

  public Utterance(String text, Lexicon lexicon) {
    this.text = text;
    this.lexicon = lexicon;
    this.tokens = Tokenizer.tokenize(text, lexicon);
    this.at = tokens.toArray(new Token[0]);
    this.numbers = new NumberGrammar(tokens, lexicon);
  }

  public String text() {
    return text;
  }

  public Lexicon lexicon() {
    return lexicon;
  }

  public List<Token> tokens() {
    return tokens;
  }

  /** The classes of all its words: tells without a search what is nowhere in the text. */
  public WordClasses classes() {
    WordClasses known = classes;
    if (known == null) {
      known = tokens.size() > SHORT ? clauses().classes() : WordClasses.of(tokens);
      classes = known;
    }
    return known;
  }

  /** Most short texts are never asked for theirs. */
  public Clauses clauses() {
    Clauses known = clauses;
    if (known == null) {
      known = new Clauses(tokens, new RunOn(tokens, lexicon));
      clauses = known;
    }
    return known;
  }

  /** The numbers of this text, each read once however many grammars ask for it. */
  public NumberGrammar numbers() {
    return numbers;
  }

  public int size() {
    return at.length;
  }

  public boolean is(int token, WordClass wanted) {
    return Integer.compareUnsigned(token, at.length) < 0 && at[token].is(wanted);
  }

  public boolean is(int token, char symbol) {
    return Integer.compareUnsigned(token, at.length) < 0 && at[token].is(symbol);
  }

  /** The nearest token of a class in [from, to), searching backwards; -1 where none is. */
  public int before(WordClass wanted, int from, int to) {
    int first = Math.max(from, to - WINDOW);
    if (first >= to || !classes().has(wanted) || !clauses().mayHold(wanted, first, to)) {
      return -1;
    }
    for (int i = to - 1; i >= first; i--) {
      if (at[i].is(wanted)) {
        return i;
      }
    }
    return -1;
  }

  /** The nearest token of a class in [from, to), searching forwards; -1 where none is. */
  public int after(WordClass wanted, int from, int to) {
    int last = Math.min(to, from + WINDOW);
    if (from >= last || !classes().has(wanted) || !clauses().mayHold(wanted, from, last)) {
      return -1;
    }
    for (int i = from; i < last; i++) {
      if (at[i].is(wanted)) {
        return i;
      }
    }
    return -1;
  }

  /** True where a word of the class stands in the clause of a token, at most a window away. */
  public boolean inClause(WordClass wanted, int token) {
    if (!classes().has(wanted)) {
      return false;
    }
    Clauses in = clauses();
    return in.inClause(wanted, token)
        && stands(wanted, in.clauseStart(token), token, in.clauseEnd(token));
  }

  /** True where a word of the class stands in the sentence of a token, at most a window away. */
  public boolean inSentence(WordClass wanted, int token) {
    if (!classes().has(wanted)) {
      return false;
    }
    Clauses in = clauses();
    return in.inSentence(wanted, token)
        && stands(wanted, in.sentenceStart(token), token, in.sentenceEnd(token));
  }

  private boolean stands(WordClass wanted, int start, int token, int end) {
    return before(wanted, start, token) >= 0 || after(wanted, token, end) >= 0;
  }

  /** The words of the tokens in [from, end). */
  public String words(int from, int end) {
    return text.substring(tokens.get(from).start(), tokens.get(end - 1).end());
  }
}
