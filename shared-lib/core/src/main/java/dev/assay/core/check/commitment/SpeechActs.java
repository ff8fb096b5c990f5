package dev.assay.core.check.commitment;

import dev.assay.core.check.commitment.Value.Money;

/**
 * Tells what is said from what is asked, denied, quoted, supposed or corrected, clause by clause.
 */
final class SpeechActs {
  private static final int REPAIR_REACH = 4;

  private final Utterance utterance;

  SpeechActs(Utterance utterance) {
    this.utterance = utterance;
  }

  /** True when the agent stands by the mention. */
  boolean binds(Mention mention) {
    int clause = utterance.clauses().clauseStart(mention.from());
    return !isNegated(clause, mention)
        && (isPresupposed(mention) || !isAttributed(clause, mention))
        && !isSupposed(mention)
        && !isBeingChecked(clause, mention)
        && !isRepaired(mention)
        && !isAsked(mention);
  }

  private boolean isNegated(int clause, Mention mention) {
    return utterance.before(WordClass.NEGATOR, clause, mention.from()) >= 0;
  }

  /** "you mentioned a $50 voucher", "you were charged": the words or facts of someone else. */
  private boolean isAttributed(int clause, Mention mention) {
    int verb = utterance.before(WordClass.ATTRIBUTION, clause, mention.from());
    boolean said = verb > clause && isYou(verb, clause);
    int charged = utterance.before(WordClass.CHARGED, clause, mention.from());
    return said
        || (charged > clause
            && utterance.is(charged - 1, WordClass.WERE)
            && isYou(charged - 1, clause));
  }

  private boolean isYou(int verb, int clause) {
    for (int i = verb - 1; i >= Math.max(clause, verb - 3); i--) {
      if (utterance.is(i, WordClass.YOU)) {
        return true;
      }
    }
    return utterance.is(verb, WordClass.YOU);
  }

  /** "if it were $50", "for example $50". */
  private boolean isSupposed(Mention mention) {
    int clause = utterance.clauses().clauseStart(mention.from());
    int when = utterance.before(WordClass.IF, clause, mention.from());
    boolean were = when >= 0 && utterance.after(WordClass.WERE, when, mention.from()) >= 0;
    int sentence = utterance.clauses().sentenceStart(mention.from());
    return were || utterance.before(WordClass.EXAMPLE, sentence, mention.from()) >= 0;
  }

  /** "let me check whether the 2:30 slot is open". */
  private boolean isBeingChecked(int clause, Mention mention) {
    int check = utterance.before(WordClass.CHECK, clause, mention.from());
    return check >= 0 && utterance.after(WordClass.WHETHER, check, mention.from()) >= 0;
  }

  /** "forty five sorry fifty four": the first value is taken back. */
  private boolean isRepaired(Mention mention) {
    int end = utterance.clauses().sentenceEnd(mention.from());
    int stop = Math.min(end, mention.end() + REPAIR_REACH);
    return utterance.after(WordClass.REPAIR, mention.end(), stop) >= 0 && hasValueAfter(stop, end);
  }

  private boolean hasValueAfter(int from, int end) {
    for (int i = Math.max(0, from - REPAIR_REACH); i < Math.min(end, from + REPAIR_REACH); i++) {
      Token token = utterance.tokens().get(i);
      boolean value =
          token.kind() == Token.Kind.NUMBER
              || token.kind() == Token.Kind.CLOCK
              || token.kind() == Token.Kind.DATE
              || token.is(WordClass.TENS)
              || token.is(WordClass.TEEN)
              || token.is(WordClass.UNIT)
              || token.is(WordClass.WEEKDAY)
              || token.is(WordClass.MONTH);
      if (value) {
        return true;
      }
    }
    return false;
  }

  /**
   * A question states nothing, but "the $39 plan" in one presupposes that there is such a plan, and
   * a clause before the asking one is a statement.
   */
  private boolean isAsked(Mention mention) {
    int end = utterance.clauses().sentenceEnd(mention.from());
    int start = utterance.clauses().sentenceStart(mention.from());
    return isQuestion(end) && !isPresupposed(mention) && !standsBeforeQuestion(mention, start, end);
  }

  private boolean isQuestion(int sentenceEnd) {
    return utterance.is(sentenceEnd - 1, '?') || utterance.is(sentenceEnd - 1, '？');
  }

  private boolean isPresupposed(Mention mention) {
    int end = utterance.clauses().sentenceEnd(mention.from());
    return mention.value() instanceof Money && isQuestion(end) && isDefinite(mention);
  }

  private boolean isDefinite(Mention mention) {
    boolean named =
        utterance.is(mention.from() - 1, WordClass.DEFINITE)
            || utterance.is(mention.from() - 2, WordClass.DEFINITE);
    return named || utterance.is(mention.from() - 1, '(') || isOfferedFor(mention);
  }

  /** "Would you like it gift wrapped for $4?" offers it at that price. */
  private boolean isOfferedFor(Mention mention) {
    int clause = utterance.clauses().clauseStart(mention.from());
    return utterance.is(mention.from() - 1, WordClass.FOR)
        && utterance.is(clause, WordClass.QUESTION)
        && utterance.is(clause + 1, WordClass.YOU)
        && utterance.is(clause + 2, WordClass.ATTRIBUTION);
  }

  private boolean standsBeforeQuestion(Mention mention, int start, int end) {
    int ask = -1;
    for (int i = start; i < Math.min(end, start + 4 * Utterance.WINDOW); i++) {
      boolean opens = i == utterance.clauses().clauseStart(i);
      if (opens && isQuestionLead(i)) {
        ask = i;
        break;
      }
    }
    return ask > mention.from() && utterance.clauses().clauseStart(mention.from()) != ask;
  }

  private boolean isQuestionLead(int clause) {
    int i = clause;
    while (i < clause + 2
        && (utterance.is(i, WordClass.CONTRAST)
            || utterance.is(i, WordClass.SO)
            || utterance.is(i, WordClass.AND)
            || utterance.is(i, WordClass.FILLER))) {
      i++;
    }
    return utterance.is(i, WordClass.QUESTION);
  }
}
