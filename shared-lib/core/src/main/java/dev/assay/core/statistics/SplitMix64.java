package dev.assay.core.statistics;

/**
 * The generator of every random method (method book §10), so that their numbers are the same in
 * every language and run. For one thread.
 */
public final class SplitMix64 {
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private long state;

  public SplitMix64(long seed) {
    state = seed;
  }

  /** 64 random bits. */
  public long next() {
    state += STEP;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** 0 to {@code bound} − 1. */
  public int index(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }
}
