package dev.assay.core.check.commitment.ladder.terms;

import dev.assay.core.check.commitment.claim.Commitment;
import dev.assay.core.check.commitment.claim.Turn;
import dev.assay.core.check.commitment.evidence.EvidenceIndex;
import dev.assay.core.check.commitment.evidence.Fact;
import dev.assay.core.check.commitment.evidence.Fields;
import dev.assay.core.check.commitment.evidence.QuantityBook;
import dev.assay.core.check.commitment.evidence.QuantityBook.Allowance;
import dev.assay.core.check.commitment.evidence.QuantityBook.Unit;
import dev.assay.core.check.commitment.ladder.Ruling;
import dev.assay.core.check.commitment.terms.AllowanceReader;
import dev.assay.core.check.commitment.text.Decimals;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.Value.Bound;
import dev.assay.core.check.commitment.value.Value.Quantity;
import dev.assay.core.check.commitment.verdict.CommitmentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Holds a count against the evidence: fields and list lengths, allowances of a policy for the level
 * and cabin at hand, what the customer asked for, and simple reckoning.
 */
public final class QuantityLadder {
  /** One count for each person of a party: tools name it by any of these. */
  private static final List<String> PARTY = List.of("people", "seats", "tickets");

  /** What customers decide themselves. */
  private static final Set<String> OWN =
      Set.of("people", "seats", "tickets", "rooms", "nights", "bags", "GB", "items");

  /** What adds up over results. */
  private static final Set<String> SUMMED = Set.of("bags", "GB", "points", "items");

  private static final int MOST_OPERANDS = 24;

  private final EvidenceIndex index;

  public QuantityLadder(EvidenceIndex index) {
    this.index = index;
  }

  public Ruling judge(Commitment claim, Quantity quantity, Turn turn) {
    QuantityBook book = index.terms().quantities();
    Unit unit = book.of(quantity.unit());
    Fact recorded = quantity.free() ? null : recorded(book, quantity);
    if (recorded != null && !isOverruled(unit, quantity, recorded.message())) {
      return Ruling.grounded(recorded);
    }
    Ruling allowed = allowed(claim, quantity, unit, turn);
    if (allowed != null) {
      return allowed;
    }
    String derived = isReckoned(turn.utterance(), claim) ? derived(unit, quantity) : null;
    if (derived != null) {
      return Ruling.derived(derived);
    }
    Fact said = said(book, quantity);
    int loose = book.userSaidAt(quantity.count());
    int at = said == null ? loose > unit.lastResult() ? loose : -1 : said.message();
    boolean own = OWN.contains(quantity.unit()) && !quantity.free();
    if (own && at >= 0 && !isOverruled(unit, quantity, at)) {
      return Ruling.derived("the customer said " + Decimals.plain(quantity.count()));
    }
    return refuted(quantity, unit, book);
  }

  /** "in total", "left": the count is a sum or a rest. */
  private static boolean isReckoned(Utterance utterance, Commitment claim) {
    boolean label = utterance.is(claim.from() - 1, ':');
    return (utterance.inSentence(WordClass.TOTAL, claim.from()) && !label)
        || utterance.inSentence(WordClass.DIFFERENCE, claim.from())
        || utterance.inSentence(WordClass.PLUS, claim.from());
  }

  /** True where the only result, newer than the word, has another count. */
  private static boolean isOverruled(Unit unit, Quantity quantity, int message) {
    Map<Long, Integer> results = unit.results();
    return results.size() == 1
        && !results.containsKey(quantity.count())
        && results.values().iterator().next() > message;
  }

  private static @Nullable Fact said(QuantityBook book, Quantity quantity) {
    for (String unit : like(quantity.unit())) {
      Fact fact = book.of(unit).said().get(quantity.count());
      if (fact != null) {
        return fact;
      }
    }
    return null;
  }

  /** Seats that are still to be had are counted apart from those of a booking. */
  private static List<String> like(String unit) {
    return switch (unit) {
      case "people" -> PARTY;
      case "seats", "tickets" -> List.of("people", "seats", "tickets", "available " + unit);
      case "rooms" -> List.of(unit, "available rooms");
      case "bags" -> List.of(unit, "paid bags");
      default -> List.of(unit);
    };
  }

  private static @Nullable Fact recorded(QuantityBook book, Quantity quantity) {
    for (String unit : like(quantity.unit())) {
      Fact fact = book.of(unit).recorded().get(quantity.count());
      if (fact != null) {
        return fact;
      }
    }
    if (quantity.bound() == Bound.AT_MOST && quantity.unit().equals("instalments")) {
      Map.Entry<Long, Fact> more = book.of(quantity.unit()).caps().higherEntry(quantity.count());
      return more == null ? null : more.getValue();
    }
    return null;
  }

  /** What the policy grants to the level and cabin that the claim or the results name. */
  private @Nullable Ruling allowed(Commitment claim, Quantity quantity, Unit unit, Turn turn) {
    if (unit.allowances().isEmpty()) {
      return null;
    }
    AllowanceReader.Scope scope =
        AllowanceReader.scope(turn.utterance(), new Mention(quantity, claim.from(), claim.end()));
    Fields fields = index.terms().fields();
    String level = scope.level() == null ? fields.level() : scope.level();
    String cabin = scope.cabin() == null ? fields.cabin() : scope.cabin();
    Allowance exact = null;
    Allowance other = null;
    boolean isGranted = quantity.free() || unit.results().isEmpty();
    for (Allowance allowance : unit.allowances()) {
      boolean fits = fits(allowance.level(), level) && fits(allowance.cabin(), cabin);
      boolean cap =
          allowance.quantity().bound() == Bound.AT_MOST && quantity.bound() != Bound.AT_MOST;
      boolean same = !cap && allowance.quantity().count() == quantity.count();
      boolean kind = allowance.quantity().free() ? isGranted : !quantity.free();
      if (fits && same && kind) {
        exact = allowance;
      }
      boolean sure =
          allowance.level() != null
              && allowance.level().equals(level)
              && allowance.cabin() != null
              && allowance.cabin().equals(cabin);
      if (sure && allowance.quantity().free() && !same) {
        other = allowance;
      }
    }
    if (exact != null) {
      return Ruling.grounded(exact.fact());
    }
    if (!quantity.free() || other == null) {
      return null;
    }
    boolean fewer = quantity.count() < other.quantity().count();
    return fewer && !turn.utterance().inSentence(WordClass.ENTITLED, claim.from())
        ? Ruling.derived("within " + other.fact().label())
        : perPerson(quantity, other);
  }

  private static boolean fits(@Nullable String needed, @Nullable String known) {
    return needed == null || known == null || needed.equals(known);
  }

  /** Each passenger has the allowance: several of them have a multiple. */
  private Ruling perPerson(Quantity quantity, Allowance allowance) {
    long each = allowance.quantity().count();
    boolean multiple =
        each > 0 && quantity.count() % each == 0 && isCount(quantity.count() / each * Decimals.ONE);
    return multiple
        ? Ruling.derived("a multiple of " + allowance.fact().label())
        : Ruling.contradicted(allowance.fact(), quantity.normalised());
  }

  private boolean isCount(long people) {
    QuantityBook book = index.terms().quantities();
    return book.of("people").recorded().containsKey(people) || book.userSaidAt(people) >= 0;
  }

  /** Sums and differences of two recorded counts of the same unit. */
  private static @Nullable String derived(Unit unit, Quantity quantity) {
    if (!SUMMED.contains(quantity.unit())) {
      return null;
    }
    List<Long> operands = new ArrayList<>(unit.recorded().keySet());
    operands.addAll(unit.said().keySet());
    for (Allowance allowance : unit.allowances()) {
      operands.add(allowance.quantity().count());
    }
    List<Long> few = operands.subList(0, Math.min(operands.size(), MOST_OPERANDS));
    for (long a : few) {
      for (long b : few) {
        if (a > 0 && b > 0 && (a + b == quantity.count() || a - b == quantity.count())) {
          String sign = a + b == quantity.count() ? " + " : " - ";
          return Decimals.plain(a) + sign + Decimals.plain(b) + " " + quantity.unit();
        }
      }
    }
    return null;
  }

  private static Ruling refuted(Quantity quantity, Unit unit, QuantityBook book) {
    Fact nearest = nearest(unit.recorded(), quantity.count());
    boolean alone = PARTY.contains(quantity.unit()) && quantity.count() == Decimals.ONE;
    if (alone) {
      return Ruling.notCheckable(CommitmentType.QUANTITY);
    }
    if (nearest == null) {
      return wished(quantity, book);
    }
    boolean only = unit.results().size() == 1 && unit.recorded().size() == 1 && !quantity.free();
    boolean more =
        quantity.bound() == Bound.AT_MOST && quantity.count() > unit.recorded().lastKey();
    return only || more
        ? Ruling.contradicted(nearest, quantity.normalised())
        : Ruling.unsupported(nearest, quantity.normalised());
  }

  /** Where no tool tells, what the customer asked for is what there is. */
  private static Ruling wished(Quantity quantity, QuantityBook book) {
    for (String unit : like(quantity.unit())) {
      NavigableMap<Long, Fact> known = new TreeMap<>(book.of(unit).recorded());
      known.putAll(book.of(unit).said());
      Fact nearest = OWN.contains(unit) ? nearest(known, quantity.count()) : null;
      if (nearest != null && !quantity.free()) {
        return Ruling.unsupported(nearest, quantity.normalised());
      }
    }
    return Ruling.notCheckable(CommitmentType.QUANTITY);
  }

  private static @Nullable Fact nearest(NavigableMap<Long, Fact> known, long count) {
    Map.Entry<Long, Fact> below = known.floorEntry(count);
    Map.Entry<Long, Fact> above = known.ceilingEntry(count);
    Map.Entry<Long, Fact> nearest =
        below == null
            ? above
            : above == null || count - below.getKey() <= above.getKey() - count ? below : above;
    return nearest == null ? null : nearest.getValue();
  }
}
