package dev.assay.core.check.commitment.claim;

import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Trait;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.Value.Money;

/**
 * Tells what is said from what is asked, denied, quoted, supposed or corrected, clause by clause.
 */
final class SpeechActs {
  private static final int REPAIR_REACH = 4;
  private static final int NEGATION_REACH = 8;

  private final Utterance utterance;
  private final Questions questions;

  SpeechActs(Utterance utterance) {
    this.utterance = utterance;
    this.questions = new Questions(utterance);
  }

  /** True when the agent stands by the mention. */
  boolean binds(Mention mention) {
    int clause = scope(utterance.clauses().clauseStart(mention.from()));
    return !isNegated(clause, mention)
        && (isPresupposed(mention) || !isAttributed(clause, mention))
        && !isSupposed(mention)
        && !isBeingChecked(clause, mention)
        && !isRepaired(mention)
        && !isAsked(mention);
  }

  /** In "ich kann nicht sagen, dass", "Sie sagten, es" the clause before the comma governs. */
  private int scope(int clause) {
    boolean governed =
        utterance.is(clause - 1, ',')
            && (utterance.is(clause, WordClass.THAT)
                || (utterance.lexicon().has(Trait.VERB_FINAL)
                    && utterance.is(clause - 2, WordClass.ATTRIBUTION)
                    && isYou(clause - 2, utterance.clauses().clauseStart(clause - 2))));
    return governed ? utterance.clauses().clauseStart(clause - 2) : clause;
  }

  /** True when the agent says something of the mention, be it that it is not so. */
  boolean asserts(Mention mention) {
    int clause = scope(utterance.clauses().clauseStart(mention.from()));
    return !isAttributed(clause, mention)
        && !isSupposed(mention)
        && !isBeingChecked(clause, mention)
        && !isAsked(mention);
  }

  private boolean isNegated(int clause, Mention mention) {
    int negator = utterance.before(WordClass.NEGATOR, clause, mention.from());
    while (negator >= 0 && !denies(negator, clause)) {
      negator = utterance.before(WordClass.NEGATOR, clause, negator);
    }
    return negator >= 0 || isNegatedBehind(mention);
  }

  /** "no problem", "not only", "no it's" and the "no" of a correction deny nothing. */
  private boolean denies(int negator, int clause) {
    boolean harmless =
        utterance.is(negator + 1, WordClass.HARMLESS)
            || utterance.is(negator + 2, WordClass.HARMLESS);
    boolean answer = utterance.is(negator, WordClass.ANSWER);
    boolean apart =
        answer
            && (utterance.is(negator + 1, WordClass.SUBJECT)
                || (negator > clause && isValue(negator + 1) && isValue(negator - 1)));
    return !harmless && !apart;
  }

  /** German denies behind the object: "Ich kann Ihnen die 50 Euro nicht erstatten." */
  private boolean isNegatedBehind(Mention mention) {
    if (!utterance.lexicon().has(Trait.VERB_FINAL)) {
      return false;
    }
    int end = utterance.clauses().clauseEnd(mention.from());
    int stop = Math.min(end, mention.end() + NEGATION_REACH);
    int negator = utterance.after(WordClass.NEGATOR, mention.end(), stop);
    return negator >= 0 && denies(negator, utterance.clauses().clauseStart(mention.from()));
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
    int stop =
        utterance.lexicon().has(Trait.VERB_FINAL)
            ? utterance.clauses().clauseEnd(mention.from())
            : mention.from();
    boolean were = when >= 0 && utterance.after(WordClass.WERE, when, stop) >= 0;
    int sentence = utterance.clauses().sentenceStart(mention.from());
    return were || utterance.before(WordClass.EXAMPLE, sentence, mention.from()) >= 0;
  }

  /** "let me check whether the 2:30 slot is open". */
  private boolean isBeingChecked(int clause, Mention mention) {
    int check = utterance.before(WordClass.CHECK, clause, mention.from());
    return check >= 0 && utterance.after(WordClass.WHETHER, check, mention.from()) >= 0;
  }

  /** "forty five sorry fifty four", "fifty, no, sixty": the first value is taken back. */
  private boolean isRepaired(Mention mention) {
    int end = utterance.clauses().sentenceEnd(mention.from());
    int stop = Math.min(end, mention.end() + REPAIR_REACH);
    boolean repair =
        utterance.after(WordClass.REPAIR, mention.end(), stop) >= 0 || isMeant(mention, stop);
    return (repair && hasValueAfter(stop, end)) || isCorrected(mention);
  }

  /** "I mean", "je veux dire". */
  private boolean isMeant(Mention mention, int stop) {
    int meant = utterance.after(WordClass.MEANT, mention.end(), stop);
    return meant >= 0
        && (utterance.is(meant - 1, WordClass.SELF)
            || utterance.is(meant - 1, WordClass.SUBJECT)
            || utterance.is(meant - 1, WordClass.SOFTENER)
            || utterance.is(meant + 1, WordClass.SELF));
  }

  private boolean isCorrected(Mention mention) {
    int at = utterance.is(mention.end(), ',') ? mention.end() + 1 : mention.end();
    int next = utterance.is(at + 1, ',') ? at + 2 : at + 1;
    return utterance.is(at, WordClass.ANSWER)
        && utterance.tokens().get(at).value(WordClass.ANSWER) == 0
        && isValue(next);
  }

  private boolean hasValueAfter(int from, int end) {
    for (int i = Math.max(0, from - REPAIR_REACH); i < Math.min(end, from + REPAIR_REACH); i++) {
      if (isValue(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isValue(int i) {
    if (i < 0 || i >= utterance.size()) {
      return false;
    }
    Token token = utterance.tokens().get(i);
    return token.kind() == Token.Kind.NUMBER
        || token.kind() == Token.Kind.CLOCK
        || token.kind() == Token.Kind.DATE
        || token.is(WordClass.TENS)
        || token.is(WordClass.TEEN)
        || token.is(WordClass.UNIT)
        || token.is(WordClass.HUNDRED)
        || token.is(WordClass.CURRENCY)
        || token.is(WordClass.WEEKDAY)
        || token.is(WordClass.MONTH);
  }

  /**
   * A question states nothing, but "the $39 plan" in one presupposes that there is such a plan, and
   * a clause before the asking one is a statement.
   */
  private boolean isAsked(Mention mention) {
    int end = utterance.clauses().sentenceEnd(mention.from());
    int start = utterance.clauses().sentenceStart(mention.from());
    if (!questions.isMarked(end)) {
      return questions.isAskedFor(mention, end) && !isPresupposed(mention);
    }
    return !isPresupposed(mention) && !standsBeforeQuestion(mention, start, end);
  }

  private boolean isPresupposed(Mention mention) {
    int end = utterance.clauses().sentenceEnd(mention.from());
    return mention.value() instanceof Money
        && (questions.isMarked(end) || questions.isAskedFor(mention, end))
        && isDefinite(mention);
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
