package dev.assay.core.sampling;

/**
 * Money of a stretch of time, US dollars. What judging a trace costs belongs to the hour in which
 * the trace's own inference is counted, however late it is judged: so both leave the rolling day
 * together.
 *
 * @param inferenceUsd what the agents' own models cost
 * @param settledUsd what judging has cost
 * @param reservedUsd upper cost of the calls under way
 */
public record SpendCounters(double inferenceUsd, double settledUsd, double reservedUsd) {
  public static final SpendCounters NOTHING = new SpendCounters(0, 0, 0);

  public SpendCounters {
    if (!(inferenceUsd >= 0 && settledUsd >= 0 && reservedUsd >= 0)) {
      throw new IllegalArgumentException("spend: expected 0 or more");
    }
  }

  public SpendCounters plus(SpendCounters other) {
    return new SpendCounters(
        inferenceUsd + other.inferenceUsd,
        settledUsd + other.settledUsd,
        reservedUsd + other.reservedUsd);
  }

  /** What may still be spent at a cap of {@code share} of inference; negative when passed. */
  public double room(double share) {
    return share * inferenceUsd - settledUsd - reservedUsd;
  }
}
