package dev.assay.models;

import java.time.Duration;

/**
 * A limit per minute as a token bucket that lends: what is taken is taken at once, and the taker
 * waits until it is covered, so that the order is that of asking and large takers do not starve. A
 * sixth of the minute may come at once and the rest flows in evenly: together never more than the
 * limit in any minute. Not safe for several threads.
 */
final class Bucket {
  private static final double NANOS_PER_MINUTE = Duration.ofMinutes(1).toNanos();
  private static final double BURST = 1.0 / 6;

  private final double capacity;
  private final double perNano;
  private double level;
  private long filledAt;

  /**
   * @param perMinute more than 0
   */
  Bucket(int perMinute, long nowNanos) {
    capacity = Math.max(1, perMinute * BURST);
    perNano = Math.max(perMinute - capacity, perMinute * 0.5) / NANOS_PER_MINUTE;
    level = capacity;
    filledAt = nowNanos;
  }

  /**
   * Takes and says how long to wait for it.
   *
   * @param pace 0 to 1: how fast the bucket fills at present
   */
  long take(long amount, double pace, long nowNanos) {
    level = Math.min(capacity, level + (nowNanos - filledAt) * perNano * pace);
    filledAt = nowNanos;
    // More than the bucket holds is let go when it is full, and owed.
    double missing = Math.min((double) amount, capacity) - level;
    level -= amount;
    return missing <= 0 ? 0 : (long) Math.ceil(missing / (perNano * pace));
  }

  /** Puts back what was taken and not needed; less than 0 takes what was needed besides. */
  void giveBack(long amount) {
    level = Math.min(capacity, level + amount);
  }
}
