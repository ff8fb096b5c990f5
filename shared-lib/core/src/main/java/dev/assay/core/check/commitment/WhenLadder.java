package dev.assay.core.check.commitment;

import dev.assay.core.check.commitment.Value.When;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds a date or time against the evidence. The customer's own wishes ground them, too. */
final class WhenLadder {
  private static final int FEW = 2;

  /** Words of a change tell about what follows them this far. */
  private static final int CHANGE_REACH = 60;

  private static final int ARRIVAL_REACH = 8;

  /** Neighbours in a list this short are the parts of one thing. */
  private static final int MOST_LEGS = 6;

  private final EvidenceIndex index;
  private final Lexicon keys = Lexicon.of("en");
  private @Nullable Turn spoken;
  private @Nullable Subjects subjects;

  WhenLadder(EvidenceIndex index) {
    this.index = index;
  }

  Ruling judge(Commitment claim, When when, Turn turn) {
    Ruling weekday = weekday(when);
    if (weekday != null) {
      return weekday;
    }
    Ruling named = named(claim, when, turn);
    if (named != null) {
      return named;
    }
    for (LocalDate date : days(when)) {
      Ruling grounded =
          when.times().isEmpty() ? date(date, claim, turn) : moment(date, when.times());
      if (grounded != null) {
        return grounded;
      }
    }
    Ruling time = when.dates().isEmpty() ? time(when.times()) : null;
    return time != null ? time : refuted(claim, when);
  }

  /** What the recorded things that are named around the claim say; null where they say nothing. */
  private @Nullable Ruling named(Commitment claim, When when, Turn turn) {
    Journey journey = Journey.of(turn.utterance(), claim.from(), claim.end());
    WhenFit fit = new WhenFit(days(when), when.times(), journey, keys);
    Subjects.Found found = subjects(turn).of(claim.from(), claim.end(), fit::of);
    if (found.owners().isEmpty()) {
      return null;
    }
    Fact fitting = fit.fitting(found.owners().getFirst());
    if (fitting != null) {
      return Ruling.grounded(fitting);
    }
    Fact own = fit.instead(found.owners().getLast());
    if (own == null || isOfRelated(found, fit, claim, turn) || isChange(claim, when, turn)) {
      return null;
    }
    Ruling arrival = arrival(found.owners(), claim, when, turn);
    return arrival == null ? differing(own, when, fit) : arrival;
  }

  /** A flight's booking was made on some day, too, and has another leg. */
  private boolean isOfRelated(Subjects.Found found, WhenFit fit, Commitment claim, Turn turn) {
    Owner named = found.owners().getLast();
    for (LocalDate day : fit.days()) {
      for (Fact fact : index.timetable().at(day)) {
        Owner holder = fact.owner();
        if (fit.isBirthday(fact)) {
          return true;
        }
        if (holder != null && isRelated(named, holder, found.identified())) {
          return !fit.isLogged(fact) || isLogging(claim, turn);
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

  private static boolean isLogging(Commitment claim, Turn turn) {
    int start = turn.utterance().clauses().sentenceStart(claim.from());
    return turn.utterance().before(WordClass.LOGGED, start, claim.from()) >= 0;
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
      asked |= isShifted(day);
    }
    return asked && hasChangeBefore(turn.utterance(), claim.from());
  }

  private static boolean hasChangeBefore(Utterance utterance, int claim) {
    for (int i = claim - 1; i >= Math.max(0, claim - CHANGE_REACH); i--) {
      if (utterance.is(i, WordClass.CHANGE) && !isPlace(utterance, i)) {
        return true;
      }
    }
    return false;
  }

  /** "New York" is nothing new. */
  private static boolean isPlace(Utterance utterance, int i) {
    Token next = utterance.tokens().get(i + 1);
    return next.kind() == Token.Kind.WORD
        && next.word() == null
        && Character.isUpperCase(utterance.text().charAt(utterance.tokens().get(i).start()))
        && Character.isUpperCase(utterance.text().charAt(next.start()));
  }

  /** The day after a recorded one, where somebody spoke of "the next day" or of so many days. */
  private boolean isShifted(LocalDate day) {
    for (int shift : index.shifts()) {
      for (Fact fact : index.timetable().at(day.minusDays(shift))) {
        if (fact.source() == Fact.Source.RESULT
            && !Keys.names(fact.key(), WordClass.BIRTH, keys)
            && !Keys.names(fact.key(), WordClass.LOGGED, keys)) {
          return true;
        }
      }
    }
    return false;
  }

  /** "Arrival: 12:00 AM (May 25)" of a flight on the 24th. */
  private @Nullable Ruling arrival(List<Owner> owners, Commitment claim, When when, Turn turn) {
    if (!isBesideArrival(turn.utterance(), claim.from())) {
      return null;
    }
    List<LocalDate> before = days(when).stream().map(day -> day.minusDays(1)).toList();
    WhenFit fit = new WhenFit(before, when.times(), Journey.UNKNOWN, keys);
    return !before.isEmpty() && fit.fitting(owners.getFirst()) != null ? nextDay() : null;
  }

  private static Ruling nextDay() {
    return Ruling.weak(null, "One day after a recorded date, as for an arrival after midnight.");
  }

  private static boolean isBesideArrival(Utterance utterance, int from) {
    int start = Math.max(utterance.clauses().sentenceStart(from), from - ARRIVAL_REACH);
    boolean clock = false;
    for (int i = from - 1; i >= start; i--) {
      clock |= utterance.tokens().get(i).kind() == Token.Kind.CLOCK;
    }
    return utterance.before(WordClass.ARRIVAL, start, from) >= 0
        || (clock && utterance.is(from - 1, '('));
  }

  private Ruling differing(Fact own, When when, WhenFit fit) {
    String said = when.normalised();
    for (LocalDate day : fit.days()) {
      if (when.times().isEmpty() && isWished(index.dates().best(day, fact -> true))) {
        return Ruling.weak(own.label(), "The customer wished it; what is recorded differs.");
      }
    }
    for (LocalTime time : when.times()) {
      if (isWished(index.times().best(time, fact -> true))) {
        return Ruling.weak(own.label(), "The customer wished it; what is recorded differs.");
      }
    }
    Fact other = null;
    for (LocalTime time : when.times()) {
      other = elsewhere(index.timetable().at(time), fit, other);
    }
    for (LocalDate day : when.times().isEmpty() ? fit.days() : List.<LocalDate>of()) {
      other = elsewhere(index.timetable().at(day), fit, other);
    }
    return other == null ? Ruling.contradicted(own, said) : Ruling.misattributed(own, other, said);
  }

  private static boolean isWished(Optional<Fact> fact) {
    return fact.isPresent() && fact.get().source() == Fact.Source.USER;
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
  private List<LocalDate> days(When when) {
    List<LocalDate> days = new ArrayList<>(when.dates());
    if (!when.yearStated()) {
      when.dates().forEach(date -> days.addAll(index.datesOn(MonthDay.from(date))));
    }
    return days;
  }

  private @Nullable Ruling weekday(When when) {
    if (when.weekday() == 0
        || days(when).stream().anyMatch(day -> day.getDayOfWeek().getValue() == when.weekday())) {
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
    if (isShifted(date)) {
      return Ruling.derived("so many days from a recorded date, as was said");
    }
    LocalDate before = date.minusDays(1);
    boolean beside =
        isBesideArrival(turn.utterance(), claim.from())
            && (find(index.dates(), before).isPresent()
                || find(index.momentDates(), before).isPresent());
    return beside ? nextDay() : null;
  }

  private @Nullable Ruling moment(LocalDate date, List<LocalTime> times) {
    for (LocalTime time : times) {
      Optional<Fact> fact = find(index.moments(), LocalDateTime.of(date, time));
      if (fact.isPresent()) {
        return ruling(fact.get());
      }
      Optional<Fact> day = find(index.dates(), date);
      WhenFit fit = new WhenFit(List.of(date), times, Journey.UNKNOWN, keys);
      Optional<Fact> clock = index.times().best(time, fit::pairs);
      if (day.isPresent() && clock.isPresent() && find(index.momentDates(), date).isEmpty()) {
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
    return facts.best(value, fact -> fact.message() > replaced);
  }

  private static Ruling ruling(Fact fact) {
    return switch (fact.source()) {
      case RESULT, POLICY, CONTEXT, ARGUMENT, USER -> Ruling.grounded(fact);
      case UNSEEN -> Ruling.weak(fact.label(), "Only a result that the agent did not see says so.");
      case ERROR -> Ruling.weak(fact.label(), "Only the message of a failed call says so.");
    };
  }

  private Ruling refuted(Commitment claim, When when) {
    String said = when.normalised();
    for (LocalDate day : days(when)) {
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
      return Ruling.notCheckable(claim.type());
    }
    return known <= FEW
        ? Ruling.contradicted(nearest.get(), said)
        : Ruling.unsupported(nearest.get(), said);
  }

  private Optional<Fact> any() {
    return index.moments().newest().or(() -> index.dates().newest());
  }
}
