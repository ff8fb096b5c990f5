package dev.assay.core.harvest;

import dev.assay.core.feedback.FeedbackLog.LowScore;
import java.time.LocalDate;
import java.util.List;

/** Keeps what was collected until people confirm it. */
public interface Proposals {
  /** Keeps a day's proposal; the same day again replaces it. */
  void keep(String project, LocalDate utcDay, List<LowScore> worst);
}
