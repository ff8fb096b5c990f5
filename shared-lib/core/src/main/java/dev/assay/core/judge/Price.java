package dev.assay.core.judge;

import dev.assay.core.feedback.Spend;

/**
 * What a model's tokens cost, in US dollars per million.
 *
 * @param cachedInput for input tokens read from the provider's prompt cache
 */
public record Price(double input, double output, double cachedInput) {
  private static final double MILLION = 1e6;

  public Price {
    if (!(input >= 0 && output >= 0 && cachedInput >= 0)) {
      throw new IllegalArgumentException(
          "a price is 0 or more: " + input + " " + output + " " + cachedInput);
    }
  }

  /**
   * The spend of one call.
   *
   * @param inputTokens all input tokens, cached ones included
   * @param cachedInputTokens the part of them that came from the cache
   */
  public Spend of(long inputTokens, long cachedInputTokens, long outputTokens) {
    long fresh = Math.max(0, inputTokens - cachedInputTokens);
    double usd =
        (fresh * input + cachedInputTokens * cachedInput + outputTokens * output) / MILLION;
    return new Spend(inputTokens, outputTokens, usd);
  }
}
