package dev.assay.core.check.commitment.terms;

import dev.assay.core.check.commitment.grammar.Phrases;
import dev.assay.core.check.commitment.grammar.Phrases.Stretch;
import dev.assay.core.check.commitment.text.Decimals;
import dev.assay.core.check.commitment.text.NumberPhrase;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Trait;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.text.WordClasses;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.MentionMap;
import dev.assay.core.check.commitment.value.Statement;
import dev.assay.core.check.commitment.value.Statement.Code;
import dev.assay.core.check.commitment.value.Statement.Condition;
import dev.assay.core.check.commitment.value.Statement.Figure;
import dev.assay.core.check.commitment.value.Value;
import dev.assay.core.check.commitment.value.Value.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Offers and guarantees: warranties, price matching, cancelling at any time, waived fees, special
 * fares after the trip, two for one.
 */
final class OfferGrammar {
  /** What a word must be to be a cue of these terms. */
  static final WordClasses STARTS =
      WordClasses.of(
          WordClass.WARRANTY,
          WordClass.MATCH,
          WordClass.CANCEL,
          WordClass.WAIVE,
          WordClass.FARE,
          WordClass.BUY,
          WordClass.UNIT,
          WordClass.PRICE_MATCH);

  private static final int NEAR = 4;
  private static final int REACH = 6;

  private final Utterance utterance;
  private final Phrases phrases;
  private final MentionMap mentions;
  private final ConditionGrammar conditions;

  OfferGrammar(
      Utterance utterance, Phrases phrases, MentionMap mentions, ConditionGrammar conditions) {
    this.utterance = utterance;
    this.phrases = phrases;
    this.mentions = mentions;
    this.conditions = conditions;
  }

  /** The terms whose cue stands at token {@code i}, or null. */
  @Nullable Statement read(int i) {
    Token token = utterance.tokens().get(i);
    Statement found = token.is(WordClass.WARRANTY) ? warranty(i) : null;
    found = found == null && token.is(WordClass.MATCH) ? match(i) : found;
    found = found == null && token.is(WordClass.CANCEL) ? cancelAnytime(i) : found;
    found = found == null && token.is(WordClass.WAIVE) ? waive(i) : found;
    found = found == null && token.is(WordClass.FARE) ? retroactive(i) : found;
    found = found == null && token.is(WordClass.BUY) ? buyOne(i) : found;
    found = found == null && token.is(WordClass.UNIT) ? forOne(i) : found;
    return found == null && token.is(WordClass.PRICE_MATCH)
        ? statement(Code.PRICE_MATCH, null, i, i + 1, i)
        : found;
  }

  private @Nullable Statement warranty(int i) {
    int start = utterance.clauses().sentenceStart(i);
    int end = utterance.clauses().sentenceEnd(i);
    int from = Math.max(start, i - NEAR);
    int life = utterance.before(WordClass.LIFETIME, from, i);
    int after = utterance.after(WordClass.LIFETIME, i + 1, Math.min(end, i + REACH));
    if (life >= 0 || after >= 0) {
      Figure forever = new Figure.Length(Figure.Length.FOREVER, Value.Span.Unit.YEAR);
      return life >= 0
          ? statement(Code.WARRANTY, forever, life, i + 1, i)
          : statement(Code.WARRANTY, forever, i, after + 1, i);
    }
    Stretch before = phrases.stretchIn(from, i);
    boolean money = before != null && utterance.after(WordClass.REFUND, before.end(), i) >= 0;
    if (money) {
      return null;
    }
    if (before != null && before.end() <= i) {
      return statement(Code.WARRANTY, before.length(), before.from(), i + 1, i);
    }
    Stretch behind = phrases.stretchIn(i + 1, Math.min(end, i + 1 + REACH));
    return behind == null
        ? null
        : statement(Code.WARRANTY, behind.length(), behind.from(), behind.end(), i);
  }

  /** "We'll match that price", "price match". */
  private @Nullable Statement match(int i) {
    int start = utterance.clauses().clauseStart(i);
    int end = utterance.clauses().clauseEnd(i);
    if (utterance.is(i - 1, WordClass.PRICE)) {
      return statement(Code.PRICE_MATCH, null, i - 1, i + 1, i);
    }
    int self = utterance.before(WordClass.SELF, Math.max(start, i - NEAR), i);
    self = self < 0 ? utterance.before(WordClass.SOFTENER, Math.max(start, i - NEAR), i) : self;
    boolean verbOnly = !utterance.lexicon().language().equals("en");
    int price = utterance.after(WordClass.PRICE, i + 1, Math.min(end, i + 1 + NEAR));
    return price < 0 || (self < 0 && !verbOnly)
        ? null
        : statement(Code.PRICE_MATCH, null, self < 0 ? i : self, price + 1, i);
  }

  private @Nullable Statement cancelAnytime(int i) {
    int start = utterance.clauses().clauseStart(i);
    int end = utterance.clauses().clauseEnd(i);
    for (int k = Math.max(start, i - NEAR); k < Math.min(end, i + 1 + NEAR); k++) {
      boolean pair = utterance.is(k, WordClass.ANY) && utterance.is(k + 1, WordClass.MOMENT);
      if (pair || utterance.is(k, WordClass.ANYTIME)) {
        int last = pair ? k + 2 : k + 1;
        return statement(Code.CANCEL_ANYTIME, null, Math.min(i, k), Math.max(i + 1, last), i);
      }
    }
    return onlyWithin(i, start, end);
  }

  /** "Basic economy can only be cancelled within 24 hours": later there is no refund. */
  private @Nullable Statement onlyWithin(int i, int start, int end) {
    int only = utterance.before(WordClass.ONLY, Math.max(start, i - NEAR), i);
    boolean open = only < 0 || utterance.inSentence(WordClass.IF, i);
    if (open) {
      return null;
    }
    List<Condition> reversed = new ArrayList<>();
    for (Condition condition : conditions.around(i)) {
      reversed.add(
          condition.is(Condition.Kind.WITHIN)
              ? new Condition(Condition.Kind.AFTER, condition.number(), "")
              : condition);
    }
    boolean window = reversed.stream().anyMatch(one -> one.is(Condition.Kind.AFTER));
    return window
        ? new Statement(
            Code.FULL_REFUND, "", false, true, reversed, null, only, Math.min(end, i + 1))
        : null;
  }

  /** "waive the $35 fee"; "waived" that was done is a deed. */
  private @Nullable Statement waive(int i) {
    int end = utterance.clauses().clauseEnd(i);
    int charge = utterance.after(WordClass.CHARGE, i + 1, Math.min(end, i + 1 + REACH));
    charge = charge < 0 && utterance.is(i - 1, WordClass.CHARGE) ? i - 1 : charge;
    if (charge < 0) {
      return null;
    }
    int from = Math.min(i, charge);
    int last = Math.max(i, charge) + 1;
    Mention amount = mentions.money(i + 1, end);
    Figure cost =
        amount != null && amount.value() instanceof Money money ? new Figure.Cost(money) : null;
    int start = utterance.clauses().clauseStart(i);
    boolean finite = utterance.lexicon().has(Trait.INVERTED) && !isPerfect(start, i);
    boolean done = (utterance.is(i, WordClass.DONE) && !finite) || charge < i;
    boolean granted = !done && isGranted(start, i);
    return new Statement(
        Code.WAIVE_FEE,
        phrases.topicBefore(from, last),
        granted,
        !utterance.inSentence(WordClass.APPROVAL, i),
        conditions.around(i),
        cost,
        from,
        amount == null ? last : Math.max(last, amount.end()));
  }

  /** German says "wir erlassen" and "wurde erlassen". */
  private boolean isPerfect(int start, int i) {
    return utterance.before(WordClass.HAVE, start, i) >= 0
        || utterance.before(WordClass.BEEN, start, i) >= 0;
  }

  /** "apply for the bereavement fare within 90 days after your trip". */
  private @Nullable Statement retroactive(int i) {
    int start = utterance.clauses().sentenceStart(i);
    int end = utterance.clauses().sentenceEnd(i);
    int stop = Math.min(end, i + Utterance.WINDOW);
    int after = utterance.after(WordClass.AFTERWARDS, i + 1, stop);
    int trip =
        after < 0 ? -1 : utterance.after(WordClass.TRIP, after + 1, Math.min(end, after + NEAR));
    if (trip < 0) {
      return null;
    }
    Stretch stretch = phrases.stretchIn(i + 1, after);
    int verb = Math.max(start, i - NEAR);
    String fare = utterance.tokens().get(i).code(WordClass.FARE);
    return new Statement(
        Code.RETROACTIVE,
        fare == null ? "" : fare,
        utterance.before(WordClass.NEGATOR, start, trip) < 0,
        true,
        List.of(),
        stretch == null ? null : stretch.length(),
        verb,
        trip + 1);
  }

  /** "buy one, get one free". */
  private @Nullable Statement buyOne(int i) {
    int end = Math.min(utterance.clauses().sentenceEnd(i), i + Utterance.WINDOW);
    int get = utterance.after(WordClass.GET, i + 1, end);
    boolean one =
        isOne(i + 1) && get > 0 && get <= i + NEAR + 1 && (isOne(get + 1) || isOne(get + 2));
    return one ? statement(Code.BOGO, null, i, Math.min(get + 3, end), i) : null;
  }

  private boolean isOne(int i) {
    return isNumber(i, 1);
  }

  private boolean isNumber(int i, int value) {
    NumberPhrase number = phrases.number(i);
    return number != null && number.first() == value * Decimals.ONE;
  }

  /** "two for one", where an offer is spoken of. */
  private @Nullable Statement forOne(int i) {
    int for_ =
        utterance.is(i + 1, WordClass.FOR) || utterance.is(i + 1, WordClass.PER) ? i + 1 : -1;
    boolean pair = for_ > 0 && isNumber(i, 2) && isOne(for_ + 1);
    return pair && utterance.inSentence(WordClass.DEAL, i)
        ? statement(Code.BOGO, null, i, for_ + 2, i)
        : null;
  }

  private boolean isGranted(int start, int cue) {
    return utterance.before(WordClass.NEGATOR, start, cue) < 0
        && utterance.before(WordClass.NONE, start, cue) < 0;
  }

  private Statement statement(Code code, @Nullable Figure figure, int from, int end, int cue) {
    int start = utterance.clauses().clauseStart(cue);
    return new Statement(
        code, "", isGranted(start, cue), true, conditions.around(cue), figure, from, end);
  }
}
