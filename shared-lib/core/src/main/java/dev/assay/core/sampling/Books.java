package dev.assay.core.sampling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/**
 * A project's counters as those who give out its money read them.
 *
 * @param accounts of the rolling day and the calendar month
 * @param history what judging found in the last seven days, today included
 */
public record Books(Accounts accounts, CellHistory history) {
  private static final int HOURS = 24;
  private static final int HISTORY_DAYS = 7;

  /**
   * Days after which what is reserved still and was never released is given up: as long as the
   * queue keeps a message, so that nobody can be about to spend it.
   */
  private static final int RESERVED_DAYS = 4;

  /** Reads the counters; days are UTC. */
  public static Books read(Ledger ledger, String project, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    LocalDate month = today.withDayOfMonth(1);
    LocalDate week = today.minusDays(HISTORY_DAYS - 1L);
    Map<LocalDate, DayTotals> days =
        ledger.days(project, month.isBefore(week) ? month : week, today);
    return new Books(
        new Accounts(
            rollingDay(days, now, HOURS),
            rollingDay(days, now, HOURS - 1),
            month(days, month, today)),
        history(days, week));
  }

  private static SpendCounters rollingDay(Map<LocalDate, DayTotals> days, Instant now, int hours) {
    LocalDateTime hour = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
    SpendCounters sum = SpendCounters.NOTHING;
    for (int ago = 0; ago < hours; ago++) {
      LocalDateTime at = hour.minusHours(ago);
      sum = sum.plus(spend(of(days, at.toLocalDate()), DayTotals.hour(at.getHour())));
    }
    return sum;
  }

  private static SpendCounters month(
      Map<LocalDate, DayTotals> days, LocalDate first, LocalDate today) {
    SpendCounters sum = SpendCounters.NOTHING;
    for (LocalDate day = first; !day.isAfter(today); day = day.plusDays(1)) {
      SpendCounters one = spend(of(days, day), "");
      boolean stands = day.isAfter(today.minusDays(RESERVED_DAYS));
      sum = sum.plus(stands ? one : new SpendCounters(one.inferenceUsd(), one.settledUsd(), 0));
    }
    return sum;
  }

  private static SpendCounters spend(DayTotals day, String part) {
    double reserved =
        day.get(DayTotals.JUDGE_RESERVED_USD + part) - day.get(DayTotals.JUDGE_RELEASED_USD + part);
    return new SpendCounters(
        day.get(DayTotals.INFERENCE_USD + part),
        day.get(DayTotals.JUDGE_USD + part),
        Math.max(0, reserved));
  }

  private static CellHistory history(Map<LocalDate, DayTotals> days, LocalDate from) {
    Map<Cell, CellHistory.Seen> cells = new HashMap<>();
    days.forEach((date, day) -> {
      if (!date.isBefore(from)) {
        day.cells()
            .forEach((cell, seen) ->
                cells.merge(
                    cell,
                    seen,
                    (a, b) ->
                        new CellHistory.Seen(a.judged() + b.judged(), a.failed() + b.failed())));
      }
    });
    return new CellHistory(cells);
  }

  private static DayTotals of(Map<LocalDate, DayTotals> days, LocalDate day) {
    return days.getOrDefault(day, DayTotals.NOTHING);
  }
}
