package dev.assay.local.sns;

import java.time.Instant;
import java.util.Map;

/**
 * A message published to a topic.
 *
 * @param id given by the topic
 * @param subject empty when there is none
 * @param attributes the message attributes' string values
 */
public record Notification(
    String id,
    Instant at,
    String topicArn,
    String subject,
    String message,
    Map<String, String> attributes) {
  public Notification {
    attributes = Map.copyOf(attributes);
  }
}
