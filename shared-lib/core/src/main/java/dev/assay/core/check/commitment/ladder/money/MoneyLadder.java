package dev.assay.core.check.commitment.ladder.money;

import dev.assay.core.check.commitment.claim.Commitment;
import dev.assay.core.check.commitment.claim.Turn;
import dev.assay.core.check.commitment.evidence.EvidenceIndex;
import dev.assay.core.check.commitment.evidence.Fact;
import dev.assay.core.check.commitment.evidence.Owner;
import dev.assay.core.check.commitment.ladder.Company;
import dev.assay.core.check.commitment.ladder.Ruling;
import dev.assay.core.check.commitment.text.Decimals;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.Value;
import dev.assay.core.check.commitment.value.Value.Money;
import dev.assay.core.check.commitment.verdict.CommitmentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds an amount against the evidence, rung by rung: exact, hedge, equation, arithmetic of the
 * turn, closure. The first rung that holds decides and is named in the ruling.
 */
public final class MoneyLadder {
  private static final int MONTHS = 12;

  private final EvidenceIndex index;
  private final Closure closure;

  public MoneyLadder(EvidenceIndex index) {
    this.index = index;
    this.closure = new Closure(index);
  }

  public Ruling judge(Commitment claim, Money money, Turn turn) {
    for (long reading : money.readings()) {
      Optional<Fact> exact = exact(reading, money);
      if (exact.isPresent() && upperHolds(money)) {
        Ruling other = misattributed(claim, money, turn, exact.get());
        other = other == null ? unfit(claim, money, turn) : other;
        other = other == null ? stale(claim, money, turn) : other;
        if (other != null) {
          return other;
        }
        turn.ground(reading);
        return Ruling.grounded(exact.get());
      }
    }
    String real = disproved(claim, money, turn);
    if (real != null) {
      return Ruling.misreckoned(real, money.normalised());
    }
    Ruling derived = derived(claim, money, turn);
    return derived != null ? derived : refuted(claim, money, turn);
  }

  private Optional<Fact> exact(long value, Money money) {
    return index.money().best(value, fact -> fact.source().proves() && sameCurrency(money, fact));
  }

  /** The value is recorded, but the words name something that has another one. */
  private @Nullable Ruling misattributed(Commitment claim, Money money, Turn turn, Fact exact) {
    long value = money.readings().getFirst();
    boolean open =
        money.readings().size() > 1
            || money.hedged()
            || money.upper() != Token.NONE
            || isCompared(turn.utterance(), claim.from())
            || index.isEstablished(value)
            || index.money().isEverywhere(value);
    if (open) {
      return null;
    }
    List<Fact> facts = new ArrayList<>();
    for (Fact fact : index.money().of(value)) {
      if (fact.source().proves()) {
        facts.add(fact);
        if (fact.owner() == null) {
          return null;
        }
      }
    }
    Attribution attribution = attribution(claim, money, turn);
    return attribution
        .better(facts)
        .filter(held -> !held.fact().key().isEmpty() || isOfForm(held.fact(), exact))
        .map(Owner.Held::fact)
        .or(() ->
            Optional.ofNullable(new Company(index, turn, claim, value, facts).instead())
                .filter(own -> !isNamed(facts, own, attribution)))
        .map(own -> Ruling.misattributed(own, exact, money.normalised()))
        .orElse(null);
  }

  private static boolean isNamed(List<Fact> facts, Fact than, Attribution attribution) {
    return facts.stream().anyMatch(fact -> attribution.isOfClause(fact, List.of(than)));
  }

  /** Sentences say "$89, then $120 an hour" of one thing: only like amounts can be mixed up. */
  private static boolean isOfForm(Fact fact, Fact other) {
    return fact.bound() == other.bound() && period(fact).equals(period(other));
  }

  private static String period(Fact fact) {
    int slash = fact.value().indexOf('/');
    return slash < 0 ? "" : fact.value().substring(slash);
  }

  /** In "$115 + $102 = $207" the first is wrong, though recorded, where $105 is recorded too. */
  private @Nullable Ruling unfit(Commitment claim, Money money, Turn turn) {
    Mention mention = new Mention(money, claim.from(), claim.end());
    long value = money.readings().getFirst();
    long missing = new Equation(turn.utterance(), turn.mentions()).missing(mention, value);
    return missing == Token.NONE
        ? null
        : exact(missing, money)
            .map(fact -> Ruling.contradicted(fact, money.normalised()))
            .orElse(null);
  }

  /** True of an older result only, and not told as past. */
  private @Nullable Ruling stale(Commitment claim, Money money, Turn turn) {
    Utterance utterance = turn.utterance();
    boolean past =
        utterance.inSentence(WordClass.FORMERLY, claim.from())
            || utterance.inSentence(WordClass.WERE, claim.from());
    if (past || money.readings().size() > 1) {
      return null;
    }
    return index
        .slots()
        .newer(index.money().of(money.readings().getFirst()))
        .map(fact -> Ruling.stale(fact, money.normalised()))
        .orElse(null);
  }

  private Attribution attribution(Commitment claim, Money money, Turn turn) {
    Vicinity vicinity = new Vicinity(turn, index.owners(), claim.from(), claim.end());
    return new Attribution(vicinity, held -> isProvenMoney(held, money));
  }

  private static boolean isCompared(Utterance utterance, int from) {
    return utterance.is(from - 1, '≤')
        || utterance.is(from - 1, '≥')
        || utterance.is(from - 1, '<')
        || utterance.is(from - 1, '>');
  }

  private static boolean isProvenMoney(Owner.Held held, Money money) {
    Fact fact = held.fact();
    return held.value() instanceof Long
        && fact.source().proves()
        && !held.share()
        && sameCurrency(money, fact);
  }

  private boolean upperHolds(Money money) {
    return money.upper() == Token.NONE || exact(money.upper(), money).isPresent();
  }

  private static boolean sameCurrency(Money money, Fact fact) {
    String said = money.currency();
    String known = fact.currency();
    if (said == null || known == null || said.equals(known)) {
      return true;
    }
    return (money.loose() && isDollar(known)) || (fact.loose() && isDollar(said));
  }

  private static boolean isDollar(String code) {
    return switch (code) {
      case "USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "TWD" -> true;
      default -> false;
    };
  }

  private @Nullable String disproved(Commitment claim, Money money, Turn turn) {
    if (money.readings().size() > 1 || money.hedged()) {
      return null;
    }
    return new Equation(turn.utterance(), turn.mentions())
        .disproves(
            new Mention(money, claim.from(), claim.end()),
            money.readings().getFirst(),
            term -> isKnown(term, money, turn));
  }

  private @Nullable Ruling derived(Commitment claim, Money money, Turn turn) {
    if (money.hedged()) {
      Ruling near = hedge(money);
      if (near != null) {
        return near;
      }
    }
    for (long reading : money.readings()) {
      String how = reckoned(claim, money, turn, reading);
      if (how != null) {
        turn.ground(reading);
        index.established(reading);
        return Ruling.derived(how);
      }
    }
    return chance(claim, money, turn);
  }

  private @Nullable String reckoned(Commitment claim, Money money, Turn turn, long value) {
    if (index.isEstablished(value)) {
      return "an amount that was reckoned before, " + Decimals.money(value);
    }
    Mention mention = new Mention(money, claim.from(), claim.end());
    Equation equation = new Equation(turn.utterance(), turn.mentions());
    String year = ofPeriod(value, money);
    if (year != null) {
      return year;
    }
    String how = equation.proves(mention, value, term -> isKnown(term, money, turn));
    if (how != null) {
      return how;
    }
    return new Reckoning(
            index,
            turn,
            claim.from(),
            value,
            term -> isKnown(term, money, turn),
            () -> attribution(claim, money, turn))
        .explain();
  }

  /** A year of a monthly rate, a month of a yearly one. */
  private @Nullable String ofPeriod(long value, Money money) {
    String period = money.period();
    boolean year = period != null && period.equals("year");
    boolean month = period != null && period.equals("month");
    long rate = year && value % MONTHS == 0 ? value / MONTHS : month ? value * MONTHS : Token.NONE;
    Optional<Fact> known = rate == Token.NONE ? Optional.empty() : exact(rate, money);
    return known.map(fact -> MONTHS + (year ? " × " : " parts of ") + fact.label()).orElse(null);
  }

  private boolean isKnown(long value, Money money, Turn turn) {
    return turn.operands().contains(value)
        || index.isEstablished(value)
        || exact(value, money).isPresent();
  }

  /** "around $50" allows the rounding unit of the figure, at most 2.5 %. */
  private @Nullable Ruling hedge(Money money) {
    for (long reading : money.readings()) {
      long unit = Decimals.CENT;
      while (unit < reading && reading % (unit * 10) == 0) {
        unit *= 10;
      }
      long reach = Math.min(unit, reading / 40);
      for (Map.Entry<Long, Fact> near :
          index.money().provenBetween(reading - reach, reading + reach)) {
        Optional<Fact> fact =
            index.money().best(near.getKey(), f -> f.source().proves() && sameCurrency(money, f));
        if (fact.isPresent()) {
          return Ruling.derived("about " + fact.get().label());
        }
      }
    }
    return null;
  }

  private @Nullable Ruling chance(Commitment claim, Money money, Turn turn) {
    for (long reading : money.readings()) {
      boolean cue = !Decimals.isWhole(reading) || Reckoning.hasCue(turn.utterance(), claim.from());
      if (cue && closure.proves(reading)) {
        turn.ground(reading);
        return Ruling.derived(
            "two recorded amounts, or some of one list, come to " + Decimals.money(reading));
      }
    }
    return null;
  }

  private Ruling refuted(Commitment claim, Money money, Turn turn) {
    long value = money.readings().getFirst();
    String said = money.normalised();
    Ruling thin = thin(value, money, turn);
    if (thin != null) {
      return thin;
    }
    Optional<Fact> otherCurrency = index.money().best(value, fact -> fact.source().proves());
    if (otherCurrency.isPresent()) {
      return Ruling.contradicted(otherCurrency.get(), said);
    }
    NavigableMap<Long, Fact> proven = index.money().proven();
    if (proven.isEmpty()) {
      return Ruling.notCheckable(claim.type());
    }
    Fact nearest = nearest(proven, value);
    Optional<Fact> own = namedInstead(claim, money, turn);
    if (own.isPresent()) {
      return Ruling.contradicted(own.get(), said);
    }
    boolean open = mayBeReckoned(claim, money, turn);
    Optional<Fact> slot =
        open || claim.type() == CommitmentType.PRICE ? Optional.empty() : index.only(claim.type());
    Fact sure =
        slot.isPresent()
            ? slot.get()
            : !open && proven.size() == 1 ? nearest : Slips.of(value, proven);
    return sure == null ? Ruling.unsupported(nearest, said) : Ruling.contradicted(sure, said);
  }

  /**
   * An amount for each of something, of a part, or beside a count may come of what nobody recorded:
   * then the only recorded amount does not contradict it.
   */
  private static boolean mayBeReckoned(Commitment claim, Money money, Turn turn) {
    Utterance utterance = turn.utterance();
    return money.period() != null
        || money.hedged()
        || !turn.percents().isEmpty()
        || !turn.countsBeside(claim.from()).isEmpty()
        || utterance.inSentence(WordClass.DIFFERENCE, claim.from())
        || utterance.inSentence(WordClass.PER, claim.from())
        || utterance.inSentence(WordClass.EACH, claim.from())
        || utterance.inSentence(WordClass.PLUS, claim.from());
  }

  /** The one value, of the claim's type, of what the words name. */
  private Optional<Fact> namedInstead(Commitment claim, Money money, Turn turn) {
    if (money.bound() != Value.Bound.EXACT) {
      return Optional.empty();
    }
    Vicinity vicinity = new Vicinity(turn, index.owners(), claim.from(), claim.end());
    return new Attribution(
            vicinity, held -> isProvenMoney(held, money) && index.slot(held.fact()) == claim.type())
        .best()
        .map(Owner.Held::fact)
        .filter(fact -> !fact.key().isEmpty());
  }

  /** Evidence that does not prove a price, but makes a false alarm likely. */
  private @Nullable Ruling thin(long value, Money money, Turn turn) {
    Optional<Fact> error =
        index
            .money()
            .best(value, fact -> fact.source() == Fact.Source.ERROR && sameCurrency(money, fact));
    if (error.isPresent()) {
      turn.ground(value);
      index.established(value);
      return Ruling.weak(error.get().label(), "Only the message of a failed call says so.");
    }
    Optional<Fact> unseen =
        index
            .money()
            .best(value, fact -> fact.source() == Fact.Source.UNSEEN && sameCurrency(money, fact));
    return unseen
        .map(fact -> Ruling.weak(fact.label(), "Only a result that the agent did not see says so."))
        .orElse(null);
  }

  private static Fact nearest(NavigableMap<Long, Fact> proven, long value) {
    Map.Entry<Long, Fact> below = proven.floorEntry(value);
    Map.Entry<Long, Fact> above = proven.ceilingEntry(value);
    if (above == null || below == null) {
      return above == null ? proven.lastEntry().getValue() : above.getValue();
    }
    return value - below.getKey() <= above.getKey() - value ? below.getValue() : above.getValue();
  }
}
