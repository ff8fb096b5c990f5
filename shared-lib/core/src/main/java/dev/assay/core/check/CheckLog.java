package dev.assay.core.check;

import dev.assay.core.feedback.Feedback;
import dev.assay.core.sampling.DayTotals;
import dev.assay.core.trace.Handed;
import dev.assay.core.trace.TraceKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps what the checks said, one object and one packed item a batch. */
public interface CheckLog {
  /** Which traces of the segment have their result under this version already. */
  Set<TraceKey> checked(String segment, String version, List<Handed> among);

  /**
   * Keeps results of one segment's traces and counts them, both or neither.
   *
   * @param totals by project
   * @return false when somebody else kept results of this segment meanwhile: look again
   */
  boolean keep(
      String segment,
      String version,
      List<Checked> results,
      Map<String, DayTotals> totals,
      Instant now);

  /** All that was said of one trace. */
  record Checked(Handed trace, List<Feedback> feedback) {
    public Checked {
      feedback = List.copyOf(feedback);
    }
  }
}
