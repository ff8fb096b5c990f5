package dev.assay.models;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A clock that moves when somebody sleeps, at once. For one thread, or several that do not care.
 */
final class SteppedTime implements Time {
  final List<Duration> sleeps = new ArrayList<>();
  private long nanos;

  @Override
  public synchronized Instant instant() {
    return Instant.EPOCH.plusNanos(nanos);
  }

  @Override
  public synchronized long nanos() {
    return nanos;
  }

  @Override
  public synchronized void sleep(Duration wait) {
    sleeps.add(wait);
    nanos += wait.toNanos();
  }

  synchronized void pass(Duration time) {
    nanos += time.toNanos();
  }
}
