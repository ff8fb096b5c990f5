package dev.assay.core.check;

/**
 * Turns a measured quantity of which less is better into a score: 1 up to {@code full}, 0 from
 * {@code none} on, straight between them.
 *
 * @param full the largest quantity that still is as good as it gets
 * @param none the smallest quantity that is worth nothing; greater than {@code full}
 */
public record Ramp(double full, double none) {
  public Ramp {
    if (!(full >= 0 && none > full)) {
      throw new IllegalArgumentException("a ramp falls from " + full + " to " + none);
    }
  }

  /** The score of a quantity, 0..1. */
  public double score(double measured) {
    return Math.clamp((none - measured) / (none - full), 0, 1);
  }
}
