package dev.assay.local.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * EventBridge's six fields: minute, hour, day of month, month, day of week (1 is Sunday), year.
 * {@code L} stands for the month's last day; {@code W} and {@code #} are refused. A local time that
 * a clock change skips fires when the clock has moved on.
 */
record Cron(
    CronField minutes,
    CronField hours,
    CronField days,
    boolean lastDay,
    CronField months,
    CronField weekdays,
    CronField years,
    ZoneId zone)
    implements Recurrence {
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2199;
  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
  private static final List<String> WEEKDAYS =
      List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

  static Cron parse(String fields, ZoneId zone) {
    List<String> parts = List.of(fields.strip().split("\\s+"));
    if (parts.size() != 6) {
      throw new IllegalArgumentException("cron: expected six fields, got " + parts.size());
    }
    boolean last = parts.get(2).equals("L");
    return new Cron(
        CronField.parse(parts.get(0), 0, 59, List.of()),
        CronField.parse(parts.get(1), 0, 23, List.of()),
        CronField.parse(last ? "*" : parts.get(2), 1, 31, List.of()),
        last,
        CronField.parse(parts.get(3), 1, 12, MONTHS),
        CronField.parse(parts.get(4), 1, 7, WEEKDAYS),
        CronField.parse(parts.get(5), FIRST_YEAR, LAST_YEAR, List.of()),
        zone);
  }

  @Override
  public Optional<Instant> next(Instant after) {
    LocalDate first = after.atZone(zone).toLocalDate();
    LocalDate end = first.plusYears(5);
    for (LocalDate day = first; day.isBefore(end); day = day.plusDays(1)) {
      Optional<Instant> found = matches(day) ? onDay(day, after) : Optional.empty();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private boolean matches(LocalDate day) {
    return years.has(day.getYear())
        && months.has(day.getMonthValue())
        && days.has(day.getDayOfMonth())
        && (!lastDay || day.getDayOfMonth() == day.lengthOfMonth())
        && weekdays.has(day.getDayOfWeek().getValue() % 7 + 1);
  }

  private Optional<Instant> onDay(LocalDate day, Instant after) {
    for (int hour = 0; hour < 24; hour++) {
      for (int minute = 0; hours.has(hour) && minute < 60; minute++) {
        Instant instant = ZonedDateTime.of(day, LocalTime.of(hour, minute), zone).toInstant();
        if (minutes.has(minute) && instant.isAfter(after)) {
          return Optional.of(instant);
        }
      }
    }
    return Optional.empty();
  }
}
