package dev.assay.core.check.commitment.claim;

import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Trait;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.value.Mention;

/**
 * Tells questions by their words where no question mark stands: the verb before its subject, a
 * question for agreement, a closing particle.
 */
final class Questions {
  /** Small words before the verb: "so would", "okay and is". */
  private static final int LEADS = 3;

  private final Utterance utterance;

  Questions(Utterance utterance) {
    this.utterance = utterance;
  }

  /** True when the sentence that ends at {@code end} closes as a question does. */
  boolean isMarked(int end) {
    if (utterance.is(end - 1, '?')) {
      return true;
    }
    boolean sign =
        utterance.is(end - 1, '.') || utterance.is(end - 1, '!') || utterance.is(end - 1, '。');
    return utterance.is(sign ? end - 2 : end - 1, WordClass.ASKED);
  }

  /** True when the mention stands in a clause that asks, in a sentence that no sign closes. */
  boolean isAskedFor(Mention mention, int sentenceEnd) {
    boolean closed = utterance.is(sentenceEnd - 1, '.') || utterance.is(sentenceEnd - 1, '!');
    if (closed) {
      return false;
    }
    boolean agreement =
        utterance.is(mention.end(), WordClass.SUBJECT)
            && utterance.is(mention.end() + 1, WordClass.AGREED);
    return agreement || asks(utterance.clauses().clauseStart(mention.from()));
  }

  private boolean asks(int clause) {
    int i = clause;
    while (i < clause + LEADS && isLead(i)) {
      i++;
    }
    if (utterance.is(i, WordClass.SUBJECT)
        && utterance.is(i + 1, WordClass.ASKS)
        && utterance.is(i + 2, WordClass.AGREED)) {
      return true;
    }
    int verb = utterance.is(i, WordClass.QUESTION) && !utterance.is(i, WordClass.ASKS) ? i + 1 : i;
    verb = utterance.is(verb, WordClass.SUBJECT) && isFree(verb + 1) ? verb + 1 : verb;
    if (!utterance.is(verb, WordClass.ASKS)) {
      return false;
    }
    if (isFree(verb)) {
      return true;
    }
    return utterance.is(verb + 1, WordClass.SUBJECT)
        || utterance.is(verb + 1, WordClass.AGREED)
        || (verb == i && isOpening(verb + 1));
  }

  /** Spanish "quiere", Italian "vorrebbe": such a verb asks without a subject. */
  private boolean isFree(int verb) {
    return utterance.is(verb, WordClass.ASKS)
        && utterance.tokens().get(verb).value(WordClass.ASKS) == 1;
  }

  private boolean isLead(int i) {
    return utterance.is(i, WordClass.CONTRAST)
        || utterance.is(i, WordClass.SO)
        || utterance.is(i, WordClass.AND)
        || utterance.is(i, WordClass.ANSWER)
        || utterance.is(i, WordClass.FILLER);
  }

  /** "would three thirty work", "is the fourteenth ok": a value or an article behind the verb. */
  private boolean isOpening(int i) {
    if (i >= utterance.size() || !utterance.lexicon().has(Trait.INVERSION_ASKS)) {
      return false;
    }
    Token token = utterance.tokens().get(i);
    return token.kind() == Token.Kind.CLOCK
        || token.is(WordClass.UNIT)
        || token.is(WordClass.TEEN)
        || token.is(WordClass.TENS)
        || token.is(WordClass.WEEKDAY)
        || token.is(WordClass.RELATIVE_DAY)
        || token.is(WordClass.DEFINITE);
  }
}
