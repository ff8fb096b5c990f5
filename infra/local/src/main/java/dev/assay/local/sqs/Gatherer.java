package dev.assay.local.sqs;

import dev.assay.local.template.Trigger;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers batches as Lambda's pollers do: until the batch size, the window or 6 MB, whichever comes
 * first. Used by one thread.
 */
final class Gatherer {
  /** The largest event a function can be given. */
  static final long PAYLOAD_LIMIT = 6L * 1024 * 1024;

  private static final int LONG_POLL_SECONDS = 20;
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

  private final QueueReader queue;
  private final int batchSize;
  private final Duration window;
  private final ArrayDeque<Received> pending = new ArrayDeque<>();

  Gatherer(QueueReader queue, Trigger.Messages trigger) {
    this.queue = queue;
    this.batchSize = trigger.batchSize();
    this.window = trigger.window();
  }

  /** The next batch; empty when a long poll brought nothing. */
  List<Received> next() throws IOException, InterruptedException {
    if (pending.isEmpty()) {
      pending.addAll(queue.receive(batchSize, LONG_POLL_SECONDS));
    }
    if (!pending.isEmpty() && !window.isZero()) {
      fill();
    }
    return take();
  }

  /**
   * Receives until there is enough. A receive that was not full is followed by a pause, so that a
   * trickle costs a few requests per window and not one per message.
   */
  private void fill() throws IOException, InterruptedException {
    long end = System.nanoTime() + window.toNanos();
    long pause = Math.min(window.toMillis() / 4, LONGEST_PAUSE.toMillis());
    while (pending.size() < batchSize && size() < PAYLOAD_LIMIT) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return;
      }
      int wanted = Math.min(batchSize - pending.size(), QueueReader.REQUEST_LIMIT);
      List<Received> more = queue.receive(wanted, 0);
      pending.addAll(more);
      if (more.size() < wanted) {
        Thread.sleep(Math.min(left, pause));
      }
    }
  }

  private long size() {
    return pending.stream().mapToLong(Received::size).sum();
  }

  /** As many as fit into one event; the first always does. */
  private List<Received> take() {
    List<Received> batch = new ArrayList<>();
    long size = 0;
    while (!pending.isEmpty() && batch.size() < batchSize) {
      size += pending.getFirst().size();
      if (size > PAYLOAD_LIMIT && !batch.isEmpty()) {
        break;
      }
      batch.add(pending.removeFirst());
    }
    return batch;
  }
}
