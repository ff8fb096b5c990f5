package dev.assay.core.check.commitment.claim;

import dev.assay.core.check.commitment.ledger.Processes;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.Remark;
import dev.assay.core.check.commitment.value.Value.Deed;
import dev.assay.core.check.commitment.value.Value.Money;
import dev.assay.core.check.commitment.value.Value.Percent;
import dev.assay.core.check.commitment.value.Value.Quantity;
import dev.assay.core.check.commitment.value.Value.Span;
import dev.assay.core.check.commitment.value.Value.Terms;
import dev.assay.core.check.commitment.value.Value.When;
import dev.assay.core.check.commitment.verdict.CommitmentType;
import org.jspecify.annotations.Nullable;

/** Gives a mention its type from the words around it; null where it binds nobody. */
final class Slots {
  private static final int REACH = 8;
  private static final int OWN = 3;

  private final Utterance utterance;

  Slots(Utterance utterance) {
    this.utterance = utterance;
  }

  /**
   * @param previousEnd where the mention before this one ends: its own cue words are not this one's
   */
  @Nullable CommitmentType type(Mention mention, int previousEnd) {
    return switch (mention.value()) {
      case Money money ->
          isComparison(mention) || money.readings().getFirst() == 0
              ? null
              : money(mention, previousEnd);
      case Percent percent -> percent(mention);
      case When when -> when(mention, when);
      case Span span -> span(mention, span);
      case Quantity quantity -> CommitmentType.QUANTITY;
      case Terms terms -> CommitmentType.POLICY;
      case Deed deed -> CommitmentType.ACTION;
      case Remark remark -> null;
    };
  }

  /**
   * "speakers under $100": a measure to compare with, not a price of ours. "Invoice 5521 over $310"
   * names the invoice's amount.
   */
  private boolean isComparison(Mention mention) {
    int over = utterance.is(mention.from() - 1, WordClass.OVER) ? 1 : 2;
    int at = mention.from() - over;
    return (utterance.is(at, WordClass.OVER) && !isNamed(at - 1))
        || utterance.is(mention.end(), WordClass.OVER_AFTER);
  }

  private boolean isNamed(int token) {
    return token >= 0
        && (utterance.tokens().get(token).kind() == Token.Kind.NUMBER
            || utterance.tokens().get(token).kind() == Token.Kind.ID);
  }

  private CommitmentType money(Mention mention, int previousEnd) {
    int own = ownCue(mention.end());
    CommitmentType after = own < 0 ? null : amountCue(own);
    if (after != null) {
      return after;
    }
    int start = utterance.clauses().sentenceStart(mention.from());
    int taken = previousEnd == 0 ? -1 : ownCue(previousEnd);
    int stop = Math.max(Math.max(start, mention.from() - REACH), Math.max(previousEnd, taken + 1));
    for (int i = mention.from() - 1; i >= stop; i--) {
      CommitmentType type = amountCue(i);
      if (type != null) {
        return type;
      }
    }
    return CommitmentType.PRICE;
  }

  /** The cue right behind an amount, as in "a 35 dollar cleaning fee"; -1 where none is. */
  private int ownCue(int end) {
    for (int i = end; i < Math.min(utterance.size(), end + OWN); i++) {
      Token token = utterance.tokens().get(i);
      if (token.kind() != Token.Kind.WORD
          || token.is(WordClass.AND)
          || (token.is(WordClass.COPULA) && amountCue(i) == null)) {
        return -1;
      }
      if (amountCue(i) != null) {
        return i;
      }
    }
    return -1;
  }

  private @Nullable CommitmentType amountCue(int i) {
    Token token = utterance.tokens().get(i);
    if (token.is(WordClass.TOTAL)) {
      return CommitmentType.PRICE;
    }
    return token.is(WordClass.REFUND)
        ? CommitmentType.REFUND
        : token.is(WordClass.FEE)
            ? CommitmentType.FEE
            : token.is(WordClass.BALANCE)
                ? CommitmentType.BALANCE
                : token.is(WordClass.LIMIT)
                    ? CommitmentType.LIMIT
                    : token.is(WordClass.CREDIT) ? CommitmentType.CREDIT : null;
  }

  private @Nullable CommitmentType percent(Mention mention) {
    if (utterance.inClause(WordClass.REFUND, mention.from())) {
      return null;
    }
    if (utterance.inClause(WordClass.DISCOUNT, mention.from())) {
      return CommitmentType.DISCOUNT;
    }
    boolean rate =
        utterance.inClause(WordClass.RATE, mention.from())
            || utterance.inClause(WordClass.FEE, mention.from());
    return rate ? CommitmentType.RATE : null;
  }

  private @Nullable CommitmentType when(Mention mention, When when) {
    int at = mention.from();
    if (utterance.inClause(WordClass.BIRTH, at)
        || utterance.before(WordClass.BIRTH, Math.max(0, at - OWN - 1), at) >= 0) {
      return null;
    }
    boolean delivery = utterance.inSentence(WordClass.DELIVERY, at);
    boolean callback = utterance.inSentence(WordClass.CALLBACK, at);
    boolean due = utterance.inClause(WordClass.DUE, at) || utterance.is(at - 1, WordClass.BY);
    boolean vague = when.times().isEmpty() && isRelative(mention);
    if (vague && !delivery && !callback && !due && !utterance.inClause(WordClass.EVENT, at)) {
      return null;
    }
    return delivery
        ? CommitmentType.DELIVERY
        : callback
            ? CommitmentType.CALLBACK
            : due ? CommitmentType.DEADLINE : CommitmentType.APPOINTMENT;
  }

  private @Nullable CommitmentType span(Mention mention, Span span) {
    int topics = new Processes(utterance).topics(mention);
    boolean hours = span.unit() == Span.Unit.HOUR || span.unit() == Span.Unit.MINUTE;
    boolean callback = hours && utterance.inClause(WordClass.CALLBACK, mention.from());
    return topics == 0 ? null : callback ? CommitmentType.CALLBACK : CommitmentType.SLA;
  }

  /** "today" alone is seldom a promise. */
  private boolean isRelative(Mention mention) {
    for (int i = mention.from(); i < mention.end(); i++) {
      Token token = utterance.tokens().get(i);
      boolean certain =
          token.kind() == Token.Kind.DATE
              || (token.kind() == Token.Kind.NUMBER && i == mention.from())
              || token.is(WordClass.MONTH)
              || token.kind() == Token.Kind.ORDINAL
              || token.is(WordClass.ORDINAL);
      if (certain) {
        return false;
      }
    }
    return true;
  }
}
