package dev.assay.core.feedback;

/**
 * What an assessment cost: tokens of the judge and US dollars.
 *
 * @param estimated true when some of it was not said by the provider or its price is not known; the
 *     cost is then rather too high
 */
public record Spend(long inputTokens, long outputTokens, double costUsd, boolean estimated) {
  public static final Spend NOTHING = new Spend(0, 0, 0);

  /** As the provider said it, at a known price. */
  public Spend(long inputTokens, long outputTokens, double costUsd) {
    this(inputTokens, outputTokens, costUsd, false);
  }

  public Spend plus(Spend other) {
    return new Spend(
        inputTokens + other.inputTokens,
        outputTokens + other.outputTokens,
        costUsd + other.costUsd,
        estimated || other.estimated);
  }

  /** The same, marked as estimated. */
  public Spend asEstimate() {
    return new Spend(inputTokens, outputTokens, costUsd, true);
  }
}
