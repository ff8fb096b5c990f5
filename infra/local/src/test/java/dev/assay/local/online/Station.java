package dev.assay.local.online;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.assay.local.lambda.FunctionFailure;
import dev.assay.local.lambda.FunctionRunner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * One queue and the function that reads it, worked by hand so that a test knows when it is done.
 */
final class Station {
  private static final int MOST = 10;

  private final SqsClient sqs;
  private final String url;
  private final FunctionRunner function;
  private final int waitSeconds;

  /**
   * Makes it.
   *
   * @param waitSeconds how long a queue must give nothing to count as empty
   */
  Station(SqsClient sqs, String url, FunctionRunner function, int waitSeconds) {
    this.sqs = sqs;
    this.url = url;
    this.function = function;
    this.waitSeconds = waitSeconds;
  }

  /** Works until the queue gives no more; returns how many messages are to come again. */
  int drain() throws FunctionFailure, InterruptedException {
    int again = 0;
    List<Message> batch = receive();
    while (!batch.isEmpty()) {
      Set<String> failed = work(batch);
      batch.stream().filter(one -> !failed.contains(one.messageId())).forEach(this::delete);
      again += failed.size();
      batch = receive();
    }
    return again;
  }

  private Set<String> work(List<Message> batch) throws FunctionFailure, InterruptedException {
    SQSEvent event = new SQSEvent();
    event.setRecords(batch.stream().map(this::message).toList());
    SQSBatchResponse answer = (SQSBatchResponse) function.invoke(event).orElseThrow();
    return answer.getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .collect(Collectors.toSet());
  }

  private List<Message> receive() {
    return sqs.receiveMessage(request ->
            request
                .queueUrl(url)
                .maxNumberOfMessages(MOST)
                .waitTimeSeconds(waitSeconds)
                .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                .messageAttributeNames("All"))
        .messages();
  }

  private void delete(Message message) {
    sqs.deleteMessage(request -> request.queueUrl(url).receiptHandle(message.receiptHandle()));
  }

  private SQSMessage message(Message received) {
    SQSMessage message = new SQSMessage();
    message.setMessageId(received.messageId());
    message.setReceiptHandle(received.receiptHandle());
    message.setBody(received.body());
    message.setAttributes(received.attributesAsStrings());
    message.setMessageAttributes(attributes(received));
    message.setEventSource("aws:sqs");
    message.setEventSourceArn(
        "arn:aws:sqs:us-east-1:000000000000:" + url.substring(url.lastIndexOf('/') + 1));
    return message;
  }

  private static Map<String, MessageAttribute> attributes(Message received) {
    Map<String, MessageAttribute> attributes = new HashMap<>();
    received
        .messageAttributes()
        .forEach((name, value) -> {
          MessageAttribute attribute = new MessageAttribute();
          attribute.setDataType(value.dataType());
          attribute.setStringValue(value.stringValue());
          attributes.put(name, attribute);
        });
    return attributes;
  }
}
