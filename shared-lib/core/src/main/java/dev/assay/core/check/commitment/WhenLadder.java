package dev.assay.core.check.commitment;

import dev.assay.core.check.commitment.Value.When;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
  private final Promised promised;
  private boolean former;
  private @Nullable Turn spoken;
  private @Nullable Subjects subjects;

  WhenLadder(EvidenceIndex index) {
    this.index = index;
    this.promised = new Promised(index);
  }

  Ruling judge(Commitment claim, When when, Turn turn) {
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
    Ruling instant =
        local(claim, Zones.converted(when, said, index.zone(), turn.today()), turn);
    boolean fine = plain.verdict().level() == CommitmentVerdict.Level.FINE;
    boolean same = instant.verdict().level() == CommitmentVerdict.Level.FINE;
    return same || fine ? instant : plain;
  }

  /** A key such as {@code departure_time_est} tells in which zone a record shows its times. */
  private boolean isOfThatZone(When when) {
    for (LocalTime time : when.times()) {
      Optional<Fact> zoned =
          index.times().best(time, fact -> Keys.names(fact.key(), WordClass.ZONE, keys));
      if (zoned.isPresent()) {
        return true;
      }
    }
    return false;
  }

  private Ruling local(Commitment claim, When when, Turn turn) {
    former = isFormer(claim, turn);
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
          when.times().isEmpty() ? date(date, claim, turn) : moment(date, when.times(), turn);
      if (grounded != null) {
        return grounded;
      }
    }
    for (LocalDate date : when.times().isEmpty() ? days(when) : List.<LocalDate>of()) {
      Ruling end = promised.judge(claim, date, turn);
      if (end != null) {
        return end;
      }
    }
    Ruling time = when.dates().isEmpty() ? time(when.times()) : null;
    return time != null ? time : refuted(claim, when, turn);
  }

  /** What the recorded things that are named around the claim say; null where they say nothing. */
  private @Nullable Ruling named(Commitment claim, When when, Turn turn) {
    Journey journey = Journey.of(turn.utterance(), claim.from(), claim.end());
    WhenFit fit = new WhenFit(days(when), when.times(), journey, isLogged(claim, when, turn), keys);
    Subjects.Found found = subjects(turn).of(claim.from(), claim.end(), fit::of);
    if (found.owners().isEmpty()) {
      return null;
    }
    Fact fitting = fit.fitting(found.owners().getFirst());
    if (fitting != null) {
      Fact newer = index.timetable().newer(fitting);
      return newer == null || former ? Ruling.grounded(fitting) : stale(newer, when);
    }
    Fact own = fit.instead(found.owners().getLast());
    if (own == null || isOfRelated(found, fit, claim, turn) || isChange(claim, when, turn)) {
      return null;
    }
    Ruling arrival = arrival(found.owners(), claim, when, turn);
    if (arrival != null) {
      return arrival;
    }
    boolean state = found.identified() && !isProposed(claim, turn);
    Ruling wished = state ? null : wished(own, when, fit);
    return wished == null ? differing(own, when, fit) : wished;
  }

  /** The newer fact of a slot that once held just what is claimed. */
  private @Nullable Fact superseding(When when) {
    for (LocalDate day : days(when)) {
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

  private static Ruling stale(Fact newer, When when) {
    return new Ruling(
        CommitmentVerdict.STALE,
        newer.label(),
        "The agent said "
            + when.normalised()
            + ", which was so until "
            + newer.where()
            + " said "
            + newer.value()
            + ".");
  }

  /** "Moved from 2 PM", "your original time was 2 PM". */
  private static boolean isFormer(Commitment claim, Turn turn) {
    Utterance utterance = turn.utterance();
    int from = claim.from();
    return utterance.is(from - 1, WordClass.FROM)
        || utterance.is(from - 2, WordClass.FROM)
        || utterance.inClause(WordClass.FORMER, from)
        || utterance.inClause(WordClass.WERE, from);
  }

  /** "Created on May 3", "booked 2024-05-03": when a record was written, which is never to come. */
  private static boolean isLogged(Commitment claim, When when, Turn turn) {
    Utterance utterance = turn.utterance();
    int at = claim.from() - 1;
    while (at >= claim.from() - 3
        && (utterance.is(at, ':')
            || utterance.is(at, WordClass.ON)
            || utterance.is(at, WordClass.AT)
            || utterance.is(at, '('))) {
      at--;
    }
    boolean past = !when.dates().isEmpty() && !when.dates().getFirst().isAfter(turn.today());
    return past && utterance.is(at, WordClass.LOGGED);
  }

  /** A flight's booking was made on some day, too, and has another leg. */
  private boolean isOfRelated(Subjects.Found found, WhenFit fit, Commitment claim, Turn turn) {
    Owner named = found.owners().getLast();
    for (LocalDate day : fit.days()) {
      for (Fact fact : index.timetable().at(day)) {
        Owner holder = fact.owner();
        if (fit.isBirthday(fact) || (fit.isLogged(fact) && isLogging(claim, turn))) {
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
      asked |= isShifted(day) || isSaidRelatively(day, claim, turn);
    }
    return asked && hasChangeBefore(turn.utterance(), claim.from());
  }

  /** "If you prefer tomorrow, I can look for flights on 2024-05-16". */
  private static boolean isSaidRelatively(LocalDate day, Commitment claim, Turn turn) {
    for (Mention mention : turn.mentions()) {
      boolean relative = turn.utterance().is(mention.from(), WordClass.RELATIVE_DAY);
      if (relative
          && mention.from() != claim.from()
          && mention.value() instanceof When said
          && said.dates().contains(day)) {
        return true;
      }
    }
    return false;
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
  private @Nullable Ruling arrival(
      List<Owner> owners, Commitment claim, When when, Turn turn) {
    if (!isBesideArrival(turn.utterance(), claim.from())) {
      return null;
    }
    List<LocalDate> before = days(when).stream().map(day -> day.minusDays(1)).toList();
    WhenFit fit = new WhenFit(before, when.times(), Journey.UNKNOWN, false, keys);
    boolean told = !when.times().isEmpty() && fit.hasTime(owners.getFirst());
    return !before.isEmpty() && !told && fit.fitting(owners.getFirst()) != null ? nextDay() : null;
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

  /** "I can move it to 4 PM", "the new time would be 4 PM". */
  private static boolean isProposed(Commitment claim, Turn turn) {
    return hasChangeBefore(turn.utterance(), claim.from())
        || turn.utterance().inSentence(WordClass.SOFTENER, claim.from())
        || turn.utterance().inSentence(WordClass.CHECK, claim.from());
  }

  private @Nullable Ruling wished(Fact own, When when, WhenFit fit) {
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
    return other == null
        ? Ruling.contradicted(own, said)
        : Ruling.misattributed(own, other, said);
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
    return beside
        ? nextDay()
        : null;
  }

  private @Nullable Ruling moment(LocalDate date, List<LocalTime> times, Turn turn) {
    for (LocalTime time : times) {
      Optional<Fact> fact = find(index.moments(), LocalDateTime.of(date, time));
      if (fact.isPresent()) {
        return ruling(fact.get());
      }
      Optional<Fact> day = find(index.dates(), date);
      WhenFit fit = new WhenFit(List.of(date), times, Journey.UNKNOWN, false, keys);
      int replaced = index.overriddenAt(time);
      Optional<Fact> clock =
          index.times().best(time, known -> fit.pairs(known) && known.message() > replaced && !isPast(known));
      if (day.isEmpty() && date.equals(turn.today()) && clock.isPresent()) {
        return Ruling.derived("today and " + clock.get().label());
      }
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
    return facts.best(value, fact -> fact.message() > replaced && !isPast(fact));
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
      return stale(newer, when);
    }
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
      Fact wish = index.timetable().wish();
      boolean echo = wish != null && turn.utterance().inSentence(WordClass.CHECK, claim.from());
      return echo ? Ruling.unsupported(wish, said) : Ruling.notCheckable(claim.type());
    }
    return known <= FEW
        ? Ruling.contradicted(nearest.get(), said)
        : Ruling.unsupported(nearest.get(), said);
  }

  private Optional<Fact> any() {
    return index.moments().newest().or(() -> index.dates().newest());
  }
}
