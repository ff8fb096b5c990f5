package dev.assay.wire;

import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The bodies that the AWS extended client libraries leave in the queue for a message in S3: a JSON
 * array of a class name that ends in {@code S3Pointer} and an object with bucket and key, beside a
 * message attribute with the size.
 */
public record S3PointerJson(String bucket, String key) {
  private static final Set<String> SIZE_ATTRIBUTES =
      Set.of("ExtendedPayloadSize", "SQSLargePayloadSize");

  /** The pointer in a message; empty when the message is none. */
  public static Optional<S3PointerJson> read(String body, Set<String> attributeNames) {
    if (!body.startsWith("[") || attributeNames.stream().noneMatch(SIZE_ATTRIBUTES::contains)) {
      return Optional.empty();
    }
    try {
      JsonNode tree = Mappers.JSON.readTree(body);
      if (tree.size() != 2 || !tree.path(0).asString("").endsWith("S3Pointer")) {
        return Optional.empty();
      }
      String bucket = tree.path(1).path("s3BucketName").asString("");
      String key = tree.path(1).path("s3Key").asString("");
      return bucket.isEmpty() || key.isEmpty()
          ? Optional.empty()
          : Optional.of(new S3PointerJson(bucket, key));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
