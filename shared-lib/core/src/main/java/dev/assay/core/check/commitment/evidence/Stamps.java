package dev.assay.core.check.commitment.evidence;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times as programs write them: 2026-03-03, 14:30, 14:30:00, 2026-03-03T14:30:00. Most
 * texts of results with digits are one of these and need no grammar.
 */
final class Stamps {
  private static final int DATE = 10;
  private static final int MINUTES = 5;
  private static final int SECONDS = 8;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2200;

  private Stamps() {}

  /** A date, a time of day, or both; null for all else, and for what the calendar does not have. */
  static @Nullable Temporal read(String text) {
    return switch (text.length()) {
      case DATE -> date(text);
      case MINUTES, SECONDS -> time(text, 0);
      case DATE + 1 + SECONDS -> {
        LocalDate date = text.charAt(DATE) == 'T' ? date(text) : null;
        LocalTime time = date == null ? null : time(text, DATE + 1);
        yield date == null || time == null ? null : LocalDateTime.of(date, time);
      }
      default -> null;
    };
  }

  private static @Nullable LocalDate date(String text) {
    int year = two(text, 0) * 100 + two(text, 2);
    int month = two(text, 5);
    int day = two(text, 8);
    boolean digits = two(text, 0) >= 0 && two(text, 2) >= 0 && month > 0 && day > 0;
    if (!digits || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return null;
    }
    try {
      return year < FIRST_YEAR || year > LAST_YEAR ? null : LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Seconds are no part of what anybody promises. */
  private static @Nullable LocalTime time(String text, int from) {
    int hour = two(text, from);
    int minute = two(text, from + 3);
    boolean seconds = text.length() - from == SECONDS;
    boolean whole = !seconds || (text.charAt(from + 5) == ':' && two(text, from + 6) >= 0);
    boolean valid = hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
    return valid && whole && text.charAt(from + 2) == ':' ? LocalTime.of(hour, minute) : null;
  }

  /** Two digits; -1 where others stand. */
  private static int two(String text, int from) {
    int tens = text.charAt(from) - '0';
    int ones = text.charAt(from + 1) - '0';
    return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
  }
}
