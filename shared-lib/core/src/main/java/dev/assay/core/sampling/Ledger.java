package dev.assay.core.sampling;

import java.time.LocalDate;

/** Reads the counters of a day. */
public interface Ledger {
  /** What was counted so far; all zero when nothing was. */
  DayTotals day(String project, LocalDate utcDay);
}
