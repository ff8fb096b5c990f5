package dev.assay.core.check.commitment.claim;

import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;

/** Tells whether the agent stands by what a verb says of a deed. */
final class DeedStance {
  /** Clauses that are looked at behind the verb of a question. */
  private static final int REACH = 8;

  private final Utterance utterance;

  DeedStance(Utterance utterance) {
    this.utterance = utterance;
  }

  /** Neither denied, supposed, asked nor still to be looked up. */
  boolean stands(int subject, int verb) {
    return stands(subject, verb, utterance.clauses().clauseStart(verb));
  }

  /**
   * @param clause where the clause of the subject begins
   */
  boolean stands(int subject, int verb, int clause) {
    int near = subject - 2 > clause ? subject - 2 : Math.max(clause, subject - 1);
    boolean denied =
        utterance.before(WordClass.NEGATOR, near, verb) >= 0
            || utterance.is(verb + 1, WordClass.NEGATOR);
    boolean supposed =
        utterance.before(WordClass.IF, clause, verb) >= 0
            || utterance.before(WordClass.WHETHER, clause, verb) >= 0;
    int check = utterance.before(WordClass.CHECK, clause, verb);
    boolean looking =
        check >= 0
            && utterance.before(WordClass.SOFTENER, clause, check) >= 0
            && utterance.before(WordClass.AFFIRM, clause, verb) < 0;
    return !denied && !supposed && !looking && !isAsked(verb) && !isExample(verb);
  }

  private boolean isExample(int verb) {
    int start = utterance.clauses().sentenceStart(verb);
    return utterance.before(WordClass.EXAMPLE, start, verb) >= 0;
  }

  /** A question asks for what it says, but not for the clauses that stand before it. */
  private boolean isAsked(int verb) {
    int end = utterance.clauses().sentenceEnd(verb);
    if (!utterance.is(end - 1, '?') && !utterance.is(end - 1, '？')) {
      return false;
    }
    int at = utterance.clauses().clauseEnd(verb);
    for (int steps = 0; at < end && steps < REACH; steps++) {
      int lead = at;
      while (lead < at + 2
          && (utterance.is(lead, WordClass.AND) || utterance.is(lead, WordClass.SO))) {
        lead++;
      }
      if (utterance.is(lead, WordClass.QUESTION)) {
        return false;
      }
      at = utterance.clauses().clauseEnd(at);
    }
    return true;
  }
}
