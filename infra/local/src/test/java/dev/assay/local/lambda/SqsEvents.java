package dev.assay.local.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.assay.local.LocalSystem;
import dev.assay.wire.Mappers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Messages of a queue as the event of a function. */
final class SqsEvents {
  private static final int MOST_AT_ONCE = 10;

  private SqsEvents() {}

  /**
   * One delivery.
   *
   * @param receiveCount how often it was delivered, from 1
   */
  record Delivered(String id, String receiptHandle, String body, int receiveCount) {
    static Delivered first(String id, String body) {
      return new Delivered(id, "receipt", body, 1);
    }
  }

  /** The event as Lambda puts it on the wire. */
  static String json(String queue, List<Delivered> messages) {
    ObjectNode event = Mappers.JSON.createObjectNode();
    ArrayNode records = event.putArray("Records");
    for (Delivered message : messages) {
      ObjectNode one = records.addObject();
      one.put("messageId", message.id()).put("receiptHandle", message.receiptHandle());
      one.put("body", message.body());
      one.putObject("attributes")
          .put("ApproximateReceiveCount", Integer.toString(message.receiveCount()))
          .put("SentTimestamp", "1795168817000");
      one.putObject("messageAttributes");
      one.put("eventSource", "aws:sqs").put("awsRegion", "eu-west-1");
      one.put("eventSourceARN", "arn:aws:sqs:eu-west-1:000000000000:assay-" + queue);
    }
    return event.toString();
  }

  /** The event as a handler in this process takes it. */
  static SQSEvent event(String queue, List<Delivered> messages) {
    List<SQSMessage> records = new ArrayList<>();
    for (Delivered delivered : messages) {
      SQSMessage message = new SQSMessage();
      message.setMessageId(delivered.id());
      message.setBody(delivered.body());
      message.setAttributes(
          Map.of("ApproximateReceiveCount", Integer.toString(delivered.receiveCount())));
      message.setMessageAttributes(Map.of());
      message.setEventSourceArn("arn:aws:sqs:eu-west-1:000000000000:assay-" + queue);
      records.add(message);
    }
    SQSEvent event = new SQSEvent();
    event.setRecords(records);
    return event;
  }

  /** Receives until the queue has nothing more to give; nothing is deleted. */
  static List<Delivered> drain(SqsClient sqs, LocalSystem system, String queue) {
    List<Delivered> messages = new ArrayList<>();
    while (true) {
      List<Message> page =
          sqs.receiveMessage(request ->
                  request
                      .queueUrl(url(system, queue))
                      .maxNumberOfMessages(MOST_AT_ONCE)
                      .waitTimeSeconds(1)
                      .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                      .messageAttributeNames("All"))
              .messages();
      if (page.isEmpty()) {
        return messages;
      }
      page.forEach(message -> messages.add(delivered(message)));
    }
  }

  private static Delivered delivered(Message message) {
    String count =
        message
            .attributes()
            .getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1");
    return new Delivered(
        message.messageId(), message.receiptHandle(), message.body(), Integer.parseInt(count));
  }

  /** Makes what was received visible again, as when its visibility timeout has passed. */
  static void release(SqsClient sqs, LocalSystem system, String queue, List<Delivered> messages) {
    for (Delivered message : messages) {
      sqs.changeMessageVisibility(request ->
          request
              .queueUrl(url(system, queue))
              .receiptHandle(message.receiptHandle())
              .visibilityTimeout(0));
    }
  }

  static void send(SqsClient sqs, LocalSystem system, String queue, List<String> bodies) {
    for (int from = 0; from < bodies.size(); from += MOST_AT_ONCE) {
      List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
      for (String body : bodies.subList(from, Math.min(bodies.size(), from + MOST_AT_ONCE))) {
        entries.add(
            SendMessageBatchRequestEntry.builder()
                .id(Integer.toString(entries.size()))
                .messageBody(body)
                .build());
      }
      sqs.sendMessageBatch(request -> request.queueUrl(url(system, queue)).entries(entries));
    }
  }

  static String url(LocalSystem system, String queue) {
    return system.resources().getOrDefault(queue, "");
  }
}
