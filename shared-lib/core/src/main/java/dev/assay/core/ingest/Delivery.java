package dev.assay.core.ingest;

/**
 * One queue message.
 *
 * @param id the queue's own id, named when the message is to come again
 * @param receiveCount how often it has been delivered, from 1
 */
public record Delivery(String id, Content content, int receiveCount) {
  /** Where the body is. */
  public sealed interface Content {}

  /** The body itself. */
  public record Inline(String body) implements Content {}

  /**
   * A body in S3, as the AWS extended client libraries leave it.
   *
   * @param original the message's own body, for the dead-letter queue
   */
  public record Large(String bucket, String key, String original) implements Content {}
}
