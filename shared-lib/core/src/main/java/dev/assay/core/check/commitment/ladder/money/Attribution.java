package dev.assay.core.check.commitment.ladder.money;

import dev.assay.core.check.commitment.evidence.Fact;
import dev.assay.core.check.commitment.evidence.Owner;
import dev.assay.core.check.commitment.evidence.Owner.Held;
import dev.assay.core.check.commitment.evidence.Owners.Term;
import dev.assay.core.check.commitment.ladder.money.Vicinity.Level;
import java.util.ArrayList;
import java.util.HashSet;
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

  private final List<Level> levels;
  private final Set<Term> said = new HashSet<>();
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
    for (Level level : levels) {
      said.addAll(level.terms());
    }
  }

  /** A wanted value with how it is named. */
  private record Candidate(Held held, Standing standing) {}

  /** The wanted values of everything that some terms name. */
  private final class Values {
    private final List<Held> named = new ArrayList<>();
    private boolean complete = true;

    void collect(Term term) {
      for (Owner owner : term.owners()) {
        collect(owner, 0);
      }
    }

    private void collect(Owner owner, int depth) {
      if (named.size() >= MOST_VALUES) {
        complete = false;
      }
      if (!complete || depth > DEEPEST || !owner.visit(this)) {
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

  /** The values of all that is named nearby; empty where they are too many. */
  List<Held> named() {
    return named(standings(List.of()), false);
  }

  /**
   * The values of what is named nearby by any of the terms; empty where they are too many.
   *
   * @param apart only by terms that do not name each of these
   * @param ids only by IDs
   */
  private List<Held> named(List<Standing> apart, boolean ids) {
    Values values = new Values();
    for (int i = 0; i < levels.size(); i++) {
      Level level = levels.get(i);
      long by = ids ? level.ids() : -1;
      long common = apart.isEmpty() ? 0 : -1;
      for (Standing standing : apart) {
        common &= standing.borne(i);
      }
      for (int j = 0; j < level.terms().size(); j++) {
        if ((by & ~common & 1L << j) != 0) {
          values.collect(level.terms().get(j));
        }
      }
    }
    return values.complete ? values.named : List.of();
  }

  private List<Standing> standings(List<Fact> facts) {
    List<Standing> standings = new ArrayList<>(facts.size());
    for (Fact fact : facts) {
      standings.add(standing(fact));
    }
    return standings;
  }

  private Standing standing(Fact fact) {
    return new Standing(fact, levels, said);
  }

  /**
   * The values of what is named nearby for sure: by an ID, else by every word of the nearest place;
   * of a map only the entries that were named, if any was.
   */
  List<Held> plainlyNamed() {
    boolean id = false;
    for (Term term : said) {
      id |= term.hasDigit() && !term.owners().isEmpty();
    }
    return plain(named(List.of(), id), id);
  }

  /** The values of the IDs further off, before and behind. */
  List<Held> namedAround() {
    Values values = new Values();
    vicinity.idsAround().forEach(values::collect);
    return values.complete ? plain(values.named, true) : List.of();
  }

  private List<Held> plain(List<Held> named, boolean id) {
    List<Standing> standings = new ArrayList<>(named.size());
    boolean entry = false;
    for (Held held : named) {
      Standing standing = standing(held.fact());
      standings.add(standing);
      entry |= standing.isNamedEntry();
    }
    List<Held> plain = new ArrayList<>();
    for (int i = 0; i < named.size(); i++) {
      Standing standing = standings.get(i);
      boolean other = entry && standing.isEntry() && !standing.isNamedEntry();
      if (!other && (id || standing.isNamedByAll(0))) {
        plain.add(named.get(i));
      }
    }
    return plain;
  }

  /**
   * A value, of the same slot, that the words name better than each of these facts; none where the
   * facts are named as well as any. Of several that are better one is told, where the clause itself
   * names them or the facts are not named at all.
   */
  Optional<Held> better(List<Fact> facts) {
    List<Standing> known = standings(facts);
    int protecting = inPlace ? 1 : levels.size();
    List<Candidate> better = new ArrayList<>();
    for (Held held : named(known, false)) {
      Standing standing = isComparable(held.fact(), known) ? standing(held.fact()) : null;
      if (standing != null && isBetter(standing, known, protecting)) {
        better.add(new Candidate(held, standing));
      }
    }
    Optional<Held> only = onlyBest(better);
    if (only.isPresent() || better.isEmpty()) {
      return only;
    }
    boolean unnamed = isNoneNamed(known);
    for (Candidate one : better) {
      if (unnamed || isOfClause(one.held().fact(), facts)) {
        return Optional.of(one.held());
      }
    }
    return Optional.empty();
  }

  private static boolean isNoneNamed(List<Standing> standings) {
    for (Standing standing : standings) {
      if (standing.isNamed()) {
        return false;
      }
    }
    return true;
  }

  /** The clause itself names it, and none of the others. */
  boolean isOfClause(Fact fact, List<Fact> others) {
    for (Term term : vicinity.ofClause()) {
      if (bears(fact, term) && !isBorne(others, term)) {
        return true;
      }
    }
    return false;
  }

  private boolean isBorne(List<Fact> facts, Term term) {
    for (Fact fact : facts) {
      if (bears(fact, term)) {
        return true;
      }
    }
    return false;
  }

  private boolean bears(Fact fact, Term term) {
    Owner owner = fact.owner();
    return owner != null && owner.bears(term, said);
  }

  private boolean isBetter(Standing one, List<Standing> others, int protecting) {
    for (Standing other : others) {
      if (!one.isBetter(other, inPlace, protecting)) {
        return false;
      }
    }
    return true;
  }

  /** The one value that the words name best; none where several values are named as well. */
  Optional<Held> best() {
    List<Candidate> candidates = new ArrayList<>();
    for (Held held : named()) {
      candidates.add(new Candidate(held, standing(held.fact())));
    }
    return onlyBest(candidates);
  }

  private Optional<Held> onlyBest(List<Candidate> candidates) {
    Candidate best = null;
    for (Candidate one : candidates) {
      best = best == null || one.standing().isBetter(best.standing(), inPlace, 0) ? one : best;
    }
    if (best == null || !isNamedNearest(best, candidates)) {
      return Optional.empty();
    }
    for (Candidate one : candidates) {
      boolean other = !one.held().value().equals(best.held().value());
      if (other && !best.standing().isBetter(one.standing(), inPlace, 0)) {
        return Optional.empty();
      }
    }
    return Optional.of(best.held());
  }

  /** The nearest place that names any of them must name this one. */
  private boolean isNamedNearest(Candidate best, List<Candidate> candidates) {
    for (int i = 0; i < levels.size(); i++) {
      if (best.standing().isNamed(i)) {
        return true;
      }
      for (Candidate one : candidates) {
        if (one.standing().isNamed(i)) {
          return false;
        }
      }
    }
    return false;
  }

  /** An "amount" of another list is another thing, unless the other is not named at all. */
  private static boolean isComparable(Fact fact, List<Standing> known) {
    for (Standing than : known) {
      if (fact.isOfSlot(than.fact())
          && (!Standing.isGeneric(fact) || isSameRole(fact, than.fact()) || !than.isNamed())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSameRole(Fact one, Fact other) {
    Owner a = one.owner();
    Owner b = other.owner();
    return a != null && b != null && a.role().equals(b.role());
  }
}
