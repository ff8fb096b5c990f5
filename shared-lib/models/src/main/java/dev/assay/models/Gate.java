package dev.assay.models;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets calls of one model through: so many at once, so many and so many tokens per minute. When the
 * provider says that calls come too fast, both are halved, and each answer raises them again a
 * little (additive increase, multiplicative decrease, as TCP does), up to what is configured. Its
 * Retry-After holds everybody back. Callers wait on their own, in deployment virtual, threads. Safe
 * for several threads.
 */
final class Gate {
  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
  private static final double SLOWEST = 1.0 / 16;
  private static final double FASTER_PER_ANSWER = 0.05;

  private final String model;
  private final RateLimits limits;
  private final Time time;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final @Nullable Bucket calls;
  private final @Nullable Bucket tokens;
  private double atOnce;
  private double pace = 1;
  private int underWay;
  private long heldUntil;
  private long loweredAt;
  private boolean told;

  Gate(String model, RateLimits limits, Time time) {
    this.model = model;
    this.limits = limits;
    this.time = time;
    long now = time.nanos();
    this.calls = limits.callsPerMinute() == 0 ? null : new Bucket(limits.callsPerMinute(), now);
    this.tokens = limits.tokensPerMinute() == 0 ? null : new Bucket(limits.tokensPerMinute(), now);
    this.atOnce = limits.callsAtOnce();
    this.heldUntil = now;
    this.loweredAt = now;
  }

  /**
   * One call on its way.
   *
   * @param tokens what was taken for it
   */
  record Pass(long tokens, long enteredAt) {}

  /**
   * Waits for the way to be free; null when that would take longer than {@code atMost}. Each pass
   * is given back by {@link #leave}.
   *
   * @param expected tokens that the call will take
   */
  @Nullable Pass enter(long expected, Duration atMost) throws InterruptedException {
    long end = time.nanos() + atMost.toNanos();
    long wait;
    lock.lockInterruptibly();
    try {
      while (underWay >= (int) atOnce) {
        long left = end - time.nanos();
        if (left <= 0) {
          return null;
        }
        changed.await(left, TimeUnit.NANOSECONDS);
      }
      wait = take(expected);
      if (wait > end - time.nanos()) {
        putBack(1, expected);
        return null;
      }
      underWay++;
    } finally {
      lock.unlock();
    }
    return sleep(wait, expected, end) ? new Pass(expected, time.nanos()) : null;
  }

  private boolean sleep(long wait, long expected, long end) throws InterruptedException {
    boolean through = false;
    try {
      for (long left = wait; left > 0; left = held()) {
        if (left > end - time.nanos()) {
          return false;
        }
        time.sleep(Duration.ofNanos(left));
      }
      through = true;
      return true;
    } finally {
      if (!through) {
        giveUp(expected);
      }
    }
  }

  private void giveUp(long expected) {
    lock.lock();
    try {
      underWay--;
      putBack(1, expected);
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  private long held() {
    lock.lock();
    try {
      return heldUntil - time.nanos();
    } finally {
      lock.unlock();
    }
  }

  private long take(long expected) {
    long now = time.nanos();
    long wait = Math.max(0, heldUntil - now);
    wait = calls == null ? wait : Math.max(wait, calls.take(1, pace, now));
    return tokens == null ? wait : Math.max(wait, tokens.take(expected, pace, now));
  }

  private void putBack(int call, long unused) {
    if (calls != null) {
      calls.giveBack(call);
    }
    if (tokens != null) {
      tokens.giveBack(unused);
    }
  }

  /**
   * Ends a call that was answered.
   *
   * @param used tokens that it took
   */
  void answered(Pass pass, long used) {
    lock.lock();
    try {
      leave(pass, used);
      atOnce = Math.min(limits.callsAtOnce(), atOnce + 1 / atOnce);
      pace = Math.min(1, pace + FASTER_PER_ANSWER);
      if (told && pace == 1 && atOnce == limits.callsAtOnce()) {
        told = false;
        LOG.info("judge model {} takes {} calls at once again", model, limits.callsAtOnce());
      }
    } finally {
      lock.unlock();
    }
  }

  /** Ends a call that failed for a reason that says nothing about the rate. */
  void failed(Pass pass, long used) {
    lock.lock();
    try {
      leave(pass, used);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Ends a call that the provider refused as too much.
   *
   * @param hold how long it asks to wait; nobody is let through before
   */
  void throttled(Pass pass, @Nullable Duration hold) {
    lock.lock();
    try {
      leave(pass, 0);
      long now = time.nanos();
      if (hold != null) {
        heldUntil = Math.max(heldUntil, now + hold.toNanos());
      }
      // Those that were under way together are one sign, not many.
      if (pass.enteredAt() - loweredAt >= 0) {
        lower(now);
      }
    } finally {
      lock.unlock();
    }
  }

  private void lower(long now) {
    loweredAt = now;
    atOnce = Math.max(1, atOnce / 2);
    pace = Math.max(SLOWEST, pace / 2);
    if (!told) {
      told = true;
      LOG.warn(
          "judge model {} says that calls come too fast: {} at once instead of {}, more again as"
              + " it answers",
          model,
          (int) atOnce,
          limits.callsAtOnce());
    }
  }

  private void leave(Pass pass, long used) {
    underWay--;
    putBack(0, pass.tokens() - used);
    changed.signalAll();
  }

  /** Calls that may be under way now. */
  int atOnce() {
    lock.lock();
    try {
      return (int) atOnce;
    } finally {
      lock.unlock();
    }
  }
}
