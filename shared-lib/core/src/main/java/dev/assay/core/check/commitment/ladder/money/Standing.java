package dev.assay.core.check.commitment.ladder.money;

import dev.assay.core.check.commitment.evidence.Fact;
import dev.assay.core.check.commitment.evidence.Owner;
import dev.assay.core.check.commitment.evidence.Owners.Term;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By which of the terms around a claim one recorded value is named: for each place the bits of its
 * terms, so that two values are compared by counting bits however many there are to compare.
 */
final class Standing {
  /** So many words of a line above must tell two values apart, unless an ID does. */
  private static final int FEWEST_WORDS = 2;

  /** Keys that say only that something is counted. */
  private static final Set<String> GENERIC =
      Set.of("amount", "value", "total", "sum", "betrag", "importe", "monto", "montant", "importo");

  private final Fact fact;
  private final List<Vicinity.Level> levels;
  private final Set<Term> said;

  /** Terms that name its owner, or what encloses it. */
  private final long[] borne;

  /** Terms of the owner's own names. */
  private final long[] own;

  /** The levels that were read, as bits. */
  private int known;

  private final boolean entry;
  private final boolean generic;

  /**
   * @param said every term of all the levels
   */
  Standing(Fact fact, List<Vicinity.Level> levels, Set<Term> said) {
    this.fact = fact;
    this.levels = levels;
    this.borne = new long[levels.size()];
    this.own = new long[levels.size()];
    this.said = said;
    Owner owner = fact.owner();
    this.entry = owner != null && owner.kind() == Owner.Kind.ENTRY;
    this.generic = isGeneric(fact);
  }

  /** Reads a place when somebody first asks: the nearest decides most comparisons. */
  private void read(int level) {
    Owner owner = fact.owner();
    if ((known >>> level & 1) != 0 || owner == null) {
      return;
    }
    known |= 1 << level;
    List<Term> terms = levels.get(level).terms();
    for (int i = 0; i < terms.size(); i++) {
      int distance = owner.distance(terms.get(i));
      if (distance >= 0) {
        own[level] |= distance == 0 ? 1L << i : 0;
        borne[level] |= owner.bears(terms.get(i), said) ? 1L << i : 0;
      }
    }
  }

  Fact fact() {
    return fact;
  }

  /** True for an "amount", of which every list has one. */
  static boolean isGeneric(Fact fact) {
    return GENERIC.contains(fact.key());
  }

  /** True where a place names it. */
  boolean isNamed(int level) {
    return borne(level) != 0;
  }

  boolean isNamed() {
    for (int i = 0; i < borne.length; i++) {
      if (isNamed(i)) {
        return true;
      }
    }
    return false;
  }

  /** True where every term of a place names it. */
  boolean isNamedByAll(int level) {
    return Long.bitCount(borne(level)) == levels.get(level).terms().size();
  }

  /** The bits of the terms of a place that name it. */
  long borne(int level) {
    read(level);
    return borne[level];
  }

  /** True for an entry of a map whose own key was said. */
  boolean isNamedEntry() {
    for (int i = 0; i < borne.length; i++) {
      if (entry && (borne(i) & own[i]) != 0) {
        return true;
      }
    }
    return false;
  }

  boolean isEntry() {
    return entry;
  }

  /**
   * IDs decide before words do. Further away, and for an "amount", a single word is too little, and
   * so are further words when both have some in common.
   *
   * @param inPlace the first level is the claim's own part of its clause
   * @param protecting on so many levels an ID of the other alone keeps this from being better
   */
  boolean isBetter(Standing other, boolean inPlace, int protecting) {
    int words = 0;
    boolean decided = false;
    boolean better = false;
    for (int i = 0; i < borne.length && (i < protecting || !decided); i++) {
      if ((other.ids(i) & ~borne(i)) != 0) {
        return false;
      }
      if (!decided) {
        long mine = borne[i] & ~other.borne[i];
        boolean id = (mine & ids(i)) != 0;
        int more = other.weight(this, i, id);
        int here = Long.bitCount(mine & ~ids(i));
        words += here;
        boolean nearest = inPlace && i == 0;
        boolean shared = (borne[i] & other.borne[i]) != 0;
        boolean enough = (nearest && !generic) || (words >= FEWEST_WORDS && (nearest || !shared));
        better = more == 0 && (id || (here > 0 && enough));
        decided = better || more > 0;
      }
    }
    return better;
  }

  /**
   * What names this and not the other at a place. A code of the other's own outweighs all words;
   * any ID of it those that name only what encloses this, not this itself.
   */
  private int weight(Standing other, int level, boolean id) {
    if ((other.own[level] & ~borne[level] & other.borne[level] & levels.get(level).codes()) != 0) {
      return 0;
    }
    long mine = borne[level] & ~other.borne[level];
    return id
        ? Long.bitCount(mine & own[level])
        : Long.bitCount(mine & ~ids(level)) + closer(other, level);
  }

  /** The IDs that name it at a place; the key of an entry of a map tells it apart as an ID does. */
  private long ids(int level) {
    return borne(level) & (levels.get(level).ids() | (entry ? own[level] : 0));
  }

  /** Terms that name both, but this more closely: "ATL", a flight, or the search that found it. */
  private int closer(Standing other, int level) {
    int closer = 0;
    for (long both = borne[level] & other.borne[level]; both != 0; both &= both - 1) {
      Term term = levels.get(level).terms().get(Long.numberOfTrailingZeros(both));
      closer += distance(fact.owner(), term) < distance(other.fact.owner(), term) ? 1 : 0;
    }
    return closer;
  }

  private static int distance(@Nullable Owner owner, Term term) {
    return owner == null ? -1 : owner.distance(term);
  }
}
