package dev.assay.core.check.commitment.evidence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The recorded dates and times by value, each with every record that has it. */
public final class Timetable {
  /** Who looks through more records than this learns nothing more. */
  private static final int MOST = 512;

  private final Map<LocalDate, List<Fact>> dates = new HashMap<>();
  private final Map<LocalTime, List<Fact>> times = new HashMap<>();
  private final Map<Long, Fact> latest = new HashMap<>();
  private @Nullable Fact wish;

  void date(LocalDate date, Fact fact) {
    latest(fact);
    add(dates.computeIfAbsent(date, k -> new ArrayList<>(2)), fact);
  }

  void time(LocalTime time, Fact fact) {
    latest(fact);
    wish = fact.source() == Fact.Source.USER ? fact : wish;
    add(times.computeIfAbsent(time, k -> new ArrayList<>(2)), fact);
  }

  void moment(LocalDateTime moment, Fact fact) {
    date(moment.toLocalDate(), fact);
    time(moment.toLocalTime(), fact);
  }

  /** Remembers the newest value of a slot of the only thing that a result shows. */
  private void latest(Fact fact) {
    long slot = slot(fact);
    if (slot != 0 && fact.source() == Fact.Source.RESULT) {
      latest.put(slot, fact);
    }
  }

  /** 0 for what is one of many: a flight is on several days. */
  private static long slot(Fact fact) {
    Owner owner = fact.owner();
    boolean only =
        owner != null
            && owner.identity() != 0
            && owner.role().isEmpty()
            && owner.parent() != null
            && owner.parent().parent() == null;
    return only && owner != null ? owner.identity() * 31L + fact.key().hashCode() : 0;
  }

  /** What a later result says in the same slot; null where the fact still stands. */
  public @Nullable Fact newer(Fact fact) {
    long slot = slot(fact);
    Fact newest = slot == 0 ? null : latest.get(slot);
    boolean newer =
        newest != null && newest.message() > fact.message() && !newest.value().equals(fact.value());
    return newer ? newest : null;
  }

  private static void add(List<Fact> facts, Fact fact) {
    if (fact.source().proves() && facts.size() < MOST) {
      facts.add(fact);
    }
  }

  /** The time that the customer named last; null where none was. */
  public @Nullable Fact wish() {
    return wish;
  }

  /** The proving facts with a date, moments on it among them. */
  public List<Fact> at(LocalDate date) {
    return dates.getOrDefault(date, List.of());
  }

  public List<Fact> at(LocalTime time) {
    return times.getOrDefault(time, List.of());
  }
}
