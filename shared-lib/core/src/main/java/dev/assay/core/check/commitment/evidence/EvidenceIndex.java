package dev.assay.core.check.commitment.evidence;

import dev.assay.core.check.commitment.ledger.Keys;
import dev.assay.core.check.commitment.text.Decimals;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.verdict.CommitmentType;
import dev.assay.core.trace.Json;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything the conversation has shown so far, by type and value. It grows message by message; a
 * claim is held against what was there when it was made. One per trace; not for several threads.
 */
public final class EvidenceIndex {
  private static final int MOST_COUNTS = 64;
  private static final int MOST_MEASURES = 8;
  private static final long MOST_MEASURED = 10_000 * Decimals.ONE;
  private static final int MOST_SHIFTS = 4;
  private static final int MOST_TARIFF = 64;

  private final Facts<Long> money = new Facts<>();
  private final Facts<Long> percents = new Facts<>();
  private final Spans spans = new Spans();
  private final Set<Integer> shifts = new HashSet<>();
  private final Diary diary = new Diary();
  private final Set<Long> tariff = new HashSet<>();
  private final Set<Long> counts = new HashSet<>();
  private final Columns columns = new Columns();
  private final Set<Long> established = new HashSet<>();
  private final List<Long> recentMoney = new ArrayList<>();
  private final Map<Object, Integer> overridden = new HashMap<>();
  private final Owners owners = new Owners();
  private final LinkedHashSet<Long> measures = new LinkedHashSet<>();
  private ZoneId zone = ZoneOffset.UTC;
  private boolean instants;
  private final TermsBook terms = new TermsBook();
  private int shiftedAt = -1;
  private int askedAt = -1;
  private final Rates rates = new Rates();
  private final RecordSlots recordSlots = new RecordSlots();
  private int version;

  void money(long value, Fact fact) {
    if (value == Token.NONE) {
      return;
    }
    version++;
    Long amount = Math.abs(value);
    money.add(amount, fact);
    hold(amount, fact);
    if (fact.source().proves()) {
      recentMoney.add(amount);
    }
    boolean stated = fact.source() == Fact.Source.POLICY || fact.source() == Fact.Source.CONTEXT;
    if (stated && tariff.size() < MOST_TARIFF) {
      tariff.add(amount);
    }
    if (fact.source() == Fact.Source.RESULT) {
      recordSlots.add(fact);
    }
  }

  private static void hold(Comparable<?> value, Fact fact) {
    hold(value, fact, false);
  }

  private static void hold(Comparable<?> value, Fact fact, boolean share) {
    Owner owner = fact.owner();
    if (owner != null) {
      owner.hold(value, fact, share);
    }
  }

  void percent(long value, Fact fact) {
    percents.add(value, fact);
    hold(value, fact, true);
  }

  void date(LocalDate date, Fact fact) {
    askedAt = fact.source() == Fact.Source.ARGUMENT ? Math.max(askedAt, fact.message()) : askedAt;
    diary.note(date, fact);
    hold(date, fact);
  }

  void time(LocalTime time, Fact fact) {
    diary.note(time, fact);
    hold(time, fact);
  }

  void moment(LocalDateTime moment, Fact fact) {
    diary.note(moment, fact);
    hold(moment, fact);
  }

  void count(long whole) {
    if (whole > 1 && whole <= 100 && counts.size() < MOST_COUNTS && counts.add(whole)) {
      version++;
    }
  }

  /**
   * A recorded number that is no amount: hours, kilowatt-hours, sessions.
   *
   * @param value ten-thousandths
   */
  void measure(long value) {
    if (value > Decimals.ONE && value < MOST_MEASURED) {
      measures.remove(value);
      if (measures.size() >= MOST_MEASURES) {
        measures.removeFirst();
      }
      measures.add(value);
    }
  }

  /** The newest of them, each once. */
  public Set<Long> measures() {
    return measures;
  }

  /** A list whose amounts may be added up. */
  void list(Json.Arr list, String tool) {
    version += columns.add(list, tool) ? 1 : 0;
  }

  /** The amounts of policies and documents, each once. */
  public Set<Long> tariff() {
    return tariff;
  }

  /** A value the agent asked for and the result replaced by another. */
  void override(Object value, int message) {
    overridden.put(value, message);
  }

  /** The message that replaced a value; -2 where none did. */
  public int overriddenAt(Object value) {
    return overridden.getOrDefault(value, -2);
  }

  /** Terms and counts. */
  public TermsBook terms() {
    return terms;
  }

  /** Changes whenever an amount, a count or a column was added. */
  public int version() {
    return version;
  }

  public Facts<Long> money() {
    return money;
  }

  /** An amount that the agent reckoned soundly: later amounts may be reckoned with it. */
  public void established(long value) {
    if (established.add(value)) {
      recentMoney.add(value);
      version++;
    }
  }

  public boolean isEstablished(long value) {
    return established.contains(value);
  }

  /** Proving amounts in the order they came, repetitions included. */
  public List<Long> recentMoney() {
    return recentMoney;
  }

  /** The one recorded value of a slot; none where there are several. */
  public Optional<Fact> only(CommitmentType slot) {
    return recordSlots.only(slot);
  }

  /** What units are worth. */
  public Rates rates() {
    return rates;
  }

  /** What replaced what. */
  public RecordSlots slots() {
    return recordSlots;
  }

  /** The type of commitment that the key of an amount answers. */
  public CommitmentType slot(Fact fact) {
    return Keys.slot(fact.key());
  }

  /** Whose the recorded values are. */
  public Owners owners() {
    return owners;
  }

  public Facts<Long> percents() {
    return percents;
  }

  /** Dates and times with every record that has them. */
  public Timetable timetable() {
    return diary.timetable();
  }

  /** The zone whose clock the conversation goes by. */
  public void zone(ZoneId conversation) {
    zone = conversation;
  }

  /** A record told an instant with its offset. */
  void instant(LocalDateTime shown, Fact fact) {
    instants = true;
    moment(shown, fact);
  }

  /** True where records tell instants, not only what some clock shows. */
  public boolean hasInstants() {
    return instants;
  }

  public ZoneId zone() {
    return zone;
  }

  /** "Two days later": somebody reckoned with so many days. */
  void shift(int days, int message) {
    shiftedAt = message;
    if (shifts.size() < MOST_SHIFTS) {
      shifts.add(days);
    }
  }

  /** Empty once a call asked for a date: that tells which one was meant. */
  Set<Integer> shifts() {
    return askedAt > shiftedAt ? Set.of() : shifts;
  }

  public Spans spans() {
    return spans;
  }

  public Facts<LocalDateTime> moments() {
    return diary.moments();
  }

  public Facts<LocalDate> dates() {
    return diary.dates();
  }

  public Facts<LocalDate> momentDates() {
    return diary.momentDates();
  }

  public Facts<LocalTime> times() {
    return diary.times();
  }

  public Set<LocalDate> datesOn(MonthDay day) {
    return diary.datesOn(day);
  }

  public Set<Long> counts() {
    return counts;
  }

  public List<Columns.Column> columns() {
    return columns.all();
  }
}
