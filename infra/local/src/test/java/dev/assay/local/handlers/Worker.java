package dev.assay.local.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Does what a message's body says: {@code fail} is named as failed, {@code throw} fails the batch,
 * {@code hang} exceeds the timeout, {@code slow} takes 300 ms, all else succeeds.
 */
public final class Worker implements RequestHandler<SQSEvent, SQSBatchResponse> {
  /** Every batch handled so far, in all instances. */
  public static final Queue<List<SQSEvent.SQSMessage>> BATCHES = new ConcurrentLinkedQueue<>();

  /** The most batches that were at work at one time. */
  public static final AtomicInteger MOST_AT_ONCE = new AtomicInteger();

  private static final AtomicInteger AT_WORK = new AtomicInteger();
  private final AtomicInteger mine = new AtomicInteger();

  public Worker(Map<String, String> environment) {
    if (!environment.containsKey("AWS_ENDPOINT_URL")) {
      throw new IllegalArgumentException("AWS_ENDPOINT_URL is missing");
    }
  }

  /** Forgets what earlier tests did. */
  public static void reset() {
    BATCHES.clear();
    MOST_AT_ONCE.set(0);
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    if (mine.incrementAndGet() > 1) {
      throw new IllegalStateException("two events at a time in one instance");
    }
    MOST_AT_ONCE.accumulateAndGet(AT_WORK.incrementAndGet(), Math::max);
    try {
      BATCHES.add(List.copyOf(event.getRecords()));
      return work(event);
    } finally {
      AT_WORK.decrementAndGet();
      mine.decrementAndGet();
    }
  }

  private static SQSBatchResponse work(SQSEvent event) {
    List<SQSBatchResponse.BatchItemFailure> failures = new ArrayList<>();
    for (SQSEvent.SQSMessage message : event.getRecords()) {
      switch (message.getBody()) {
        case "fail" -> failures.add(new SQSBatchResponse.BatchItemFailure(message.getMessageId()));
        case "throw" -> throw new IllegalStateException("asked to");
        case "hang" -> sleep(10_000);
        case "slow" -> sleep(300);
        default -> {}
      }
    }
    return new SQSBatchResponse(failures);
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
