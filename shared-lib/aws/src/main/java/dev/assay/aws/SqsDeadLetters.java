package dev.assay.aws;

import dev.assay.core.ingest.DeadLetters;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** The dead-letter queue, with the reason as a message attribute. */
public final class SqsDeadLetters implements DeadLetters {
  private static final int MAX_REASON_CHARS = 1_000;

  /** The queue takes a megabyte of body and attributes together. */
  private static final int MAX_BODY_BYTES = (1 << 20) - 4_096;

  private final SqsClient sqs;
  private final String url;

  SqsDeadLetters(SqsClient sqs, String url) {
    this.sqs = sqs;
    this.url = url;
  }

  @Override
  public void bury(String body, String reason) {
    String shortReason =
        reason.length() > MAX_REASON_CHARS ? reason.substring(0, MAX_REASON_CHARS) : reason;
    MessageAttributeValue attribute =
        MessageAttributeValue.builder().dataType("String").stringValue(shortReason).build();
    sqs.sendMessage(request ->
        request
            .queueUrl(url)
            .messageBody(fitting(body))
            .messageAttributes(Map.of("reason", attribute)));
  }

  private static String fitting(String body) {
    if (body.isEmpty()) {
      return "(empty)";
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return bytes.length <= MAX_BODY_BYTES
        ? body
        : new String(bytes, 0, MAX_BODY_BYTES, StandardCharsets.UTF_8);
  }
}
