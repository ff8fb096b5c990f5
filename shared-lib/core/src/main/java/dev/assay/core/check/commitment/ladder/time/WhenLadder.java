package dev.assay.core.check.commitment.ladder.time;

import dev.assay.core.check.commitment.claim.Commitment;
import dev.assay.core.check.commitment.claim.Turn;
import dev.assay.core.check.commitment.evidence.DayShifts;
import dev.assay.core.check.commitment.evidence.EvidenceIndex;
import dev.assay.core.check.commitment.evidence.Fact;
import dev.assay.core.check.commitment.evidence.Facts;
import dev.assay.core.check.commitment.evidence.Owner;
import dev.assay.core.check.commitment.grammar.Zones;
import dev.assay.core.check.commitment.ladder.Ruling;
import dev.assay.core.check.commitment.ledger.WhenKey;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.value.Value.When;
import dev.assay.core.check.commitment.verdict.CommitmentVerdict;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds a date or time against the evidence. The customer's own wishes ground them, too. */
public final class WhenLadder {
  private static final int FEW = 2;

  private final EvidenceIndex index;
  private final Promised promised;
  private final DayShifts shifts;
  private final NamedWhen named;
  private boolean former;
  private Course course = Course.UNKNOWN;

  public WhenLadder(EvidenceIndex index) {
    this.index = index;
    this.promised = new Promised(index);
    this.shifts = new DayShifts(index);
    this.named = new NamedWhen(index, shifts);
  }

  public Ruling judge(Commitment claim, When when, Turn turn) {
    ZoneId said = Zones.named(turn.utterance(), claim.from(), claim.end());
    LocalDate day = when.dates().isEmpty() ? turn.today() : when.dates().getFirst();
    boolean here = said == null || when.times().isEmpty() || Zones.agree(said, index.zone(), day);
    return said == null || here ? local(claim, when, turn) : abroad(claim, when, turn, said);
  }

  /** Instants are compared where a zone was said; records may tell times of that zone, too. */
  private Ruling abroad(Commitment claim, When when, Turn turn, ZoneId said) {
    Ruling plain = local(claim, when, turn);
    boolean known = index.hasInstants() || !index.zone().normalized().equals(ZoneOffset.UTC);
    if (!known || isOfThatZone(when)) {
      return plain;
    }
    Ruling instant = local(claim, Zones.converted(when, said, index.zone(), turn.today()), turn);
    boolean fine = plain.verdict().level() == CommitmentVerdict.Level.FINE;
    boolean same = instant.verdict().level() == CommitmentVerdict.Level.FINE;
    return same || fine ? instant : plain;
  }

  /** A key such as {@code departure_time_est} tells in which zone a record shows its times. */
  private boolean isOfThatZone(When when) {
    for (LocalTime time : when.times()) {
      Optional<Fact> zoned = index.times().best(time, fact -> WhenKey.of(fact.key()).zoned());
      if (zoned.isPresent()) {
        return true;
      }
    }
    return false;
  }

  private Ruling local(Commitment claim, When when, Turn turn) {
    former = WhenWords.isFormer(claim, turn);
    course = Course.of(turn.utterance(), claim.from(), claim.end());
    Ruling weekday = weekday(when);
    if (weekday != null) {
      return weekday;
    }
    Ruling told = named.judge(claim, when, turn, former);
    if (told != null) {
      return told;
    }
    for (LocalDate date : named.days(when)) {
      Ruling grounded =
          when.times().isEmpty() ? date(date, claim, turn) : moment(date, when.times(), turn);
      if (grounded != null) {
        return grounded;
      }
    }
    for (LocalDate date : when.times().isEmpty() ? named.days(when) : List.<LocalDate>of()) {
      Ruling end = promised.judge(claim, date, turn);
      if (end != null) {
        return end;
      }
    }
    Ruling time = when.dates().isEmpty() ? time(when.times()) : null;
    return time != null ? time : refuted(claim, when, turn);
  }

  /** The newer fact of a slot that once held just what is claimed. */
  private @Nullable Fact superseding(When when) {
    for (LocalDate day : named.days(when)) {
      for (LocalTime time : when.times()) {
        Optional<Fact> old = index.moments().best(LocalDateTime.of(day, time), this::isPast);
        if (old.isPresent()) {
          return index.timetable().newer(old.get());
        }
      }
      Optional<Fact> old = index.dates().best(day, this::isPast);
      if (old.isPresent() && when.times().isEmpty()) {
        return index.timetable().newer(old.get());
      }
    }
    for (LocalTime time : when.dates().isEmpty() ? when.times() : List.<LocalTime>of()) {
      Optional<Fact> old = index.times().best(time, this::isPast);
      if (old.isPresent()) {
        return index.timetable().newer(old.get());
      }
    }
    return null;
  }

  private @Nullable Ruling weekday(When when) {
    if (when.weekday() == 0
        || named.days(when).stream()
            .anyMatch(day -> day.getDayOfWeek().getValue() == when.weekday())) {
      return null;
    }
    LocalDate day = when.dates().getFirst();
    boolean sure =
        when.yearStated()
            || !index.datesOn(MonthDay.from(day)).isEmpty()
            || index.moments().newest().isPresent()
            || index.dates().newest().isPresent();
    String reason =
        day
            + " is a "
            + capital(day.getDayOfWeek().name())
            + ", not the weekday that the agent named.";
    return sure
        ? new Ruling(CommitmentVerdict.CONTRADICTED, any().map(Fact::label).orElse(null), reason)
        : Ruling.weak(null, reason);
  }

  private static String capital(String name) {
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  private @Nullable Ruling date(LocalDate date, Commitment claim, Turn turn) {
    Optional<Fact> fact = find(index.dates(), date).or(() -> find(index.momentDates(), date));
    if (fact.isPresent()) {
      return ruling(fact.get());
    }
    if (date.equals(turn.today())) {
      return Ruling.derived("the day of the conversation");
    }
    if (shifts.reaches(date)) {
      return Ruling.derived("so many days from a recorded date, as was said");
    }
    LocalDate before = date.minusDays(1);
    boolean beside =
        WhenWords.isBesideArrival(turn.utterance(), claim.from())
            && (find(index.dates(), before).isPresent()
                || find(index.momentDates(), before).isPresent());
    return beside ? Ruling.nextDay() : null;
  }

  private @Nullable Ruling moment(LocalDate date, List<LocalTime> times, Turn turn) {
    for (LocalTime time : times) {
      Optional<Fact> fact = find(index.moments(), LocalDateTime.of(date, time));
      if (fact.isPresent()) {
        return ruling(fact.get());
      }
      Optional<Fact> day = find(index.dates(), date);
      WhenFit fit = new WhenFit(List.of(date), times, Course.UNKNOWN, false);
      int replaced = index.overriddenAt(time);
      Optional<Fact> clock =
          index
              .times()
              .best(
                  time,
                  known ->
                      fit.pairs(known)
                          && known.message() > replaced
                          && !isPast(known)
                          && !course.opposes(known));
      if (day.isEmpty() && date.equals(turn.today()) && clock.isPresent()) {
        return Ruling.derived("today and " + clock.get().label());
      }
      boolean told =
          index
              .momentDates()
              .best(date, known -> known.source().proves() && !isPast(known))
              .isPresent();
      if (day.isPresent() && clock.isPresent() && !told) {
        return Ruling.derived(day.get().label() + " and " + clock.get().label());
      }
    }
    return null;
  }

  private @Nullable Ruling time(List<LocalTime> times) {
    for (LocalTime time : times) {
      Optional<Fact> fact = find(index.times(), time);
      if (fact.isPresent()) {
        return ruling(fact.get());
      }
    }
    return null;
  }

  /** What the agent asked for and did not get proves nothing, even if the customer wished it. */
  private <K extends Comparable<? super K>> Optional<Fact> find(Facts<K> facts, K value) {
    Object asked = value instanceof LocalDateTime moment ? moment.toLocalTime() : value;
    int replaced = index.overriddenAt(asked);
    boolean clock = !(value instanceof LocalDate);
    return facts.best(
        value,
        fact ->
            fact.message() > replaced
                && !isPast(fact)
                && !(clock ? course.opposes(fact) : course.isOfOtherLeg(fact)));
  }

  /** Superseded by a later result, unless the claim speaks of what was before. */
  private boolean isPast(Fact fact) {
    return !former && index.timetable().newer(fact) != null;
  }

  private static Ruling ruling(Fact fact) {
    return switch (fact.source()) {
      case RESULT, POLICY, CONTEXT, ARGUMENT, USER -> Ruling.grounded(fact);
      case UNSEEN -> Ruling.weak(fact.label(), "Only a result that the agent did not see says so.");
      case ERROR -> Ruling.weak(fact.label(), "Only the message of a failed call says so.");
    };
  }

  private Ruling refuted(Commitment claim, When when, Turn turn) {
    String said = when.normalised();
    Fact newer = superseding(when);
    if (newer != null) {
      return Ruling.stale(newer, when.normalised());
    }
    Ruling misplaced = misplaced(when);
    if (misplaced != null) {
      return misplaced;
    }
    for (LocalDate day : named.days(when)) {
      Optional<Fact> slot = index.momentDates().best(day, fact -> fact.source().proves());
      if (slot.isPresent() && !when.times().isEmpty()) {
        return Ruling.contradicted(slot.get(), said);
      }
    }
    boolean clock = when.dates().isEmpty();
    int known =
        clock
            ? index.times().proven().size()
            : index.dates().proven().size() + index.momentDates().proven().size();
    Optional<Fact> nearest = clock ? index.times().newest() : any();
    if (nearest.isEmpty()) {
      Fact wish = when.times().isEmpty() ? null : index.timetable().wish();
      boolean wished = when.times().stream().anyMatch(time -> index.times().has(time));
      boolean asked = turn.utterance().inSentence(WordClass.CHECK, claim.from());
      boolean echo = wish != null && (asked || (!wished && isEcho(claim, turn)));
      return echo ? Ruling.unsupported(wish, said) : Ruling.notCheckable(claim.type());
    }
    return known <= FEW
        ? Ruling.contradicted(nearest.get(), said)
        : Ruling.unsupported(nearest.get(), said);
  }

  /**
   * Where nothing is recorded, a time that is booked or asked back must be one that the customer
   * named; one that is offered comes from what nobody sees.
   */
  private static boolean isEcho(Commitment claim, Turn turn) {
    Utterance utterance = turn.utterance();
    boolean asks = utterance.classes().has(WordClass.CHECK);
    boolean books = utterance.inSentence(WordClass.EVENT, claim.from());
    boolean offers =
        utterance.inSentence(WordClass.OPEN, claim.from())
            || (utterance.inSentence(WordClass.CHANGE, claim.from())
                && !utterance.inSentence(WordClass.CHECK, claim.from()));
    return (asks || books) && !offers;
  }

  /** A departure's time said of the arrival: recorded, but for the other end or the other leg. */
  private @Nullable Ruling misplaced(When when) {
    for (LocalTime time : when.times()) {
      for (Fact fact : index.timetable().at(time)) {
        Fact own = course.opposes(fact) ? own(fact) : null;
        if (own != null) {
          return Ruling.misplaced(own, fact, when.normalised());
        }
      }
    }
    return null;
  }

  /** The time that the same thing has under the key that is meant. */
  private @Nullable Fact own(Fact other) {
    Owner owner = other.owner();
    for (Owner.Held held : owner == null ? List.<Owner.Held>of() : owner.held()) {
      boolean meant =
          !course.opposes(held.fact())
              && (Journey.ofKey(held.fact().key()) == course.journey()
                  || Leg.ofKey(held.fact().key()) == course.leg());
      if (held.value() instanceof LocalTime && meant) {
        return held.fact();
      }
    }
    return null;
  }

  private Optional<Fact> any() {
    return index.moments().newest().or(() -> index.dates().newest());
  }
}
