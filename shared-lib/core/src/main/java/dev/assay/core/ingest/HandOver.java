package dev.assay.core.ingest;

import dev.assay.core.trace.TraceRecord;
import java.time.Duration;
import java.util.List;

/** Hands pointers on. A failure is thrown, and the whole batch comes again. */
public interface HandOver {
  /** Everything goes to check; what sampling kept goes to judge. One message per batch. */
  void handOver(List<TraceRecord> records);

  /** Asks to be reminded of a conversation whose last piece may never come. */
  void remind(Reminder reminder, Duration delay);

  /**
   * What is said when the time has come.
   *
   * @param pieces how many pieces were stored when the reminder was made
   */
  record Reminder(String conversation, int pieces) {}
}
