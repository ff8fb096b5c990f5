package dev.assay.models;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What came of a blocking call with a time limit on the whole of it. It runs on a virtual thread of
 * its own, whose interruption closes the socket that it reads from: a body that trickles ends.
 */
sealed interface TimedCall<T> {
  record Done<T>(T value) implements TimedCall<T> {}

  record Thrown<T>(RuntimeException thrown) implements TimedCall<T> {}

  record Late<T>(String reason) implements TimedCall<T> {}

  static <T> TimedCall<T> of(Callable<T> call, Duration limit) {
    FutureTask<T> task = new FutureTask<>(call);
    Thread.ofVirtual().name("model call").start(task);
    try {
      return new Done<>(task.get(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      task.cancel(true);
      return new Late<>("the model did not answer within " + limit.toSeconds() + " s");
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      return new Late<>("the call was interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        return new Thrown<>(thrown);
      }
      throw new IllegalStateException("a model call threw what it may not", e.getCause());
    }
  }
}
