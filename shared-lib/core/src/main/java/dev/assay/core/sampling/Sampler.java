package dev.assay.core.sampling;

import dev.assay.core.trace.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Applies a policy to a trace. Stateless; safe for use by several threads. */
public final class Sampler {
  private Sampler() {}

  /**
   * Decides for one trace.
   *
   * @param flowFirstSeen when the trace's flow was first seen for its agent
   */
  public static SamplingDecision decide(SamplingPolicy policy, Trace trace, Instant flowFirstSeen) {
    List<Tier> tiers = tiers(policy, trace, flowFirstSeen);
    int rate = policy.rate(tiers.getFirst());
    long threshold = SampleHash.threshold(rate);
    long hash = SampleHash.of(policy.salt(), trace.conversation());
    return new SamplingDecision(
        tiers, rate, SampleHash.probability(threshold), hash, hash >= threshold, policy.version());
  }

  private static List<Tier> tiers(SamplingPolicy policy, Trace trace, Instant flowFirstSeen) {
    List<Tier> tiers = new ArrayList<>();
    if (trace.outcome().escalated()) {
      tiers.add(Tier.ESCALATED);
    }
    Double csat = trace.outcome().csat();
    if (csat != null && csat < policy.lowCsatBelow()) {
      tiers.add(Tier.LOW_CSAT);
    }
    if (trace.flow() != null && isNew(policy, trace.startedAt(), flowFirstSeen)) {
      tiers.add(Tier.NEW_FLOW);
    }
    if (trace.usesTools()) {
      tiers.add(Tier.TOOL_CALL);
    }
    if (trace.language().filter(language -> !language.equals("en")).isPresent()) {
      tiers.add(Tier.NON_ENGLISH);
    }
    if (tiers.isEmpty()) {
      tiers.add(Tier.ROUTINE);
    }
    tiers.sort(Comparator.comparingInt((Tier tier) -> -policy.rate(tier)));
    return tiers;
  }

  private static boolean isNew(SamplingPolicy policy, Instant startedAt, Instant firstSeen) {
    return startedAt.isBefore(firstSeen.plus(Duration.ofDays(policy.newFlowDays())));
  }
}
