package dev.assay.local.dynamodb;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Removes expired items and flushes the file now and then, on one daemon thread. */
final class Housekeeping implements AutoCloseable {
  static final long FLUSH_MILLIS = 250;
  private static final long SWEEP_MILLIS = 2_000;
  private static final System.Logger LOG = System.getLogger(Housekeeping.class.getName());

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("dynamodb-housekeeping").factory());

  private Housekeeping() {}

  static Housekeeping start(Store store, boolean inFile) {
    Housekeeping housekeeping = new Housekeeping();
    housekeeping.every(SWEEP_MILLIS, store::sweep);
    if (inFile) {
      housekeeping.every(FLUSH_MILLIS, store::flush);
    }
    return housekeeping;
  }

  private void every(long millis, Runnable work) {
    var _ =
        thread.scheduleWithFixedDelay(() -> logged(work), millis, millis, TimeUnit.MILLISECONDS);
  }

  /** An exception would end the schedule, so it is told and the next turn tries again. */
  private static void logged(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "housekeeping failed, tried again soon", e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
        LOG.log(System.Logger.Level.WARNING, "housekeeping did not end in 5 s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
