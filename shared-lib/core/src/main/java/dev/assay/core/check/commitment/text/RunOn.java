package dev.assay.core.check.commitment.text;

import java.util.List;

/**
 * Where clauses part though no sign says so, in what a recognizer writes down: "so that'll be two
 * forty nine ninety nine and your appointment is tuesday at three is that ok". Text with
 * punctuation has its clauses marked; only the dots of its dates are looked at.
 */
final class RunOn {
  private static final int FEWEST_TOKENS = 4;

  /** "and your appointment is": the verb stands at most this far behind. */
  private static final int REACH = 5;

  private static final WordClasses VALUE_ENDS =
      WordClasses.of(
          WordClass.CURRENCY,
          WordClass.CENT,
          WordClass.UNIT,
          WordClass.TEEN,
          WordClass.TENS,
          WordClass.HUNDRED,
          WordClass.AM,
          WordClass.PM,
          WordClass.WEEKDAY,
          WordClass.MONTH);

  private final List<Token> tokens;
  private final boolean inversion;
  private final boolean ordinalDot;
  private final boolean spoken;

  RunOn(List<Token> tokens, Lexicon lexicon) {
    this.tokens = tokens;
    this.ordinalDot = lexicon.has(Trait.ORDINAL_DOT);
    this.inversion = lexicon.has(Trait.INVERSION_ASKS);
    this.spoken = tokens.size() >= FEWEST_TOKENS && isUnmarked(tokens);
  }

  /** "am 3. März", "am 03.03. um": the dot of an ordinal ends no sentence. */
  boolean isInnerDot(int i) {
    if (!ordinalDot || !tokens.get(i).is('.') || i == 0 || i + 1 == tokens.size()) {
      return false;
    }
    Token before = tokens.get(i - 1);
    Token after = tokens.get(i + 1);
    return before.kind() == Token.Kind.NUMBER
        && before.end() == tokens.get(i).start()
        && (after.is(WordClass.MONTH)
            || after.is(WordClass.AT)
            || after.is(WordClass.AND)
            || after.is(WordClass.AMOUNT_RANGE)
            || after.kind() == Token.Kind.NUMBER);
  }

  private static boolean isUnmarked(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (isMark(tokens.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isMark(Token token) {
    return switch (token.kind()) {
      case BREAK -> true;
      case SYMBOL ->
          switch ((char) token.value()) {
            case '.', ',', '?', '!', ';', ':', '。' -> true;
            default -> false;
          };
      case WORD, NUMBER, ORDINAL, CLOCK, DATE, ID -> false;
    };
  }

  /** True where token {@code i} begins a clause though no sign says so. */
  boolean opensClause(int i) {
    if (!spoken || tokens.get(i).word() == null) {
      return false;
    }
    return isNext(i, WordClass.SO)
        || isNext(i, WordClass.AND)
        || isInversion(i)
        || isBehindAnswer(i)
        || (is(i, WordClass.SUBJECT) && endsValue(i - 1));
  }

  /** "so that'll", "and you", "and your appointment is". */
  private boolean isNext(int i, WordClass joint) {
    if (!is(i, joint)) {
      return false;
    }
    return is(i + 1, WordClass.SUBJECT)
        || ((is(i + 1, WordClass.YOU) || is(i + 1, WordClass.DEFINITE)) && hasVerb(i + 2));
  }

  private boolean hasVerb(int from) {
    for (int i = from; i < from + REACH; i++) {
      if (is(i, WordClass.COPULA) || is(i, WordClass.BE)) {
        return true;
      }
    }
    return false;
  }

  /** "is that ok", "would that work", "do you"; not "you have it" nor "can do that". */
  private boolean isInversion(int i) {
    if (!is(i, WordClass.ASKS) || !is(i + 1, WordClass.SUBJECT)) {
      return false;
    }
    if (is(i + 2, WordClass.AGREED)) {
      return true;
    }
    boolean verb = is(i, WordClass.BE) || is(i, WordClass.WERE) || is(i, WordClass.HAVE);
    boolean subject =
        is(i - 1, WordClass.SUBJECT)
            || is(i - 1, WordClass.ASKS)
            || is(i - 1, WordClass.SOFTENER)
            || is(i - 1, WordClass.NEGATOR)
            || is(i - 1, WordClass.TO);
    return inversion && !verb && !subject;
  }

  /** "no the fee is fifty dollars": the answer is a sentence of its own. */
  private boolean isBehindAnswer(int i) {
    return is(i - 1, WordClass.ANSWER)
        && (is(i, WordClass.SUBJECT) || is(i, WordClass.DEFINITE) || is(i, WordClass.YOU));
  }

  /** "it isn't $45 it's $54": a subject right behind a value begins anew. */
  private boolean endsValue(int i) {
    if (i < 0) {
      return false;
    }
    Token token = tokens.get(i);
    return token.kind() == Token.Kind.NUMBER
        || token.kind() == Token.Kind.CLOCK
        || token.isAny(VALUE_ENDS);
  }

  private boolean is(int i, WordClass wanted) {
    return i >= 0 && i < tokens.size() && tokens.get(i).is(wanted);
  }
}
