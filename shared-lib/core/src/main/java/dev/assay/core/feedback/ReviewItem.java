package dev.assay.core.feedback;

import dev.assay.core.trace.TraceKey;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A reason for a person to look at a trace. There is one for each (trace, reason).
 *
 * @param score the score that asked for it; null where something else did
 * @param note one line for the queue
 */
public record ReviewItem(
    TraceKey trace,
    String project,
    Reason reason,
    @Nullable Double score,
    String note,
    Instant createdAt) {

  /** Why somebody should look. */
  public enum Reason {
    LOW_JUDGE_SCORE,
    COMMITMENT;

    /** The name on the wire. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
