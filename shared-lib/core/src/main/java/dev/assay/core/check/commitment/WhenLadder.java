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

  private final EvidenceIndex index;

  WhenLadder(EvidenceIndex index) {
    this.index = index;
  }

  Ruling judge(Commitment claim, When when, Turn turn) {
    Ruling weekday = weekday(when);
    if (weekday != null) {
      return weekday;
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
    LocalDate before = date.minusDays(1);
    boolean arrival = turn.utterance().is(claim.from() - 1, '(');
    boolean beside =
        arrival
            && (find(index.dates(), before).isPresent()
                || find(index.momentDates(), before).isPresent());
    return beside
        ? Ruling.weak(null, "One day after a recorded date, as for an arrival after midnight.")
        : null;
  }

  private @Nullable Ruling moment(LocalDate date, List<LocalTime> times) {
    for (LocalTime time : times) {
      Optional<Fact> fact = find(index.moments(), LocalDateTime.of(date, time));
      if (fact.isPresent()) {
        return ruling(fact.get());
      }
      Optional<Fact> day = find(index.dates(), date);
      Optional<Fact> clock = find(index.times(), time);
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
