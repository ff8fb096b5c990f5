package dev.assay.core.check.commitment;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The recorded dates and times by value, each with every record that has it. */
final class Timetable {
  /** Who looks through more records than this learns nothing more. */
  private static final int MOST = 512;

  private final Map<LocalDate, List<Fact>> dates = new HashMap<>();
  private final Map<LocalTime, List<Fact>> times = new HashMap<>();

  void date(LocalDate date, Fact fact) {
    add(dates.computeIfAbsent(date, k -> new ArrayList<>(2)), fact);
  }

  void time(LocalTime time, Fact fact) {
    add(times.computeIfAbsent(time, k -> new ArrayList<>(2)), fact);
  }

  void moment(LocalDateTime moment, Fact fact) {
    date(moment.toLocalDate(), fact);
    time(moment.toLocalTime(), fact);
  }

  private static void add(List<Fact> facts, Fact fact) {
    if (fact.source().proves() && facts.size() < MOST) {
      facts.add(fact);
    }
  }

  /** The proving facts with a date, moments on it among them. */
  List<Fact> at(LocalDate date) {
    return dates.getOrDefault(date, List.of());
  }

  List<Fact> at(LocalTime time) {
    return times.getOrDefault(time, List.of());
  }
}
