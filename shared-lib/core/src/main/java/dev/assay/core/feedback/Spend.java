package dev.assay.core.feedback;

/** What an assessment cost: tokens of the judge and US dollars. */
public record Spend(long inputTokens, long outputTokens, double costUsd) {
  public static final Spend NOTHING = new Spend(0, 0, 0);

  public Spend plus(Spend other) {
    return new Spend(
        inputTokens + other.inputTokens,
        outputTokens + other.outputTokens,
        costUsd + other.costUsd);
  }
}
