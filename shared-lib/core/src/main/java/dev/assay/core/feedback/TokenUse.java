package dev.assay.core.feedback;

/**
 * The tokens of one model call. Providers' numbers are taken as they come: what is below 0 counts
 * as 0, and the cached parts never exceed the whole.
 *
 * @param input all input tokens, the cached ones included
 * @param cacheRead the part of them that was read from the provider's prompt cache
 * @param cacheWrite the part that was written to it
 */
public record TokenUse(long input, long cacheRead, long cacheWrite, long output) {
  public TokenUse {
    input = Math.max(0, input);
    cacheRead = Math.clamp(cacheRead, 0, input);
    cacheWrite = Math.clamp(cacheWrite, 0, input - cacheRead);
    output = Math.max(0, output);
  }

  /** Without a cache. */
  public TokenUse(long input, long output) {
    this(input, 0, 0, output);
  }

  /** Input tokens that the cache had no part in. */
  public long fresh() {
    return input - cacheRead - cacheWrite;
  }
}
