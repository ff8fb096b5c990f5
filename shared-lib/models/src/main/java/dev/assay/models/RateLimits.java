package dev.assay.models;

/**
 * What one model may be asked by this process.
 *
 * @param callsPerMinute 0 for no limit
 * @param tokensPerMinute of input and output together; 0 for no limit
 * @param callsAtOnce calls under way at a time, 1 or more
 */
record RateLimits(int callsPerMinute, int tokensPerMinute, int callsAtOnce) {
  static final RateLimits DEFAULT = new RateLimits(0, 0, 8);

  RateLimits {
    if (callsPerMinute < 0 || tokensPerMinute < 0 || callsAtOnce < 1) {
      throw new IllegalArgumentException("a rate is 0 or more and one call may be under way");
    }
  }
}
