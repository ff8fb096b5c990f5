package dev.assay.local.template;

import java.time.Duration;
import java.time.ZoneId;

/** What starts a function. */
public sealed interface Trigger {
  /** The event's name inside its function. */
  String name();

  /**
   * An SQS event source mapping.
   *
   * @param window how long a batch may wait to fill; zero takes what one receive brings
   * @param reportsFailures whether the answer names failed messages (ReportBatchItemFailures)
   * @param maximumConcurrency batches at work at a time, 1 or more
   */
  record Messages(
      String name,
      String queueName,
      int batchSize,
      Duration window,
      boolean reportsFailures,
      int maximumConcurrency)
      implements Trigger {
    public Messages {
      if (batchSize < 1 || batchSize > 10_000) {
        throw new IllegalArgumentException(name + ": BatchSize must be 1..10000, is " + batchSize);
      }
      if (batchSize > 10 && window.isZero()) {
        throw new IllegalArgumentException(
            name + ": a BatchSize above 10 needs a batching window of 1 second or more");
      }
    }
  }

  /**
   * A schedule.
   *
   * @param expression {@code cron(…)} or {@code rate(…)}
   * @param input JSON the function gets; empty for the scheduler's own event
   */
  record Timer(String name, String expression, ZoneId zone, String input) implements Trigger {}

  /**
   * A route of the HTTP API.
   *
   * @param method upper case, or {@code ANY}
   * @param path literal segments, {@code {name}} for one segment, {@code {name+}} for the rest
   */
  record Route(String name, String method, String path) implements Trigger {}
}
