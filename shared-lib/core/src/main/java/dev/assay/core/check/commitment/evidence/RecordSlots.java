package dev.assay.core.check.commitment.evidence;

import dev.assay.core.check.commitment.ledger.Keys;
import dev.assay.core.check.commitment.verdict.CommitmentType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The newest value of every slot: the same key of the same thing, shown again, replaces what was
 * shown before. Only results count; what has no identity has no slot. Read when somebody first
 * asks.
 */
public final class RecordSlots {
  private final List<Fact> waiting = new ArrayList<>();
  private final Map<Long, Fact> newest = new HashMap<>();
  private final Map<CommitmentType, Slot> slots = new EnumMap<>(CommitmentType.class);

  /** The recorded value of a slot such as the fee, as long as it is only one. */
  private record Slot(Fact fact, boolean single) {}

  /** A recorded amount. */
  void add(Fact fact) {
    waiting.add(fact);
  }

  private void read() {
    for (Fact fact : waiting) {
      slots.merge(Keys.slot(fact.key()), new Slot(fact, true), RecordSlots::join);
      long slot = slot(fact);
      if (slot != 0) {
        newest.put(slot, fact);
      }
    }
    waiting.clear();
  }

  private static Slot join(Slot old, Slot added) {
    return new Slot(added.fact(), old.single() && old.fact().value().equals(added.fact().value()));
  }

  /** The one recorded value of a slot; none where there are several. */
  Optional<Fact> only(CommitmentType slot) {
    read();
    Slot known = slots.get(slot);
    return known != null && known.single() ? Optional.of(known.fact()) : Optional.empty();
  }

  /** The fact that replaced all of these; none where one of them still stands, or was no result. */
  public Optional<Fact> newer(List<Fact> facts) {
    read();
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
    if (last == null || last.message() <= fact.message() || last.value().equals(fact.value())) {
      return null;
    }
    return known == null || last.message() > known.message() ? last : known;
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
