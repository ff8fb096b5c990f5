package dev.assay.core.check.commitment.ladder.time;

import dev.assay.core.check.commitment.claim.Commitment;
import dev.assay.core.check.commitment.claim.Turn;
import dev.assay.core.check.commitment.evidence.DayShifts;
import dev.assay.core.check.commitment.evidence.EvidenceIndex;
import dev.assay.core.check.commitment.evidence.Fact;
import dev.assay.core.check.commitment.evidence.Facts;
import dev.assay.core.check.commitment.evidence.Owner;
import dev.assay.core.check.commitment.ladder.Company;
import dev.assay.core.check.commitment.ladder.Ruling;
import dev.assay.core.check.commitment.value.Value.When;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds a date or time against the recorded things that are named around it: a time near a flight
 * must be one of that flight's.
 */
final class NamedWhen {
  /** Neighbours in a list this short are the parts of one thing. */
  private static final int MOST_LEGS = 6;

  private final EvidenceIndex index;
  private final DayShifts shifts;
  private @Nullable Turn spoken;
  private @Nullable Subjects subjects;

  NamedWhen(EvidenceIndex index, DayShifts shifts) {
    this.index = index;
    this.shifts = shifts;
  }

  /** What the recorded things that are named around the claim say; null where they say nothing. */
  @Nullable Ruling judge(Commitment claim, When when, Turn turn, boolean former) {
    Course course = Course.inSpan(turn.utterance(), claim.from(), claim.end());
    WhenFit fit =
        new WhenFit(days(when), when.times(), course, WhenWords.isLogged(claim, when, turn));
    Subjects.Found found = subjects(turn).of(claim.from(), claim.end(), fit::of);
    if (found.owners().isEmpty()) {
      return former ? null : unlike(claim, when, turn, course);
    }
    Fact fitting = fit.fitting(found.owners().getFirst());
    if (fitting != null) {
      Ruling unlike = found.identified() || former ? null : unlike(claim, when, turn, course);
      if (unlike != null) {
        return unlike;
      }
      Fact newer = index.timetable().newer(fitting);
      return newer == null || former
          ? Ruling.grounded(fitting)
          : Ruling.stale(newer, when.normalised());
    }
    Fact own = fit.instead(found.owners().getLast());
    if (own == null || isOfRelated(found, fit, claim, turn) || isChange(claim, when, turn)) {
      return null;
    }
    Ruling arrival = arrival(found.owners(), claim, when, turn);
    if (arrival != null) {
      return arrival;
    }
    boolean proposed = WhenWords.isProposed(claim, turn);
    Ruling wished =
        found.identified() && !proposed
            ? null
            : wished(own, when, fit, WhenWords.isCustomersPlan(claim, turn));
    return wished == null ? differing(own, when, fit) : wished;
  }

  /** A time of which what is said beside it is no time of the same record. */
  private @Nullable Ruling unlike(Commitment claim, When when, Turn turn, Course course) {
    if (when.times().size() != 1) {
      return null;
    }
    LocalTime time = when.times().getFirst();
    List<Fact> facts = index.timetable().at(time);
    facts = facts.stream().filter(fact -> !course.opposes(fact)).toList();
    Fact own = new Company(index, turn, claim, time, facts).instead();
    return own == null ? null : Ruling.misattributed(own, facts.getFirst(), when.normalised());
  }

  /** A flight's booking was made on some day, too, and has another leg. */
  private boolean isOfRelated(Subjects.Found found, WhenFit fit, Commitment claim, Turn turn) {
    Owner named = found.owners().getLast();
    for (LocalDate day : fit.days()) {
      for (Fact fact : index.timetable().at(day)) {
        Owner holder = fact.owner();
        if (fit.isBirthday(fact) || (fit.isLogged(fact) && WhenWords.isLogging(claim, turn))) {
          return true;
        }
        if (holder != null && isRelated(named, holder, found.identified())) {
          return !fit.isLogged(fact);
        }
      }
    }
    return false;
  }

  private static boolean isRelated(Owner named, Owner holder, boolean identified) {
    boolean thing = holder.parent() != null;
    Owner whole = named.parent();
    boolean legs =
        !identified
            && whole != null
            && whole == holder.parent()
            && whole.children().size() <= MOST_LEGS;
    return legs || (thing && named.isWithin(holder));
  }

  /** "I will move the booking to May 24", as was wished or looked for. */
  private boolean isChange(Commitment claim, When when, Turn turn) {
    boolean asked = false;
    for (LocalDate day : days(when)) {
      asked |=
          index
              .dates()
              .best(day, fact -> fact.source() == Fact.Source.ARGUMENT)
              .or(() -> index.dates().best(day, fact -> fact.source() == Fact.Source.USER))
              .isPresent();
      asked |= shifts.reaches(day) || WhenWords.isSaidRelatively(day, claim, turn);
    }
    return asked && WhenWords.hasChangeBefore(turn.utterance(), claim.from());
  }

  /** "Arrival: 12:00 AM (May 25)" of a flight on the 24th. */
  private @Nullable Ruling arrival(List<Owner> owners, Commitment claim, When when, Turn turn) {
    if (!WhenWords.isBesideArrival(turn.utterance(), claim.from())) {
      return null;
    }
    List<LocalDate> before = days(when).stream().map(day -> day.minusDays(1)).toList();
    WhenFit fit = new WhenFit(before, when.times(), Course.UNKNOWN, false);
    boolean told = !when.times().isEmpty() && fit.hasTime(owners.getFirst());
    return !before.isEmpty() && !told && fit.fitting(owners.getFirst()) != null
        ? Ruling.nextDay()
        : null;
  }

  /** What only the customer said; of the customer's own plans also what is recorded, too. */
  private @Nullable Ruling wished(Fact own, When when, WhenFit fit, boolean planned) {
    for (LocalDate day : fit.days()) {
      if (when.times().isEmpty() && isWished(index.dates(), day, planned)) {
        return Ruling.weak(own.label(), "The customer wished it; what is recorded differs.");
      }
    }
    for (LocalTime time : when.times()) {
      if (isWished(index.times(), time, planned)) {
        return Ruling.weak(own.label(), "The customer wished it; what is recorded differs.");
      }
    }
    return null;
  }

  private Ruling differing(Fact own, When when, WhenFit fit) {
    String said = when.normalised();
    Fact other = null;
    for (LocalTime time : when.times()) {
      other = elsewhere(index.timetable().at(time), fit, other);
    }
    for (LocalDate day : when.times().isEmpty() ? fit.days() : List.<LocalDate>of()) {
      other = elsewhere(index.timetable().at(day), fit, other);
    }
    return other == null ? Ruling.contradicted(own, said) : Ruling.misattributed(own, other, said);
  }

  private static <K extends Comparable<? super K>> boolean isWished(
      Facts<K> facts, K value, boolean planned) {
    return facts
        .best(value, fact -> !planned || isOfCustomer(fact))
        .filter(NamedWhen::isOfCustomer)
        .isPresent();
  }

  private static boolean isOfCustomer(Fact fact) {
    return fact.source() == Fact.Source.USER;
  }

  private static @Nullable Fact elsewhere(List<Fact> facts, WhenFit fit, @Nullable Fact known) {
    for (Fact fact : facts) {
      if (fit.isOnDay(fact.owner())) {
        return fact;
      }
    }
    return known;
  }

  private Subjects subjects(Turn turn) {
    Subjects known = subjects;
    if (known == null || spoken != turn) {
      spoken = turn;
      known = new Subjects(turn.utterance(), index.owners());
      subjects = known;
    }
    return known;
  }

  /** The days meant; one without a year also stands for every recorded day of that name. */
  List<LocalDate> days(When when) {
    List<LocalDate> days = new ArrayList<>(when.dates());
    if (!when.yearStated()) {
      when.dates().forEach(date -> days.addAll(index.datesOn(MonthDay.from(date))));
    }
    return days;
  }
}
