package dev.assay.core.check.commitment.grammar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calendar days as they are meant on the day they are spoken of. */
record NearDays(LocalDate today) {
  /** A day without a year that lies further back than this is next year's. */
  private static final int LONG_AGO = 180;

  private static final int MONTHS_AHEAD = 3;

  /** The day, or null where the calendar has none such. */
  static @Nullable LocalDate of(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Without a year: this year's day, next year's where that lies more than half a year back. */
  @Nullable LocalDate nearest(int month, int day) {
    LocalDate date = of(today.getYear(), month, day);
    if (date == null) {
      return month == 2 && day == 29 ? of(today.getYear() + 4 - today.getYear() % 4, 2, 29) : null;
    }
    return date.isBefore(today.minusDays(LONG_AGO)) ? date.plusYears(1) : date;
  }

  /** The next day of a month with this number; null where none comes soon. */
  @Nullable LocalDate next(int day) {
    LocalDate month = today;
    for (int ahead = 0; ahead < MONTHS_AHEAD; ahead++, month = month.plusMonths(1)) {
      LocalDate date = of(month.getYear(), month.getMonthValue(), day);
      if (date != null && !date.isBefore(today)) {
        return date;
      }
    }
    return null;
  }

  /** The next day with this number that falls on a weekday (1 is Monday); null where none does. */
  @Nullable LocalDate next(int day, int weekday) {
    LocalDate month = today;
    for (int ahead = 0; ahead <= MONTHS_AHEAD; ahead++, month = month.plusMonths(1)) {
      LocalDate date = of(month.getYear(), month.getMonthValue(), day);
      if (date != null && date.getDayOfWeek().getValue() == weekday && !date.isBefore(today)) {
        return date;
      }
    }
    return null;
  }

  /** Every day that "Friday" or "next Friday" can mean, the likeliest first. */
  List<LocalDate> upcoming(int weekday, boolean next) {
    LocalDate soonest = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.of(weekday)));
    List<LocalDate> days = new ArrayList<>();
    if (soonest.equals(today)) {
      days.add(today.plusDays(7));
      days.add(today);
      return days;
    }
    boolean sameWeek = soonest.getDayOfWeek().getValue() > today.getDayOfWeek().getValue();
    if (next && sameWeek) {
      days.add(soonest.plusDays(7));
    }
    days.add(soonest);
    return days;
  }
}
