package dev.assay.core.check.commitment.text;

import java.util.List;

/**
 * Where each token's sentence and clause begin and end, and which word classes stand there: two
 * passes over the tokens.
 */
public final class Clauses {
  /** The number of each token's clause and sentence. */
  private final int[] clauseOf;

  private final int[] sentenceOf;

  /** Where each clause and sentence begins; one more at the end. */
  private final int[] clauseStarts;

  private final int[] sentenceStarts;

  /** A row of class bits for each clause and sentence. */
  private final long[] inClause;

  private final long[] inSentence;

  /**
   * @param runOn tells where clauses begin in speech without punctuation
   */
  Clauses(List<Token> tokens, RunOn runOn) {
    int size = tokens.size();
    clauseOf = new int[size];
    sentenceOf = new int[size];
    number(tokens, runOn);
    clauseStarts = new int[size == 0 ? 1 : clauseOf[size - 1] + 2];
    sentenceStarts = new int[size == 0 ? 1 : sentenceOf[size - 1] + 2];
    inClause = WordClasses.rows(clauseStarts.length - 1);
    inSentence = WordClasses.rows(sentenceStarts.length - 1);
    collect(tokens);
  }

  private void number(List<Token> tokens, RunOn runOn) {
    int sentence = 0;
    int clause = 0;
    boolean opens = true;
    for (int i = 0; i < clauseOf.length; i++) {
      Token token = tokens.get(i);
      if (!opens && (token.is(WordClass.CONTRAST) || runOn.opensClause(i))) {
        clause++;
      }
      sentenceOf[i] = sentence;
      clauseOf[i] = clause;
      boolean sign = token.kind() == Token.Kind.SYMBOL || token.kind() == Token.Kind.BREAK;
      boolean ends = sign && endsSentence(token) && !runOn.isInnerDot(i);
      opens = sign && (ends || endsClause(token));
      clause += opens ? 1 : 0;
      sentence += ends ? 1 : 0;
    }
  }

  private void collect(List<Token> tokens) {
    int clause = -1;
    int sentence = -1;
    for (int i = 0; i < clauseOf.length; i++) {
      if (clauseOf[i] != clause) {
        clause = clauseOf[i];
        clauseStarts[clause] = i;
      }
      if (sentenceOf[i] != sentence) {
        sentence = sentenceOf[i];
        sentenceStarts[sentence] = i;
      }
      Word word = tokens.get(i).word();
      if (word != null) {
        word.classes().addTo(inClause, clause);
      }
    }
    for (int i = 0; i <= clause; i++) {
      WordClasses.add(inClause, i, inSentence, sentenceOf[clauseStarts[i]]);
    }
    clauseStarts[clause + 1] = clauseOf.length;
    sentenceStarts[sentence + 1] = clauseOf.length;
  }

  private static boolean endsSentence(Token token) {
    return switch (token.kind()) {
      case BREAK -> true;
      case SYMBOL ->
          switch ((char) token.value()) {
            case '.', '!', '?', '。', '？' -> true;
            default -> false;
          };
      case WORD, NUMBER, ORDINAL, CLOCK, DATE, ID -> false;
    };
  }

  private static boolean endsClause(Token token) {
    return token.kind() == Token.Kind.SYMBOL
        && switch ((char) token.value()) {
          case ',', ';', ':', '(', ')', '—', '–', '|', '"' -> true;
          default -> false;
        };
  }

  /** Every class of the text. */
  WordClasses classes() {
    return WordClasses.ofRows(inSentence);
  }

  public int sentenceStart(int token) {
    return sentenceStarts[sentenceOf[token]];
  }

  public int sentenceEnd(int token) {
    return sentenceStarts[sentenceOf[token] + 1];
  }

  public int clauseStart(int token) {
    return clauseStarts[clauseOf[token]];
  }

  public int clauseEnd(int token) {
    return clauseStarts[clauseOf[token] + 1];
  }

  /** True where some word in the clause of a token is of a class. */
  boolean inClause(WordClass wanted, int token) {
    return WordClasses.has(inClause, clauseOf[token], wanted);
  }

  /** True where some word in the sentence of a token is of a class. */
  boolean inSentence(WordClass wanted, int token) {
    return WordClasses.has(inSentence, sentenceOf[token], wanted);
  }

  /** False where no token in [from, to) can be of a class: answered without looking at them. */
  public boolean mayHold(WordClass wanted, int from, int to) {
    int last = to - 1;
    if (from >= clauseStart(last)) {
      return inClause(wanted, last);
    }
    return from < sentenceStart(last) || inSentence(wanted, last);
  }
}
