package dev.assay.core.sampling;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Reads the counters of a day. */
public interface Ledger {
  /** What was counted so far; all zero when nothing was. */
  DayTotals day(String project, LocalDate utcDay);

  /** The counters of each day from {@code from} to {@code to}, both included; by day. */
  Map<LocalDate, DayTotals> days(String project, LocalDate from, LocalDate to);

  /** Projects for which anything was ever counted, by name. */
  List<String> projects();
}
