package dev.assay.core.check.commitment;

import java.util.List;

/** Where each token's sentence and clause begin and end; one pass over the tokens. */
final class Clauses {
  private final int[] sentenceStart;
  private final int[] sentenceEnd;
  private final int[] clauseStart;
  private final int[] clauseEnd;

  Clauses(List<Token> tokens) {
    int size = tokens.size();
    sentenceStart = new int[size];
    sentenceEnd = new int[size];
    clauseStart = new int[size];
    clauseEnd = new int[size];
    int sentence = 0;
    int clause = 0;
    for (int i = 0; i < size; i++) {
      Token token = tokens.get(i);
      if (token.is(WordClass.CONTRAST) && i > clause) {
        closeClause(clause, i);
        clause = i;
      }
      sentenceStart[i] = sentence;
      clauseStart[i] = clause;
      boolean ends = endsSentence(token);
      if (ends || endsClause(token)) {
        closeClause(clause, i + 1);
        clause = i + 1;
      }
      if (ends) {
        closeSentence(sentence, i + 1);
        sentence = i + 1;
      }
    }
    closeClause(clause, size);
    closeSentence(sentence, size);
  }

  private static boolean endsSentence(Token token) {
    return token.kind() == Token.Kind.BREAK
        || token.is('.')
        || token.is('!')
        || token.is('?')
        || token.is('。')
        || token.is('？');
  }

  private static boolean endsClause(Token token) {
    return token.is(',')
        || token.is(';')
        || token.is(':')
        || token.is('(')
        || token.is(')')
        || token.is('—')
        || token.is('–')
        || token.is('|')
        || token.is('"');
  }

  private void closeClause(int from, int to) {
    for (int i = from; i < to; i++) {
      clauseEnd[i] = to;
    }
  }

  private void closeSentence(int from, int to) {
    for (int i = from; i < to; i++) {
      sentenceEnd[i] = to;
    }
  }

  int sentenceStart(int token) {
    return sentenceStart[token];
  }

  int sentenceEnd(int token) {
    return sentenceEnd[token];
  }

  int clauseStart(int token) {
    return clauseStart[token];
  }

  int clauseEnd(int token) {
    return clauseEnd[token];
  }
}
