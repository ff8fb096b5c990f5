package dev.assay.core.check.commitment.grammar;

import dev.assay.core.check.commitment.text.Decimals;
import dev.assay.core.check.commitment.text.NumberGrammar;
import dev.assay.core.check.commitment.text.NumberPhrase;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.text.WordClasses;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.Value.Bound;
import dev.assay.core.check.commitment.value.Value.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Amounts with a currency, and bare spoken amounts where the sentence frames a price. */
final class MoneyGrammar {
  /** What a word must be to begin an amount; a bare one begins with a number. */
  static final WordClasses STARTS =
      NumberGrammar.STARTS.plus(WordClasses.of(WordClass.CURRENCY, WordClass.ARTICLE));

  private static final long MOST_CENTS = 99 * Decimals.ONE;

  private final Utterance utterance;
  private final NumberGrammar numbers;
  private final Coins coins;
  private final BareAmounts bare;

  MoneyGrammar(Utterance utterance, NumberGrammar numbers) {
    this.utterance = utterance;
    this.numbers = numbers;
    this.coins = new Coins(utterance, numbers);
    this.bare = new BareAmounts(utterance, numbers);
  }

  /** The amount at token {@code i} that names its currency, or null. */
  @Nullable Mention read(int i) {
    Mention plain = core(i);
    if (plain == null || !(plain.value() instanceof Money money) || isWeight(plain)) {
      return null;
    }
    return around(money, plain.from(), plain.end());
  }

  private @Nullable Mention core(int i) {
    Token token = utterance.tokens().get(i);
    if (token.is(WordClass.CURRENCY)) {
      int at = i + 1;
      while (utterance.is(at, '-') || utterance.is(at, '+')) {
        at++;
      }
      NumberPhrase number = at - i > 2 ? null : numbers.read(at);
      return number == null || !number.isValue() || number.from() != at || number.spelled()
          ? null
          : amount(number.readings(), token, i, sameCurrency(number.end(), token));
    }
    if (token.is(WordClass.ARTICLE) && utterance.is(i + 1, WordClass.CURRENCY)) {
      NumberPhrase cents = numbers.read(i + 2);
      boolean slang =
          cents != null && cents.isValue() && cents.first() <= MOST_CENTS && cents.spelled();
      if (cents != null && slang) {
        long value = Decimals.ONE + cents.first() / 100;
        return amount(List.of(value), utterance.tokens().get(i + 1), i, cents.end());
      }
    }
    return numberFirst(i);
  }

  private @Nullable Mention numberFirst(int i) {
    NumberPhrase number = numbers.read(i);
    if (number == null || !number.isValue() || number.end() >= utterance.size()) {
      return null;
    }
    int at = number.end();
    if (isInName(number)) {
      return null;
    }
    Mention range = range(number);
    if (range != null) {
      return range;
    }
    String country = utterance.tokens().get(at).code(WordClass.COUNTRY);
    if (country != null && utterance.is(at + 1, WordClass.CURRENCY)) {
      return new Mention(money(number.readings(), country, false), number.from(), at + 2);
    }
    Token unit = utterance.tokens().get(at);
    if (unit.is(WordClass.CENT) && number.first() <= MOST_CENTS) {
      long value = number.first() * coins.worth(at) / 100;
      return new Mention(money(List.of(value), null, false), number.from(), at + 1);
    }
    if (!unit.is(WordClass.CURRENCY) || isNextAmount(at)) {
      return null;
    }
    Coins.Change change = coins.after(number, at + 1);
    if (change != null) {
      return amount(List.of(number.first() + change.value()), unit, number.from(), change.end());
    }
    return amount(number.readings(), unit, number.from(), at + 1);
  }

  /** Where no spaces part the words, 三元 between unknown ones is a piece of a name. */
  private boolean isInName(NumberPhrase number) {
    return utterance.lexicon().unspaced()
        && number.spelled()
        && number.first() < BareAmounts.LEAST_SUM
        && utterance.tokens().get(number.from()).kind() == Token.Kind.WORD
        && (number.from() > 0 && isUnknown(number.from() - 1) && isUnknown(number.end() + 1));
  }

  private boolean isUnknown(int i) {
    return i < utterance.size()
        && utterance.tokens().get(i).kind() == Token.Kind.WORD
        && utterance.tokens().get(i).word() == null;
  }

  /** "200-300元", "5 bis 10 Euro": the unit stands behind the larger number only. */
  private @Nullable Mention range(NumberPhrase least) {
    int at = least.end();
    boolean joint =
        utterance.is(at, '-')
            || utterance.is(at, '–')
            || utterance.is(at, '~')
            || utterance.is(at, WordClass.AMOUNT_RANGE);
    boolean led =
        utterance.is(least.from() - 1, WordClass.OF)
            || utterance.is(least.from() - 1, WordClass.FROM);
    joint |= led && (utterance.is(at, WordClass.AT) || utterance.is(at, WordClass.TO));
    NumberPhrase most = joint ? numbers.read(at + 1) : null;
    if (most == null || !most.isValue() || most.end() >= utterance.size()) {
      return null;
    }
    Token unit = utterance.tokens().get(most.end());
    boolean rising = least.readings().size() == 1 && most.first() > least.first();
    if (!unit.is(WordClass.CURRENCY) || !rising || isNextAmount(most.end())) {
      return null;
    }
    String code = unit.code(WordClass.CURRENCY);
    boolean loose = code != null && code.endsWith("?");
    return new Mention(
        new Money(least.readings(), code(unit), loose, Bound.EXACT, false, most.first(), null),
        least.from(),
        most.end() + 1);
  }

  /** In "2 $45 tickets" the sign belongs to what follows. */
  private boolean isNextAmount(int at) {
    Token unit = utterance.tokens().get(at);
    return unit.kind() == Token.Kind.SYMBOL
        && at + 1 < utterance.size()
        && utterance.tokens().get(at + 1).kind() == Token.Kind.NUMBER
        && utterance.tokens().get(at + 1).start() == unit.end();
  }

  private int sameCurrency(int at, Token unit) {
    boolean again =
        utterance.is(at, WordClass.CURRENCY)
            && utterance.tokens().get(at).kind() == Token.Kind.WORD
            && code(utterance.tokens().get(at)).equals(code(unit));
    return again ? at + 1 : at;
  }

  private static Mention amount(List<Long> readings, Token unit, int from, int end) {
    String code = unit.code(WordClass.CURRENCY);
    boolean loose = code != null && code.endsWith("?");
    return new Mention(money(readings, code(unit), loose), from, end);
  }

  private static String code(Token unit) {
    String code = unit.code(WordClass.CURRENCY);
    return code == null ? "" : code.endsWith("?") ? code.substring(0, code.length() - 1) : code;
  }

  private static Money money(List<Long> readings, @Nullable String currency, boolean loose) {
    return new Money(readings, currency, loose, Bound.EXACT, false, Token.NONE, null);
  }

  /** "five pounds" beside a word of weight is no money; no other currency is a weight, too. */
  private boolean isWeight(Mention mention) {
    boolean pounds = mention.value() instanceof Money money && "GBP".equals(money.currency());
    return pounds
        && utterance.inClause(WordClass.MEASURE, mention.from())
        && utterance.tokens().get(mention.end() - 1).kind() == Token.Kind.WORD;
  }

  /**
   * Takes in what stands around an amount: hedges and bounds before it, a range or period after.
   */
  private Mention around(Money money, int from, int end) {
    int last = end;
    Money whole = money;
    if ((utterance.is(end, '-') || utterance.is(end, '–')) && end + 1 < utterance.size()) {
      Mention upper = core(end + 1);
      if (upper != null
          && upper.value() instanceof Money other
          && other.readings().getFirst() > money.readings().getFirst()) {
        whole =
            new Money(
                money.readings(),
                money.currency(),
                money.loose(),
                money.bound(),
                false,
                other.readings().getFirst(),
                null);
        last = upper.end();
      }
    }
    boolean per =
        utterance.is(last, WordClass.PER)
            || utterance.is(last, WordClass.ARTICLE)
            || utterance.is(last, '/');
    if (per && utterance.is(last + 1, WordClass.PERIOD)) {
      String period = utterance.tokens().get(last + 1).code(WordClass.PERIOD);
      whole =
          new Money(
              whole.readings(),
              whole.currency(),
              whole.loose(),
              whole.bound(),
              false,
              whole.upper(),
              period);
      last += 2;
    }
    return bounded(whole, from, last);
  }

  private Mention bounded(Money money, int from, int end) {
    int first = from;
    int last = end;
    boolean hedged = false;
    if (utterance.is(first - 1, WordClass.HEDGE)) {
      first--;
      hedged = true;
    } else if (utterance.is(first - 1, WordClass.OF) && utterance.is(first - 2, WordClass.HEDGE)) {
      first -= 2;
      hedged = true;
    } else if (utterance.is(last, WordClass.HEDGE_AFTER)) {
      last++;
      hedged = true;
    }
    if (utterance.is(last, WordClass.LEAST_AFTER)) {
      return new Mention(money.with(Bound.AT_LEAST, hedged), first, last + 1);
    }
    int lead = first - 1;
    boolean direct = utterance.is(lead, WordClass.STARTS_AT) || utterance.is(lead, WordClass.UPTO);
    boolean joint =
        !direct
            && (utterance.is(lead, WordClass.AT)
                || utterance.is(lead, WordClass.TO)
                || utterance.is(lead, WordClass.OF));
    int bound = joint ? lead - 1 : lead;
    if (utterance.is(bound, WordClass.STARTS_AT)
        || (joint && !utterance.is(lead, WordClass.OF) && utterance.is(bound, WordClass.FROM))) {
      int start = utterance.is(bound - 1, WordClass.AT) ? bound - 1 : bound;
      return new Mention(money.with(Bound.AT_LEAST, hedged), start, last);
    }
    if (utterance.is(bound, WordClass.UPTO)) {
      return new Mention(money.with(Bound.AT_MOST, hedged), bound, last);
    }
    return new Mention(money.with(Bound.EXACT, hedged), first, last);
  }

  /** False for a number that no sentence frames as a price, whatever else stands there. */
  boolean isFramed(NumberPhrase number) {
    return bare.isFramed(number);
  }

  /**
   * A bare amount at token {@code i}: "that'll be twelve fifty", "Two nights at 140".
   *
   * @param besideMoney true where an amount with a currency stands in the sentence
   */
  @Nullable Mention bare(int i, boolean besideMoney) {
    NumberPhrase number = bare.read(i, besideMoney);
    if (number == null) {
      return null;
    }
    Money amount = money(number.readings(), null, false);
    return number.spelled()
        ? around(amount, number.from(), number.end())
        : new Mention(amount, number.from(), number.end());
  }
}
