package dev.assay.core.sampling;

import java.time.LocalDate;
import java.util.List;

/** Reads the counters of a day. */
public interface Ledger {
  /** What was counted so far; all zero when nothing was. */
  DayTotals day(String project, LocalDate utcDay);

  /** Projects for which anything was ever counted, by name. */
  List<String> projects();
}
