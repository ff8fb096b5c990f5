package dev.assay.core.feedback;

/**
 * What a model's tokens cost, in US dollars per million.
 *
 * @param cachedInput for input tokens read from the provider's prompt cache
 * @param cachedWrite for input tokens written to it; some providers take a surcharge of 1.25 to 2
 *     times the input price
 */
public record Price(double input, double output, double cachedInput, double cachedWrite) {
  private static final double MILLION = 1e6;

  public Price {
    if (!(input >= 0 && output >= 0 && cachedInput >= 0 && cachedWrite >= 0)) {
      throw new IllegalArgumentException(
          "a price is 0 or more: " + input + " " + output + " " + cachedInput + " " + cachedWrite);
    }
  }

  /** Writing to the cache costs as much as other input. */
  public Price(double input, double output, double cachedInput) {
    this(input, output, cachedInput, input);
  }

  /** The spend of one call. */
  public Spend of(TokenUse tokens) {
    double usd =
        (tokens.fresh() * input
                + tokens.cacheRead() * cachedInput
                + tokens.cacheWrite() * cachedWrite
                + tokens.output() * output)
            / MILLION;
    return new Spend(tokens.input(), tokens.output(), usd);
  }

  /** The dearer of both, column by column. */
  Price dearer(Price other) {
    return new Price(
        Math.max(input, other.input),
        Math.max(output, other.output),
        Math.max(cachedInput, other.cachedInput),
        Math.max(cachedWrite, other.cachedWrite));
  }
}
