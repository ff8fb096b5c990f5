package dev.assay.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Runs small requests side by side; their latency, not their number, is what a batch waits for. */
final class Parallel {
  /** As many as the HTTP client keeps connections for; see http.maxConnections in template.yaml. */
  private static final int WIDTH = 16;

  private Parallel() {}

  /** The results in the order of the inputs; the first failure is thrown after all have ended. */
  static <T, R> List<R> map(List<T> inputs, Function<T, R> work) {
    if (inputs.size() < 2) {
      return inputs.stream().map(work).toList();
    }
    Semaphore permits = new Semaphore(WIDTH);
    List<Future<R>> futures = new ArrayList<>(inputs.size());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (T input : inputs) {
        permits.acquireUninterruptibly();
        futures.add(
            threads.submit(() -> {
              try {
                return work.apply(input);
              } finally {
                permits.release();
              }
            }));
      }
    }
    return futures.stream().map(Parallel::result).toList();
  }

  private static <R> R result(Future<R> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
