package dev.assay.core.trace;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message says of one trace: enough to read it and to count it without its index item.
 *
 * @param costUsd of the agent's own inference; null when the agent did not say
 * @param tiers sampling tiers by wire name, the deciding one first
 * @param probability with which it was chosen, 0..1
 * @param hash of its conversation, 56 bits: the luck that decided
 * @param keep whether it was
 */
public record Handed(
    TraceKey key,
    Pointer pointer,
    String project,
    Instant startedAt,
    @Nullable Double costUsd,
    List<String> tiers,
    double probability,
    long hash,
    boolean keep) {
  public Handed {
    tiers = List.copyOf(tiers);
  }

  /** The same trace chosen with another probability: that of the final draw. */
  public Handed drawnWith(double other) {
    return new Handed(key, pointer, project, startedAt, costUsd, tiers, other, hash, keep);
  }

  /** What is handed on of an indexed trace. */
  public static Handed of(TraceRecord trace) {
    return new Handed(
        trace.key(),
        trace.pointer(),
        trace.project(),
        trace.startedAt(),
        trace.costUsd(),
        trace.sampling().tiers(),
        trace.sampling().probability(),
        trace.sampling().hash(),
        trace.sampling().keep());
  }
}
