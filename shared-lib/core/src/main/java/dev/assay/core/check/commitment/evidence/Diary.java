package dev.assay.core.check.commitment.evidence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The recorded dates, times and moments. They are put in order when somebody first asks for one, so
 * a trace in which no date is promised pays nothing. One per trace; not for several threads.
 */
final class Diary {
  private final List<Noted> waiting = new ArrayList<>();
  private final Facts<LocalDate> dates = new Facts<>();
  private final Facts<LocalTime> times = new Facts<>();
  private final Facts<LocalDateTime> moments = new Facts<>();
  private final Facts<LocalDate> momentDates = new Facts<>();
  private final Map<MonthDay, Set<LocalDate>> monthDays = new HashMap<>();

  /** Days that are not in {@link #monthDays} yet: few turns name a day without its year. */
  private final List<LocalDate> unnamed = new ArrayList<>();

  private final Timetable timetable = new Timetable();

  private record Noted(Temporal at, Fact fact) {}

  /**
   * @param at a date, a time, or both
   */
  void note(Temporal at, Fact fact) {
    waiting.add(new Noted(at, fact));
  }

  private Diary read() {
    for (Noted noted : waiting) {
      switch (noted.at()) {
        case LocalDate date -> date(date, noted.fact());
        case LocalTime time -> time(time, noted.fact());
        case LocalDateTime moment -> moment(moment, noted.fact());
        default -> throw new IllegalStateException("No date or time: " + noted.at());
      }
    }
    waiting.clear();
    return this;
  }

  private void date(LocalDate date, Fact fact) {
    dates.add(date, fact);
    timetable.date(date, fact);
    on(date);
  }

  private void time(LocalTime time, Fact fact) {
    times.add(time, fact);
    timetable.time(time, fact);
  }

  private void moment(LocalDateTime moment, Fact fact) {
    moments.add(moment, fact);
    timetable.moment(moment, fact);
    momentDates.add(moment.toLocalDate(), fact);
    times.add(moment.toLocalTime(), fact);
    on(moment.toLocalDate());
  }

  private void on(LocalDate date) {
    unnamed.add(date);
  }

  Facts<LocalDate> dates() {
    return read().dates;
  }

  Facts<LocalTime> times() {
    return read().times;
  }

  Facts<LocalDateTime> moments() {
    return read().moments;
  }

  /** The days of the moments. */
  Facts<LocalDate> momentDates() {
    return read().momentDates;
  }

  /** The recorded days of a day of the year. */
  Set<LocalDate> datesOn(MonthDay day) {
    read();
    for (LocalDate date : unnamed) {
      monthDays.computeIfAbsent(MonthDay.from(date), k -> new HashSet<>()).add(date);
    }
    unnamed.clear();
    return monthDays.getOrDefault(day, Set.of());
  }

  /** Dates and times with every record that has them. */
  Timetable timetable() {
    return read().timetable;
  }
}
