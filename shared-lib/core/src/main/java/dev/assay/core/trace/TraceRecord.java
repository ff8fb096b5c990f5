package dev.assay.core.trace;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The slim index entry of one stored trace: what can be known without opening it.
 *
 * @param costUsd of the agent's own inference; null when the agent did not say
 * @param pieces numbers of the pieces it was joined from; empty for a trace sent whole
 */
public record TraceRecord(
    TraceKey key,
    Pointer pointer,
    String conversation,
    String project,
    Agent agent,
    @Nullable String flow,
    @Nullable String channel,
    @Nullable String locale,
    Instant startedAt,
    Instant receivedAt,
    @Nullable Double costUsd,
    List<Integer> pieces,
    Sampled sampling) {
  public TraceRecord {
    pieces = List.copyOf(pieces);
  }

  /**
   * The sampling decision as the index keeps it.
   *
   * @param tiers wire names, the one whose rate was used first
   * @param probability inclusion probability, 0..1
   * @param hash of the conversation, 56 bits: the luck that decided
   */
  public record Sampled(
      List<String> tiers,
      int rateBp,
      double probability,
      long hash,
      boolean keep,
      int policyVersion) {
    public Sampled {
      tiers = List.copyOf(tiers);
    }
  }
}
