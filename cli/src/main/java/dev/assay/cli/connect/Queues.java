package dev.assay.cli.connect;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** How much lies in the queues. */
public final class Queues implements AutoCloseable {
  /** The queues in the data's order, which is the order in which emptiness can be believed. */
  public static final List<Resource> ALL =
      List.of(
          Resource.TRACES_QUEUE,
          Resource.CHECKS_QUEUE,
          Resource.JUDGEMENTS_QUEUE,
          Resource.JOINS_QUEUE);

  private final Connection connection;
  private final SqsClient sqs;

  public Queues(Connection connection) {
    this.connection = connection;
    this.sqs = connection.clients().sqs();
  }

  /**
   * Messages of one queue, all numbers approximate as SQS has them.
   *
   * @param atWork received and not yet deleted
   * @param dead in the dead-letter queue
   */
  public record Depth(long waiting, long atWork, long delayed, long dead) {}

  /** Depths of all queues. */
  public Map<Resource, Depth> depths() {
    Map<Resource, Depth> depths = new EnumMap<>(Resource.class);
    ALL.forEach(queue -> depths.put(queue, depth(queue)));
    return depths;
  }

  /** True when nothing waits and nothing is at work; what is delayed does not count. */
  public boolean isEmpty(Resource queue) {
    Map<QueueAttributeName, String> counts = counts(connection.name(queue));
    return number(counts, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES) == 0
        && number(counts, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE) == 0;
  }

  /** One queue and its dead letters. */
  public Depth depth(Resource queue) {
    String url = connection.name(queue);
    Map<QueueAttributeName, String> counts = counts(url);
    Map<QueueAttributeName, String> dead = counts(deadLetters(url));
    return new Depth(
        number(counts, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
        number(counts, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE),
        number(counts, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED),
        number(dead, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
  }

  /** The dead-letter queue's URL, by the template's naming. */
  public static String deadLetters(String queueUrl) {
    return queueUrl + "-dead";
  }

  private Map<QueueAttributeName, String> counts(String url) {
    return sqs.getQueueAttributes(request ->
            request
                .queueUrl(url)
                .attributeNames(
                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
        .attributes();
  }

  private static long number(Map<QueueAttributeName, String> counts, QueueAttributeName name) {
    return Long.parseLong(counts.getOrDefault(name, "0"));
  }

  @Override
  public void close() {
    sqs.close();
  }
}
