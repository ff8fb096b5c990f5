package dev.assay.core.check.commitment.ladder;

import dev.assay.core.check.commitment.claim.Commitment;
import dev.assay.core.check.commitment.claim.Turn;
import dev.assay.core.check.commitment.evidence.EvidenceIndex;
import dev.assay.core.check.commitment.evidence.Fact;
import dev.assay.core.check.commitment.evidence.Owner;
import dev.assay.core.check.commitment.evidence.Owner.Held;
import dev.assay.core.check.commitment.text.Clauses;
import dev.assay.core.check.commitment.text.Outline;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.Value;
import dev.assay.core.check.commitment.value.Value.Money;
import dev.assay.core.check.commitment.value.Value.When;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values that are said in one breath are of one record: where the flight at 9:30 has another fare
 * than the one that is named beside it, that fare is another flight's. Only values of other keys
 * tell, from the nearest place that has any; one that agrees is enough.
 */
public final class Company {
  /** A value that more records have than this tells nothing about one of them. */
  private static final int MOST_RECORDS = 6;

  private static final int MOST_BESIDE = 8;
  private static final int REACH = 60;

  /** Of a record so many parts are looked at; a larger one tells nothing. */
  private static final int MOST_PARTS = 48;

  private static final int DEEPEST = 3;

  private final EvidenceIndex index;
  private final Turn turn;
  private final int from;
  private final int end;
  private final List<Fact> facts;
  private final Comparable<?> value;
  private boolean told;
  private boolean fits;
  private @Nullable Fact differing;

  /**
   * @param facts where the claimed value is recorded
   */
  public Company(
      EvidenceIndex index, Turn turn, Commitment claim, Comparable<?> value, List<Fact> facts) {
    this.index = index;
    this.turn = turn;
    this.from = claim.from();
    this.end = claim.end();
    this.value = value;
    this.facts = facts;
  }

  /** What the record of the values beside has instead; null where one agrees or none tells. */
  public @Nullable Fact instead() {
    if (facts.isEmpty() || isAnyWithoutKey()) {
      return null;
    }
    Clauses clauses = turn.utterance().clauses();
    Outline outline = turn.outline();
    int line = outline.line(from);
    int start = outline.from(line);
    int stop = outline.end(line);
    within(
        Math.max(start, clauses.sentenceStart(from)), Math.min(stop, clauses.sentenceEnd(end - 1)));
    if (!told) {
      within(start, stop);
    }
    return fits ? null : differing;
  }

  private boolean isAnyWithoutKey() {
    for (Fact fact : facts) {
      if (fact.key().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private void within(int low, int high) {
    int first = Math.max(low, from - REACH);
    int last = Math.min(high, end + REACH);
    List<Mention> mentions = turn.mentions();
    int looked = 0;
    for (int i = firstAt(first);
        i < mentions.size() && mentions.get(i).from() < last && looked < MOST_BESIDE;
        i++) {
      Mention beside = mentions.get(i);
      if (beside.end() <= from || beside.from() >= end) {
        looked++;
        hear(beside);
      }
    }
  }

  private int firstAt(int token) {
    List<Mention> mentions = turn.mentions();
    int low = 0;
    int high = mentions.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (mentions.get(middle).from() < token) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void hear(Mention beside) {
    List<Owner> records = records(beside.value());
    Fact other = null;
    for (Owner record : records) {
      Slot slot = new Slot();
      slot.look(record, 0);
      if (slot.fits) {
        told = true;
        fits = true;
        return;
      }
      other = slot.other == null ? other : slot.other;
    }
    if (other != null) {
      told = true;
      differing = differing == null ? other : differing;
    }
  }

  /** The records that have a value, under another key than the claimed one's. */
  private List<Owner> records(Value beside) {
    List<Owner> records = new ArrayList<>();
    if (beside instanceof Money money && money.readings().size() == 1) {
      add(index.money().of(money.readings().getFirst()), records);
    } else if (beside instanceof When when) {
      for (LocalTime time : when.times()) {
        add(index.timetable().at(time), records);
      }
      for (LocalDate date : when.times().isEmpty() ? when.dates() : List.<LocalDate>of()) {
        add(index.timetable().at(date), records);
      }
    }
    return records.size() > MOST_RECORDS ? List.of() : records;
  }

  private void add(List<Fact> known, List<Owner> records) {
    for (Fact fact : known) {
      Owner record = record(fact);
      boolean other = record != null && !isClaimedKey(fact) && !isOtherState(record);
      if (other && !records.contains(record) && records.size() <= MOST_RECORDS) {
        records.add(record);
      }
    }
  }

  /** What the value is of: of an entry, what its map is of. */
  private static @Nullable Owner record(Fact fact) {
    Owner owner = fact.owner();
    if (owner == null || fact.key().isEmpty() || !fact.source().proves()) {
      return null;
    }
    Owner map = owner.kind() == Owner.Kind.ENTRY ? owner.parent() : null;
    return map == null ? owner : map.parent();
  }

  /** The only thing that another result shows may be the same thing at another time. */
  private boolean isOtherState(Owner record) {
    Owner root = record.parent();
    boolean whole = root == null || (record.role().isEmpty() && root.parent() == null);
    return whole && facts.stream().noneMatch(fact -> fact.message() == record.message());
  }

  private boolean isClaimedKey(Fact fact) {
    for (Fact claimed : facts) {
      if (claimed.isOfSlot(fact)) {
        return true;
      }
    }
    return false;
  }

  /** What one record has under the key of the claimed value. */
  private final class Slot {
    private boolean fits;
    private @Nullable Fact other;
    private int looked;

    void look(Owner owner, int depth) {
      for (Held held : owner.held()) {
        boolean same = held.value().getClass() == value.getClass() && isClaimedKey(held.fact());
        if (same && held.value().equals(value)) {
          fits = true;
        } else if (same && other == null) {
          other = held.fact();
        }
      }
      for (Owner child : depth < DEEPEST ? owner.children() : List.<Owner>of()) {
        if (++looked > MOST_PARTS) {
          fits = true;
          return;
        }
        look(child, depth + 1);
      }
    }
  }
}
