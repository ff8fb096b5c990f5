package dev.assay.core.ingest;

import dev.assay.core.sampling.SamplingDecision;
import dev.assay.core.trace.Bytes;
import dev.assay.core.trace.Trace;
import dev.assay.core.trace.TraceKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trace on its way into the store.
 *
 * @param stored its redacted form
 * @param costUsd of the agent's own inference; null when it cannot be known
 * @param pieces numbers of the pieces it was joined from; empty for a trace sent whole
 */
public record Arrival(
    TraceKey key,
    Trace trace,
    Bytes stored,
    @Nullable Double costUsd,
    SamplingDecision sampling,
    List<Integer> pieces) {
  public Arrival {
    pieces = List.copyOf(pieces);
  }
}
