package dev.assay.core.check.commitment.terms;

import dev.assay.core.check.commitment.grammar.Phrases;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.text.WordClasses;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.MentionMap;
import dev.assay.core.check.commitment.value.Statement;
import dev.assay.core.check.commitment.value.Statement.Code;
import dev.assay.core.check.commitment.value.Value.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the terms that a text grants or denies, clause by clause. What an agent promises and what a
 * policy says are read alike, so that they can be compared.
 */
public final class PolicyGrammar {
  /** What a word must be to be the cue of terms: a new grammar adds its own here. */
  static final WordClasses STARTS =
      GratisGrammar.STARTS
          .plus(RefundTerms.STARTS)
          .plus(OfferGrammar.STARTS)
          .plus(HoursGrammar.STARTS);

  private static final int NEAR = 4;

  private final Utterance utterance;
  private final MentionMap mentions;
  private final Phrases phrases;
  private final ConditionGrammar conditions;
  private final GratisGrammar gratis;
  private final RefundTerms refunds;
  private final OfferGrammar offers;
  private final HoursGrammar hours;

  public PolicyGrammar(Utterance utterance, List<Mention> mentions, LocalDate today) {
    this.utterance = utterance;
    this.mentions = new MentionMap(utterance, mentions);
    this.phrases = new Phrases(utterance);
    this.conditions = new ConditionGrammar(utterance, phrases, this.mentions);
    this.gratis = new GratisGrammar(utterance, phrases, conditions);
    this.refunds = new RefundTerms(utterance, phrases, this.mentions, conditions);
    this.offers = new OfferGrammar(utterance, phrases, this.mentions, conditions);
    this.hours = new HoursGrammar(utterance, today);
  }

  /** False for a text that grants and denies nothing: no grammar need be made for it. */
  public static boolean mayRead(Utterance utterance) {
    return utterance.classes().meets(STARTS);
  }

  /** What the text promises, ready to be checked; what it denies is no promise of these terms. */
  public List<Mention> promises() {
    List<Mention> promises = new ArrayList<>();
    for (Statement statement : read()) {
      if (statement.granted()) {
        promises.add(new Mention(statement.terms(), statement.from(), statement.end()));
      }
    }
    return promises;
  }

  /** Everything the text grants or denies, in order, no token in two statements. */
  List<Statement> read() {
    if (!mayRead(utterance)) {
      return List.of();
    }
    List<Statement> all = new ArrayList<>();
    int i = 0;
    while (i < utterance.size()) {
      i = utterance.tokens().get(i).isAny(STARTS) ? step(i, all) : i + 1;
    }
    return all;
  }

  private int step(int i, List<Statement> all) {
    Statement one = at(i);
    List<Statement> found = one == null ? hours.read(i) : List.of(one);
    int next = i + 1;
    for (Statement statement : found) {
      if (!overlaps(all, statement)) {
        all.add(isTakenBack(statement) ? statement.denied() : statement);
      }
      next = Math.max(next, statement.end());
    }
    return next;
  }

  /** "A full refund cannot be issued": what is denied behind the terms. */
  private boolean isTakenBack(Statement statement) {
    int end = statement.end();
    int clause = utterance.clauses().clauseEnd(end - 1);
    for (int i = end; i < Math.min(clause, end + NEAR); i++) {
      if (utterance.is(i, WordClass.NEGATOR) && !utterance.is(i, WordClass.NONE)) {
        return statement.granted();
      }
    }
    return false;
  }

  private static boolean overlaps(List<Statement> all, Statement found) {
    return !all.isEmpty() && all.getLast().end() > found.from();
  }

  private @Nullable Statement at(int i) {
    Statement found = gratis.read(i);
    found = found == null ? refunds.read(i) : found;
    return found == null ? offers.read(i) : found;
  }

  /** What costs money, and what for: only a policy's fees deny that something is free. */
  List<Statement> fees(List<Mention> all) {
    List<Statement> fees = new ArrayList<>();
    for (Mention mention : all) {
      Statement fee = mention.value() instanceof Money money ? fee(mention, money) : null;
      if (fee != null) {
        fees.add(fee);
      }
    }
    return fees;
  }

  private @Nullable Statement fee(Mention mention, Money money) {
    int start = utterance.clauses().sentenceStart(mention.from());
    int end = utterance.clauses().sentenceEnd(mention.from());
    int from = Math.max(start, mention.from() - Utterance.WINDOW);
    boolean charge =
        utterance.before(WordClass.CHARGE, from, mention.from()) >= 0
            || utterance.before(WordClass.CHARGING, from, mention.from()) >= 0
            || utterance.before(WordClass.COPULA, from, mention.from()) >= 0
            || utterance.after(WordClass.CHARGE, mention.end(), Math.min(end, mention.end() + NEAR))
                >= 0
            || utterance.is(mention.from() - 1, ':');
    boolean threshold =
        utterance.before(WordClass.THRESHOLD, Math.max(start, mention.from() - 3), mention.from())
            >= 0;
    if (!charge || threshold) {
      return null;
    }
    String about = phrases.topicBefore(from, mention.from());
    about =
        about.isEmpty()
            ? phrases.topicAfter(mention.end(), Math.min(end, mention.end() + NEAR))
            : about;
    boolean free = money.readings().getFirst() == 0;
    return about.isEmpty()
        ? null
        : new Statement(
            Code.FREE,
            about,
            free,
            true,
            conditions.around(mention.from()),
            new Statement.Figure.Cost(money),
            mention.from(),
            mention.end());
  }
}
