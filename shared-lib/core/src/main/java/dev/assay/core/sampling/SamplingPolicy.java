package dev.assay.core.sampling;

import dev.assay.core.trace.Redaction;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules by which traces are chosen for the judge. A value: a change is a new version.
 *
 * @param version 1 or more; stored with every decision
 * @param salt mixed into every hash, so that sampling shares its luck with nobody else's
 * @param rates basis points (1/100 of a percent) for each tier, 0..10000
 * @param newFlowDays how long a flow counts as new, in days
 * @param lowCsatBelow ratings below this are {@link Tier#LOW_CSAT}
 * @param budget what judging may cost
 * @param redactionOff kinds of personal data that are not redacted, by wire name
 */
public record SamplingPolicy(
    int version,
    String salt,
    Map<Tier, Integer> rates,
    int newFlowDays,
    double lowCsatBelow,
    Budget budget,
    Set<String> redactionOff) {
  public static final int ALWAYS = 10_000;

  /** The tiers of Assay's mission: what runs until somebody sets another policy. */
  public static final SamplingPolicy DEFAULT =
      new SamplingPolicy(
          1,
          "assay",
          Map.of(
              Tier.ROUTINE, 1_000,
              Tier.TOOL_CALL, 3_000,
              Tier.NON_ENGLISH, 2_500,
              Tier.NEW_FLOW, 5_000,
              Tier.LOW_CSAT, ALWAYS,
              Tier.ESCALATED, ALWAYS),
          30,
          3,
          Budget.DEFAULT,
          Set.of());

  public SamplingPolicy {
    if (version < 1) {
      throw new IllegalArgumentException("version: expected 1 or more, got " + version);
    }
    EnumMap<Tier, Integer> complete = new EnumMap<>(Tier.class);
    for (Tier tier : Tier.values()) {
      Integer rate = rates.get(tier);
      if (rate == null) {
        throw new IllegalArgumentException("rates." + tier.wireName() + ": missing");
      }
      if (rate < 0 || rate > ALWAYS) {
        throw new IllegalArgumentException(
            "rates." + tier.wireName() + ": expected 0 to 10000 basis points, got " + rate);
      }
      complete.put(tier, rate);
    }
    if (newFlowDays < 0) {
      throw new IllegalArgumentException("new_flow_days: expected 0 or more, got " + newFlowDays);
    }
    rates = Map.copyOf(complete);
    // Throws for a kind that does not exist.
    Redaction.Rules.without(List.copyOf(redactionOff));
    redactionOff = Set.copyOf(redactionOff);
  }

  /** Basis points of one tier. */
  public int rate(Tier tier) {
    Integer rate = rates.get(tier);
    return rate == null ? 0 : rate;
  }
}
