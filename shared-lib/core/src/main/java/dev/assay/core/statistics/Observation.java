package dev.assay.core.statistics;

import org.jspecify.annotations.Nullable;

/**
 * One scored trace of a sample with unequal probabilities.
 *
 * @param y its score, 0..1
 * @param probability with which it was scored, above 0 and at most 1
 * @param session what it shares its luck with; null when it stands alone
 */
public record Observation(double y, double probability, @Nullable String session) {
  public Observation {
    if (!(y >= 0 && y <= 1)) {
      throw new IllegalArgumentException("y: expected 0 to 1, got " + y);
    }
    if (!(probability > 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability: expected above 0 to 1, got " + probability);
    }
  }

  /** How many traces it stands for. */
  public double weight() {
    return 1 / probability;
  }
}
