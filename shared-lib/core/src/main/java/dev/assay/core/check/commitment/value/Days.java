package dev.assay.core.check.commitment.value;

import dev.assay.core.check.commitment.value.Value.Span;
import java.time.DayOfWeek;
import java.time.LocalDate;

/** Reckons with days; business days are Monday to Friday, holidays are not known. */
public final class Days {
  private static final int MOST_BUSINESS_DAYS = 2000;

  private Days() {}

  /** The day on which a length of time that begins on {@code from} ends. */
  public static LocalDate after(LocalDate from, int count, Span.Unit unit) {
    return switch (unit) {
      case MINUTE -> from.plusDays(count / (24 * 60));
      case HOUR -> from.plusDays(count / 24);
      case DAY -> from.plusDays(count);
      case BUSINESS_DAY -> businessDaysAfter(from, count);
      case WEEK -> from.plusWeeks(count);
      case MONTH -> from.plusMonths(count);
      case YEAR -> from.plusYears(count);
    };
  }

  private static LocalDate businessDaysAfter(LocalDate from, int count) {
    LocalDate day = from;
    int left = Math.min(count, MOST_BUSINESS_DAYS);
    while (left > 0) {
      day = day.plusDays(1);
      left -= isBusinessDay(day) ? 1 : 0;
    }
    return day;
  }

  static boolean isBusinessDay(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }
}
