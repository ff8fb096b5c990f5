package dev.assay.core.trace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a message was said.
 *
 * @param startMs milliseconds after the trace's {@code started_at}
 * @param endMs milliseconds after the trace's {@code started_at}
 * @param timestamp wall clock, read only where offsets are missing and never for talk-over
 */
public record Timing(@Nullable Long startMs, @Nullable Long endMs, @Nullable Instant timestamp) {
  public static final Timing UNKNOWN = new Timing(null, null, null);
}
