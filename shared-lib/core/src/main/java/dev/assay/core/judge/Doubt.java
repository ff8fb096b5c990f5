package dev.assay.core.judge;

/**
 * The band of scores in which a second model is worth its price.
 *
 * @param from 0 to {@code to}; within the band
 * @param to up to 1; within the band
 */
public record Doubt(double from, double to) {
  /** See the method book §6.5. */
  public static final Doubt DEFAULT = new Doubt(0.3, 0.7);

  public Doubt {
    if (!(from >= 0 && from <= to && to <= 1)) {
      throw new IllegalArgumentException(
          "doubt: expected 0 <= from <= to <= 1, got " + from + " and " + to);
    }
  }

  boolean has(double score) {
    return score >= from && score <= to;
  }
}
