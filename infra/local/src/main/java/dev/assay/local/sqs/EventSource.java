package dev.assay.local.sqs;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.assay.local.lambda.FunctionFailure;
import dev.assay.local.lambda.FunctionRunner;
import dev.assay.local.template.Stack;
import dev.assay.local.template.Trigger;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An SQS event source mapping: batches go to the function, what it did not name as failed is
 * deleted, the rest comes back after its visibility timeout and ends in the dead-letter queue.
 */
public final class EventSource implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EventSource.class);
  private static final Duration PAUSE_AFTER_ERROR = Duration.ofMillis(500);

  private final Trigger.Messages trigger;
  private final FunctionRunner function;
  private final QueueReader queue;
  private final Gatherer gatherer;
  private final Semaphore slots;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Thread poller;
  private volatile boolean stopped;

  private EventSource(
      Trigger.Messages trigger, FunctionRunner function, SqsBackend sqs, Stack stack) {
    this.trigger = trigger;
    this.function = function;
    this.queue = new QueueReader(sqs, stack, trigger.queueName());
    this.gatherer = new Gatherer(queue, trigger);
    this.slots = new Semaphore(trigger.maximumConcurrency());
    this.poller = Thread.ofVirtual().name("poll " + trigger.queueName()).unstarted(this::poll);
  }

  /** Starts to poll. */
  public static EventSource start(
      Trigger.Messages trigger, FunctionRunner function, SqsBackend sqs, Stack stack) {
    EventSource source = new EventSource(trigger, function, sqs, stack);
    source.poller.start();
    return source;
  }

  /** Stops polling, then lets the batches at work end, at most the function's timeout long. */
  @Override
  public void close() {
    stopped = true;
    poller.interrupt();
    workers.shutdown();
    try {
      poller.join(Duration.ofSeconds(5));
      if (!workers.awaitTermination(function.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
        workers.shutdownNow();
      }
    } catch (InterruptedException e) {
      workers.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private void poll() {
    try {
      while (!stopped) {
        slots.acquire();
        dispatch(gather());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Received> gather() throws InterruptedException {
    try {
      return gatherer.next();
    } catch (IOException e) {
      if (!stopped) {
        LOG.warn("receiving from {} failed: {}", trigger.queueName(), e.toString());
        Thread.sleep(PAUSE_AFTER_ERROR);
      }
      return List.of();
    }
  }

  private void dispatch(List<Received> batch) {
    if (batch.isEmpty() || stopped) {
      slots.release();
      return;
    }
    var _ =
        workers.submit(() -> {
          try {
            deliver(batch);
          } finally {
            slots.release();
          }
        });
  }

  private void deliver(List<Received> batch) {
    SQSEvent event = new SQSEvent();
    event.setRecords(batch.stream().map(Received::message).toList());
    try {
      Optional<Object> answer = function.invoke(event);
      Set<String> failed = failures(answer, batch);
      queue.delete(batch.stream().filter(m -> !failed.contains(id(m))).toList());
    } catch (FunctionFailure e) {
      LOG.warn("a batch of {} from {} failed: {}", batch.size(), trigger.queueName(), e.toString());
    } catch (IOException e) {
      LOG.warn("deleting from {} failed: {}", trigger.queueName(), e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * The failed ids. As on Lambda, an answer that names an unknown message fails the whole batch.
   */
  private Set<String> failures(Optional<Object> answer, List<Received> batch)
      throws FunctionFailure {
    if (!trigger.reportsFailures()
        || !(answer.orElse(null) instanceof SQSBatchResponse response)
        || response.getBatchItemFailures() == null) {
      return Set.of();
    }
    Set<String> failed =
        response.getBatchItemFailures().stream()
            .map(failure -> String.valueOf(failure.getItemIdentifier()))
            .collect(Collectors.toSet());
    if (!batch.stream().map(EventSource::id).collect(Collectors.toSet()).containsAll(failed)) {
      throw new FunctionFailure("the answer names messages that are not in the batch");
    }
    return failed;
  }

  private static String id(Received received) {
    return received.message().getMessageId();
  }
}
