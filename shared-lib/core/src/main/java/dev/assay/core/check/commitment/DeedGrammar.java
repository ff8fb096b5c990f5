package dev.assay.core.check.commitment;

import dev.assay.core.check.commitment.Value.Deed;
import dev.assay.core.check.commitment.Value.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Claims that something was done: "I've cancelled", "has been refunded", "Je vous ai remboursé". A
 * plain past passive ("was booked last week") reports a state and is none.
 */
final class DeedGrammar {
  private static final int REACH = 8;

  private static final WordClasses VERBS = WordClasses.of(WordClass.DID, WordClass.DONE);

  private final Utterance utterance;
  private final List<Mention> mentions;
  private int mention;

  DeedGrammar(Utterance utterance, List<Mention> mentions) {
    this.utterance = utterance;
    this.mentions = mentions;
  }

  /** The deeds claimed, in order; at most one for each clause and family. */
  List<Mention> read() {
    if (!utterance.classes().meets(VERBS)) {
      return List.of();
    }
    List<Mention> deeds = new ArrayList<>();
    for (int i = 0; i < utterance.size(); i++) {
      Token token = utterance.tokens().get(i);
      if (token.isAny(VERBS)) {
        boolean finite = token.is(WordClass.DID);
        Mention deed = finite ? finite(i) : participle(i);
        if (deed != null && binds(deed, i)) {
          deeds.add(deed);
        }
      }
    }
    return deeds;
  }

  private boolean binds(Mention deed, int verb) {
    int clause = utterance.clauses().clauseStart(verb);
    int end = utterance.clauses().sentenceEnd(verb);
    return utterance.before(WordClass.NEGATOR, clause, verb) < 0
        && utterance.before(WordClass.IF, clause, verb) < 0
        && utterance.before(WordClass.WHETHER, clause, verb) < 0
        && !utterance.is(end - 1, '?')
        && !utterance.is(deed.end(), WordClass.BY)
        && !utterance.is(verb + 1, WordClass.BY);
  }

  private @Nullable Mention finite(int verb) {
    String family = family(verb, WordClass.DID);
    int from = utterance.clauses().clauseStart(verb);
    return family == null ? null : deed(family, from, verb);
  }

  private @Nullable Mention participle(int verb) {
    String family = family(verb, WordClass.DONE);
    int clause = utterance.clauses().clauseStart(verb);
    if (family == null) {
      return null;
    }
    int self = utterance.before(WordClass.SELF, Math.max(clause, verb - REACH), verb);
    boolean active = self >= 0 && isFree(self + 1, verb) && !utterance.is(self + 1, WordClass.BE);
    int been = utterance.before(WordClass.BEEN, Math.max(clause, verb - 3), verb);
    boolean passive =
        been >= 0
            && utterance.before(WordClass.HAVE, Math.max(clause, been - 3), been) >= 0
            && isAboutThisCase(clause, verb);
    boolean state =
        family.equals("BOOKED")
            && utterance.is(verb - 1, WordClass.BE)
            && utterance.is(verb + 1, WordClass.FOR)
            && startsWithYou(clause);
    return active || passive || state ? deed(family, active ? self : clause, verb) : null;
  }

  /** "your order", "order W12": not just any flight that has been cancelled. */
  private boolean isAboutThisCase(int clause, int verb) {
    int have = utterance.before(WordClass.HAVE, clause, verb);
    if (utterance.is(have - 1, WordClass.CASE)) {
      return true;
    }
    for (int i = clause; i < Math.min(verb, clause + Utterance.WINDOW); i++) {
      Token token = utterance.tokens().get(i);
      if (token.is(WordClass.YOU) || token.kind() == Token.Kind.ID || token.is(WordClass.REFUND)) {
        return true;
      }
    }
    return false;
  }

  /** Nothing between subject and verb may turn the claim into a wish, an offer or a plan. */
  private boolean isFree(int from, int verb) {
    for (int i = from; i < verb; i++) {
      Token token = utterance.tokens().get(i);
      if (token.is(WordClass.SOFTENER)
          || token.is(WordClass.BEEN)
          || (token.is(WordClass.YOU) && token.is(WordClass.SELF))) {
        return false;
      }
    }
    return true;
  }

  private boolean startsWithYou(int clause) {
    for (int i = clause; i < clause + 2; i++) {
      if (utterance.is(i, WordClass.YOU) || utterance.is(i, WordClass.DEFINITE)) {
        return true;
      }
    }
    return false;
  }

  /** Words such as "added" and "processed" get their family from the noun they act on. */
  private @Nullable String family(int verb, WordClass form) {
    String family = utterance.tokens().get(verb).code(form);
    if (family != null && family.equals("CREDITED") && utterance.inClause(WordClass.REFUND, verb)) {
      return "REFUNDED";
    }
    if (family == null || !family.equals("BY_NOUN")) {
      return family;
    }
    return utterance.inClause(WordClass.REFUND, verb)
        ? "REFUNDED"
        : utterance.inClause(WordClass.CREDIT, verb) && !utterance.is(verb, WordClass.AT)
            ? "CREDITED"
            : null;
  }

  private Mention deed(String family, int from, int verb) {
    int clauseEnd = utterance.clauses().clauseEnd(verb);
    Money amount = null;
    int end = verb + 1;
    boolean takesAmount =
        family.equals("REFUNDED") || family.equals("CREDITED") || family.equals("FEE_WAIVED");
    int stop = Math.min(clauseEnd, verb + REACH);
    for (int i = nextMention(verb); takesAmount && amount == null && i < mentions.size(); i++) {
      Mention mention = mentions.get(i);
      if (mention.from() >= stop) {
        break;
      }
      if (mention.value() instanceof Money money) {
        amount = money;
        end = mention.end();
      }
    }
    return new Mention(new Deed(family, amount, object(verb, clauseEnd), false), from, end);
  }

  /** Verbs come in order, so the place in the mentions only moves on. */
  private int nextMention(int verb) {
    while (mention < mentions.size() && mentions.get(mention).from() <= verb) {
      mention++;
    }
    return mention;
  }

  private @Nullable String object(int verb, int clauseEnd) {
    for (int i = verb + 1; i < Math.min(clauseEnd, verb + REACH); i++) {
      Token token = utterance.tokens().get(i);
      if (token.kind() == Token.Kind.ID) {
        String id = utterance.words(i, i + 1);
        return id.startsWith("#") ? id.substring(1) : id;
      }
    }
    return null;
  }
}
