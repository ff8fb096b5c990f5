package dev.assay.core.check.commitment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The newest value of every slot: the same key of the same thing, shown again, replaces what was
 * shown before. Only results count; what has no identity has no slot.
 */
final class RecordSlots {
  private final Map<Long, Fact> newest = new HashMap<>();
  private final Map<Long, Integer> values = new HashMap<>();

  void add(long value, Fact fact) {
    long slot = slot(fact);
    if (slot == 0 || fact.source() != Fact.Source.RESULT) {
      return;
    }
    newest.put(slot, fact);
    values.put(slot * 31 + value, fact.message());
  }

  /** The fact that replaced all of these; none where one of them still stands, or was no result. */
  Optional<Fact> newer(List<Fact> facts) {
    Fact newer = null;
    for (Fact fact : facts) {
      if (fact.source().proves()) {
        newer = replaced(fact, newer);
        if (newer == null) {
          return Optional.empty();
        }
      }
    }
    return Optional.ofNullable(newer);
  }

  private @Nullable Fact replaced(Fact fact, @Nullable Fact known) {
    long slot = slot(fact);
    Fact last = slot == 0 || fact.source() != Fact.Source.RESULT ? null : newest.get(slot);
    boolean stands =
        last == null || last.message() <= fact.message() || last.value().equals(fact.value());
    return stands || last == null ? null : known == null || last.message() > known.message() ? last : known;
  }

  /** 0 where nothing identifies whose value it is. */
  private static long slot(Fact fact) {
    Owner owner = fact.owner();
    if (owner == null || owner.kind() == Owner.Kind.CLAUSE) {
      return 0;
    }
    long hash = fact.key().hashCode();
    boolean identified = false;
    for (Owner at = owner; at.parent() != null; at = at.parent()) {
      hash = hash * 1_000_003 + at.role().hashCode() * 31L + at.identity();
      identified = at.identity() != 0 && at.role().isEmpty();
    }
    return identified ? hash : hash * 1_000_003 + root(owner);
  }

  /**
   * A result that is no identified thing, such as a list, is what a tool gave for a question: the
   * fares of another day are no newer fares.
   */
  private static long root(Owner owner) {
    Owner root = owner;
    for (Owner above = root.parent(); above != null; above = above.parent()) {
      root = above;
    }
    return root.role().hashCode() * 31L + root.identity();
  }
}
