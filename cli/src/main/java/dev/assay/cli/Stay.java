package dev.assay.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Keeps a process up until it is told to end. */
final class Stay {
  private static final Duration SOON = Duration.ofSeconds(2);

  private Stay() {}

  /**
   * Waits for the process's end, by Ctrl-C or a signal.
   *
   * @param onEnd runs before the process is gone
   * @param onReady runs once the end is provided for
   */
  static void untilEnded(Runnable onEnd, Runnable onReady) throws InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(onEnd, "end"));
    onReady.run();
    new CountDownLatch(1).await();
  }

  /** Closes what holds nothing that has to outlive the process, and waits two seconds at most. */
  static void endSoon(Runnable close) {
    Thread closing = Thread.ofPlatform().daemon().name("close").start(close);
    try {
      boolean _ = closing.join(SOON);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
