package dev.assay.core.check.commitment.ladder.money;

import dev.assay.core.check.commitment.evidence.Fact;
import dev.assay.core.check.commitment.evidence.Owner;
import dev.assay.core.check.commitment.evidence.Owner.Held;
import dev.assay.core.check.commitment.evidence.Owners.Term;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells whose value the words around a claim ask for. One recorded value fits the words better than
 * another when, at the nearest place where the two differ, they name all that the other is named by
 * and more.
 */
final class Attribution {
  /** Of what is named, so many values are compared; with more nothing is certain. */
  private static final int MOST_VALUES = 512;

  private static final int DEEPEST = 4;

  /** So many words of a line above must tell two values apart, unless an ID does. */
  private static final int FEWEST_WORDS = 2;

  /** Keys that say only that something is counted. */
  private static final Set<String> GENERIC =
      Set.of("amount", "value", "total", "sum", "betrag", "importe", "monto", "montant", "importo");

  private final List<Set<Term>> levels;
  private final Set<Term> all = new HashSet<>();
  private final Predicate<Held> wanted;
  private final Vicinity vicinity;
  private final boolean inPlace;

  /**
   * @param wanted which recorded values are of the claim's type
   */
  Attribution(Vicinity vicinity, Predicate<Held> wanted) {
    this.levels = vicinity.levels();
    this.wanted = wanted;
    this.vicinity = vicinity;
    this.inPlace = vicinity.isNamedInPlace();
    levels.forEach(all::addAll);
  }

  /** The wanted values of everything that some terms name. */
  private final class Values {
    private final Set<Owner> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Held> named = new ArrayList<>();
    private boolean complete = true;

    void collect(Owner owner, int depth) {
      if (named.size() >= MOST_VALUES) {
        complete = false;
      }
      if (!complete || depth > DEEPEST || !seen.add(owner)) {
        return;
      }
      for (Held held : owner.held()) {
        if (wanted.test(held)) {
          named.add(held);
        }
      }
      for (Owner child : owner.children()) {
        collect(child, depth + 1);
      }
    }
  }

  /** The values of what is named nearby by any of the terms; empty where they are too many. */
  List<Held> named(Predicate<Term> by) {
    Values values = new Values();
    for (Set<Term> level : levels) {
      for (Term term : level) {
        if (by.test(term)) {
          term.owners().forEach(owner -> values.collect(owner, 0));
        }
      }
    }
    return values.complete ? values.named : List.of();
  }

  /**
   * The values of what is named nearby for sure: by an ID, else by every word of the nearest place;
   * of a map only the entries that were named, if any was.
   */
  List<Held> plainlyNamed() {
    boolean id = all.stream().anyMatch(term -> term.hasDigit() && !term.owners().isEmpty());
    return plain(named(term -> !id || term.hasDigit()), id);
  }

  /** The values of the IDs further off, before and behind. */
  List<Held> namedAround() {
    Values values = new Values();
    for (Term term : vicinity.idsAround()) {
      term.owners().forEach(owner -> values.collect(owner, 0));
    }
    return values.complete ? plain(values.named, true) : List.of();
  }

  private List<Held> plain(List<Held> named, boolean id) {
    boolean entry = named.stream().anyMatch(this::isNamedEntry);
    List<Held> plain = new ArrayList<>();
    for (Held held : named) {
      boolean other = entry && isEntry(held) && !isNamedEntry(held);
      if (!other && isPlain(held, id)) {
        plain.add(held);
      }
    }
    return plain;
  }

  private boolean isPlain(Held held, boolean id) {
    return id || levels.getFirst().stream().allMatch(term -> bears(held.fact(), term));
  }

  private static boolean isEntry(Held held) {
    Owner owner = held.fact().owner();
    return owner != null && owner.kind() == Owner.Kind.ENTRY;
  }

  private boolean isNamedEntry(Held held) {
    return all.stream().anyMatch(term -> isEntryOf(held.fact(), term) && bears(held.fact(), term));
  }

  /** A key of a map tells its entries apart as an ID does: "economy". */
  private static boolean isEntryOf(Fact fact, Term term) {
    Owner owner = fact.owner();
    return owner != null && owner.kind() == Owner.Kind.ENTRY && owner.distance(term) == 0;
  }

  /**
   * The one value, of the same slot, that the words name better than each of these facts; none
   * where the facts are named as well as any, or several values are better.
   */
  Optional<Held> better(List<Fact> facts) {
    List<Held> better = new ArrayList<>();
    for (Held held : named(term -> facts.stream().anyMatch(fact -> !bears(fact, term)))) {
      if (facts.stream().anyMatch(fact -> isComparable(held.fact(), fact))
          && facts.stream()
              .allMatch(fact -> isBetter(held.fact(), fact, inPlace ? 1 : levels.size()))) {
        better.add(held);
      }
    }
    return onlyBest(better);
  }

  /** The one value that the words name best; none where several values are named as well. */
  Optional<Held> best() {
    return onlyBest(named(term -> true));
  }

  private Optional<Held> onlyBest(List<Held> candidates) {
    Held best = null;
    for (Held held : candidates) {
      best = best == null || isBetter(held.fact(), best.fact(), 0) ? held : best;
    }
    if (best == null || !isNamedNearest(best.fact(), candidates)) {
      return Optional.empty();
    }
    for (Held held : candidates) {
      boolean rival = !held.value().equals(best.value()) && !isBetter(best.fact(), held.fact(), 0);
      if (rival) {
        return Optional.empty();
      }
    }
    return Optional.of(best);
  }

  /** The nearest place that names any of them must name this one. */
  private boolean isNamedNearest(Fact fact, List<Held> candidates) {
    for (Set<Term> level : levels) {
      for (Term term : level) {
        if (bears(fact, term)) {
          return true;
        }
      }
      for (Held held : candidates) {
        if (level.stream().anyMatch(term -> bears(held.fact(), term))) {
          return false;
        }
      }
    }
    return false;
  }

  /** An "amount" of another list is another thing, unless the other is not named at all. */
  private boolean isComparable(Fact fact, Fact than) {
    return isSameSlot(fact, than)
        && (!GENERIC.contains(fact.key()) || isSameRole(fact, than) || isUnnamed(than));
  }

  private boolean isUnnamed(Fact fact) {
    return all.stream().noneMatch(term -> bears(fact, term));
  }

  /** How a fact and another are named at one place. */
  private static final class Comparison {
    private int idsOfOne;
    private int idsOfOther;
    private int wordsOfOne;
    private int wordsOfOther;
    private int ownOfOther;
    private boolean code;
    private int shared;

    void add(boolean id, boolean one, boolean other) {
      shared += one && other ? 1 : 0;
      if (id) {
        idsOfOne += one && !other ? 1 : 0;
        idsOfOther += other && !one ? 1 : 0;
      } else {
        wordsOfOne += one && !other ? 1 : 0;
        wordsOfOther += other && !one ? 1 : 0;
      }
    }

    /**
     * A code of its own outweighs all words; any ID those that name only what encloses the other,
     * not the other itself.
     */
    int weightOfOther() {
      return code ? 0 : idsOfOne > 0 ? ownOfOther : wordsOfOther;
    }
  }

  /**
   * IDs decide before words do. Further away, and for an "amount", a single word is too little, and
   * so are further words when both have some in common.
   *
   * @param protecting on so many levels an ID of the other alone keeps the fact from being better
   */
  private boolean isBetter(Fact fact, Fact than, int protecting) {
    boolean nearest = inPlace;
    int depth = 0;
    int words = 0;
    boolean decided = false;
    boolean better = false;
    for (Set<Term> level : levels) {
      Comparison at = compared(level, fact, than);
      if (at.idsOfOther > 0 && (depth < protecting || !decided)) {
        return false;
      }
      depth++;
      if (!decided) {
        int more = at.weightOfOther();
        words += at.wordsOfOne;
        boolean plain = nearest && !GENERIC.contains(fact.key());
        boolean enough = plain || (words >= FEWEST_WORDS && (nearest || at.shared == 0));
        better = more == 0 && (at.idsOfOne > 0 || (at.wordsOfOne > 0 && enough));
        decided = better || more > 0;
      }
      nearest = false;
    }
    return better;
  }

  private Comparison compared(Set<Term> level, Fact fact, Fact than) {
    Comparison at = new Comparison();
    for (Term term : level) {
      boolean one = bears(fact, term);
      boolean other = bears(than, term);
      boolean entry = one != other && isEntryOf(one ? fact : than, term);
      at.add(entry || term.hasDigit(), one, other);
      at.code |= one && !other && term.isCode() && isOwn(fact, term);
      at.ownOfOther += other && !one && isOwn(than, term) ? 1 : 0;
      at.wordsOfOther += one && other && isCloser(than, fact, term) ? 1 : 0;
    }
    return at;
  }

  private static boolean isOwn(Fact fact, Term term) {
    Owner owner = fact.owner();
    return owner != null && owner.distance(term) == 0;
  }

  /** "ATL" may name a flight, or only the search that found it. */
  private static boolean isCloser(Fact nearer, Fact farther, Term term) {
    Owner one = nearer.owner();
    Owner other = farther.owner();
    return one != null && other != null && one.distance(term) < other.distance(term);
  }

  private boolean bears(Fact fact, Term term) {
    Owner owner = fact.owner();
    return owner != null && owner.bears(term, all);
  }

  /**
   * True where two facts answer the same question about their owners: the same key, or two prices
   * of one map; sentences compare with sentences of the same text only.
   */
  static boolean isSameSlot(Fact one, Fact other) {
    Owner a = one.owner();
    Owner b = other.owner();
    if (a == null || b == null || isProse(a) != isProse(b)) {
      return false;
    }
    if (isProse(a)) {
      return a.message() == b.message() && one.name().equals(other.name());
    }
    if (a.kind() == Owner.Kind.ENTRY || b.kind() == Owner.Kind.ENTRY) {
      return a.kind() == b.kind() && a.role().equals(b.role());
    }
    return one.key().equals(other.key());
  }

  private static boolean isSameRole(Fact one, Fact other) {
    Owner a = one.owner();
    Owner b = other.owner();
    return a != null && b != null && a.role().equals(b.role());
  }

  private static boolean isProse(Owner owner) {
    return owner.kind() == Owner.Kind.CLAUSE || owner.kind() == Owner.Kind.SENTENCE;
  }
}
