package dev.assay.local;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Waits for what another thread does. */
public final class Eventually {
  private Eventually() {}

  /** Tries until the assertion holds; its last failure is the test's when time is up. */
  public static void within(Duration time, ThrowingCallable assertion) throws Throwable {
    long end = System.nanoTime() + time.toNanos();
    while (true) {
      try {
        assertion.call();
        return;
      } catch (AssertionError e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        Thread.sleep(50);
      }
    }
  }
}
