package dev.assay.core.sampling;

import dev.assay.core.trace.TraceRecord;
import java.util.List;

/**
 * Whether a trace is to be judged, and how likely that was. Stored with the trace and with every
 * score, because no honest estimate can be made without it.
 *
 * @param tiers all that matched, highest rate first; never empty
 * @param rateBp basis points of the first tier
 * @param probability exact inclusion probability, 0..1
 * @param hash of the conversation, 56 bits
 * @param keep the wish; the judge records what became of it
 */
public record SamplingDecision(
    List<Tier> tiers, int rateBp, double probability, long hash, boolean keep, int policyVersion) {
  public SamplingDecision {
    tiers = List.copyOf(tiers);
    if (tiers.isEmpty()) {
      throw new IllegalArgumentException("a decision names at least one tier");
    }
  }

  /** The form in which the index keeps it. */
  public TraceRecord.Sampled sampled() {
    return new TraceRecord.Sampled(
        tiers.stream().map(Tier::wireName).toList(),
        rateBp,
        probability,
        hash,
        keep,
        policyVersion);
  }

  /** The tier whose rate was used. */
  public Tier tier() {
    return tiers.getFirst();
  }
}
