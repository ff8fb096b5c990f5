package dev.assay.local.count;

/**
 * What was asked, and of what.
 *
 * @param service {@code sqs}, {@code s3}, {@code dynamodb}, {@code sns} or {@code api}
 * @param name the service's own name for it, as {@code SendMessageBatch}; for S3 the method
 * @param resource queue, table or topic name; for S3 the bucket and the key's first segment
 */
public record Operation(String service, String name, String resource)
    implements Comparable<Operation> {
  @Override
  public int compareTo(Operation other) {
    return (service + name + resource).compareTo(other.service + other.name + other.resource);
  }
}
