package dev.assay.core.check.commitment.ladder.time;

import dev.assay.core.check.commitment.evidence.Fact;
import dev.assay.core.check.commitment.evidence.Owner;
import dev.assay.core.check.commitment.evidence.Owner.Held;
import dev.assay.core.check.commitment.ladder.time.Subjects.Fit;
import dev.assay.core.check.commitment.ledger.WhenKey;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How recorded things stand to one claimed date or time. A date and a time must be of the same
 * record, and a departure is no arrival.
 *
 * @param days readings; empty for a bare time
 * @param times readings; empty for a bare date
 * @param logged the claim tells when a record was written
 */
record WhenFit(List<LocalDate> days, List<LocalTime> times, Course course, boolean logged) {
  WhenFit {
    days = List.copyOf(days);
    times = List.copyOf(times);
  }

  Fit of(Owner owner) {
    Fit fit = Fit.SILENT;
    for (Held held : owner.held()) {
      Fit one = isWhen(held) ? of(held, owner) : Fit.SILENT;
      if (one == Fit.FITS) {
        return Fit.FITS;
      }
      fit = one == Fit.SILENT ? fit : one;
    }
    return fit == Fit.SILENT && times.isEmpty() && !logged ? inherited(owner) : fit;
  }

  /** The day of a thing with times alone is the one that its list was asked for. */
  private Fit inherited(Owner owner) {
    if (!hasTime(owner)) {
      return Fit.SILENT;
    }
    Fact day = dayOf(owner);
    return day == null ? Fit.SILENT : isOnDay(owner) ? Fit.FITS : Fit.DIFFERS;
  }

  /** True where an owner has a time of day of its own. */
  boolean hasTime(Owner owner) {
    for (Held held : owner.held()) {
      if (held.value() instanceof LocalTime && isKeyed(held.fact())) {
        return true;
      }
    }
    return false;
  }

  private boolean isWhen(Held held) {
    return !(held.value() instanceof Long) && isKeyed(held.fact());
  }

  /** Birthdays are recorded, but nothing is scheduled for them. */
  private boolean isKeyed(Fact fact) {
    return fact.source().proves() && !fact.key().isEmpty() && !isBirthday(fact);
  }

  private Fit of(Held held, Owner owner) {
    boolean fits;
    if (logged && !isLogged(held.fact())) {
      return Fit.SILENT;
    }
    switch (held.value()) {
      case LocalDate date -> {
        if (days.isEmpty() || !times.isEmpty() || course.isOfOtherLeg(held.fact())) {
          return Fit.SILENT;
        }
        fits = days.contains(date) || (isArrival(owner) && days.contains(date.plusDays(1)));
      }
      case LocalTime time -> {
        if (times.isEmpty() || isOther(held.fact())) {
          return Fit.SILENT;
        }
        fits = times.contains(time) && isOnDay(owner);
      }
      case LocalDateTime moment -> {
        if (!times.isEmpty() && isOther(held.fact())) {
          return Fit.SILENT;
        }
        fits =
            (days.isEmpty() || days.contains(moment.toLocalDate()))
                && (times.isEmpty() || times.contains(moment.toLocalTime()));
      }
      default -> {
        return Fit.SILENT;
      }
    }
    return fits ? Fit.FITS : !logged && isLogged(held.fact()) ? Fit.SILENT : Fit.DIFFERS;
  }

  /** True where a recorded time may be on a claimed day. */
  boolean pairs(Fact time) {
    Owner owner = time.owner();
    if (owner == null) {
      return true;
    }
    for (Held held : owner.held()) {
      if (held.fact().equals(time) && held.value() instanceof LocalDateTime moment) {
        return days.contains(moment.toLocalDate());
      }
    }
    return isOnDay(owner);
  }

  boolean isLogged(Fact fact) {
    return WhenKey.of(fact.key()).logged();
  }

  boolean isBirthday(Fact fact) {
    return WhenKey.of(fact.key()).birth();
  }

  private boolean isOther(Fact fact) {
    return course.opposes(fact);
  }

  /** True where a time of the owner may be on a claimed day. */
  boolean isOnDay(@Nullable Owner owner) {
    if (days.isEmpty() || owner == null) {
      return true;
    }
    Owner dated = dated(owner);
    if (dated == null) {
      return true;
    }
    for (Held held : dated.held()) {
      if (held.value() instanceof LocalDate date && isKeyed(held.fact())) {
        boolean next = isArrival(owner) && days.contains(date.plusDays(1));
        if (days.contains(date) || next) {
          return true;
        }
      }
    }
    return false;
  }

  /** The owner itself, what encloses it or what it was asked for: the nearest with a date. */
  private @Nullable Owner dated(Owner owner) {
    Owner root = owner;
    for (Owner at = owner; at != null; at = at.parent()) {
      if (date(at) != null) {
        return at;
      }
      root = at;
    }
    Owner asked = root.children().isEmpty() ? null : root.children().getLast();
    return asked != null && date(asked) != null ? asked : null;
  }

  private @Nullable Fact date(Owner owner) {
    for (Held held : owner.held()) {
      if (held.value() instanceof LocalDate && isKeyed(held.fact())) {
        return held.fact();
      }
    }
    return null;
  }

  private @Nullable Fact dayOf(Owner owner) {
    Owner dated = dated(owner);
    return dated == null ? null : date(dated);
  }

  /** What ends after midnight ends a day later. */
  private boolean isArrival(Owner owner) {
    return course.journey() == Journey.END && isOvernight(owner);
  }

  /** It ends at an earlier time of day than it starts. */
  private boolean isOvernight(Owner owner) {
    LocalTime start = null;
    LocalTime end = null;
    for (Held held : owner.held()) {
      if (held.value() instanceof LocalTime time) {
        switch (Journey.ofKey(held.fact().key())) {
          case START -> start = time;
          case END -> end = time;
          case UNKNOWN -> {}
        }
      }
    }
    return start != null && end != null && end.isBefore(start);
  }

  /** The value that an owner has instead: the first of the kind. */
  @Nullable Fact instead(Owner owner) {
    for (Held held : owner.held()) {
      if (isWhen(held) && of(held, owner) == Fit.DIFFERS) {
        return held.fact();
      }
    }
    return dayOf(owner);
  }

  @Nullable Fact fitting(Owner owner) {
    for (Held held : owner.held()) {
      if (isWhen(held) && of(held, owner) == Fit.FITS) {
        return held.fact();
      }
    }
    return of(owner) == Fit.FITS ? dayOf(owner) : null;
  }
}
