package dev.assay.local.sqs;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A received message as a function sees it.
 *
 * @param size of its body in UTF-8 bytes
 */
record Received(SQSMessage message, long size) {

  /** Reads one entry of ReceiveMessage's answer. */
  static Received of(JsonNode entry, String queueArn, String region) {
    SQSMessage message = new SQSMessage();
    String body = entry.path("Body").asString("");
    message.setMessageId(entry.path("MessageId").asString(""));
    message.setReceiptHandle(entry.path("ReceiptHandle").asString(""));
    message.setBody(body);
    message.setMd5OfBody(entry.path("MD5OfBody").asString(""));
    message.setAttributes(attributes(entry.path("Attributes")));
    message.setMessageAttributes(messageAttributes(entry.path("MessageAttributes")));
    message.setEventSource("aws:sqs");
    message.setEventSourceArn(queueArn);
    message.setAwsRegion(region);
    return new Received(message, body.getBytes(StandardCharsets.UTF_8).length);
  }

  private static Map<String, String> attributes(JsonNode node) {
    Map<String, String> attributes = new HashMap<>();
    node.properties().forEach(e -> attributes.put(e.getKey(), e.getValue().asString("")));
    return attributes;
  }

  private static Map<String, MessageAttribute> messageAttributes(JsonNode node) {
    Map<String, MessageAttribute> attributes = new HashMap<>();
    node.properties().forEach(e -> attributes.put(e.getKey(), attribute(e.getValue())));
    return attributes;
  }

  private static MessageAttribute attribute(JsonNode node) {
    MessageAttribute attribute = new MessageAttribute();
    attribute.setDataType(node.path("DataType").asString(""));
    if (node.hasNonNull("StringValue")) {
      attribute.setStringValue(node.path("StringValue").asString(""));
    }
    if (node.hasNonNull("BinaryValue")) {
      byte[] bytes = Base64.getDecoder().decode(node.path("BinaryValue").asString(""));
      attribute.setBinaryValue(ByteBuffer.wrap(bytes));
    }
    return attribute;
  }
}
