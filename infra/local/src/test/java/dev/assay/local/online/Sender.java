package dev.assay.local.online;

import dev.assay.local.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An agent's side: writes conversations and sends them. */
final class Sender implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration AGE = Duration.ofMinutes(5);

  private final TestCloud cloud;
  private final SqsClient sqs;
  private final S3Client s3;

  Sender(TestCloud cloud) {
    this.cloud = cloud;
    this.sqs = cloud.clients().sqs();
    this.s3 = cloud.clients().s3();
  }

  /** The sample conversation, just over, escalated to a person, so that the judge gets it. */
  static ObjectNode conversation(String traceId) throws IOException {
    ObjectNode trace =
        (ObjectNode)
            JSON.readTree(Files.readAllBytes(Repository.root().resolve("events/trace.json")));
    Instant start = Instant.now().minus(AGE);
    trace.put("trace_id", traceId).put("project", traceId);
    trace.put("started_at", start.toString()).put("ended_at", start.plusSeconds(60).toString());
    trace.withObject("/outcome").put("escalated", true);
    return trace;
  }

  /** Sends all in one request, so that they may come in one batch. */
  void send(String... bodies) {
    List<SendMessageBatchRequestEntry> entries =
        IntStream.range(0, bodies.length)
            .mapToObj(i ->
                SendMessageBatchRequestEntry.builder().id("m" + i).messageBody(bodies[i]).build())
            .toList();
    sqs.sendMessageBatch(r -> r.queueUrl(cloud.name("TracesQueue")).entries(entries));
  }

  /** Sends a body as the AWS extended client libraries do: to S3, with a pointer in the queue. */
  void sendByPointer(String key, String body) {
    String bucket = cloud.name("Inbox");
    s3.putObject(r -> r.bucket(bucket).key(key), RequestBody.fromString(body));
    sendPointer(
        "[\"software.amazon.payloadoffloading.PayloadS3Pointer\",{\"s3BucketName\":\"%s\",\"s3Key\":\"%s\"}]"
            .formatted(bucket, key));
  }

  /** Sends a pointer's text with the attribute that marks it as one. */
  void sendPointer(String pointer) {
    MessageAttributeValue size =
        MessageAttributeValue.builder().dataType("Number").stringValue("2000000").build();
    sqs.sendMessage(r ->
        r.queueUrl(cloud.name("TracesQueue"))
            .messageBody(pointer)
            .messageAttributes(Map.of("ExtendedPayloadSize", size)));
  }

  Map<QueueAttributeName, String> attributes(String queue) {
    return sqs.getQueueAttributes(
            r -> r.queueUrl(cloud.name(queue)).attributeNames(QueueAttributeName.ALL))
        .attributes();
  }

  /** Takes what the dead-letter queue holds. */
  List<Message> deadLetters() {
    String url = cloud.name("TracesDead");
    List<Message> messages =
        sqs.receiveMessage(r ->
                r.queueUrl(url)
                    .maxNumberOfMessages(10)
                    .waitTimeSeconds(2)
                    .messageAttributeNames("All"))
            .messages();
    messages.forEach(
        message -> sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(message.receiptHandle())));
    return messages;
  }

  @Override
  public void close() {
    sqs.close();
    s3.close();
  }
}
