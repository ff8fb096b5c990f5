package dev.assay.local;

import dev.assay.aws.Adapters;
import dev.assay.aws.Environment;
import dev.assay.core.feedback.Feedback;
import dev.assay.core.trace.TraceId;
import dev.assay.core.trace.TraceRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** The whole online path at work on the real template, for one test class. */
final class Loop implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  final LocalSystem system;
  final Clients clients;
  final Adapters adapters;

  Loop() {
    system =
        LocalSystem.start(
            LocalOptions.of(template()).withParameters(Map.of("BatchingWindowSeconds", "1")));
    clients = Clients.of(system.endpoint());
    Map<String, String> all = new HashMap<>(system.environment("Ingest"));
    all.putAll(system.environment("Check"));
    adapters = new Adapters(new Environment(all), InstantSource.system());
  }

  /** The repository's own template, from wherever the tests run. */
  static Path template() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null) {
      if (Files.exists(folder.resolve("template.yaml"))) {
        return folder.resolve("template.yaml");
      }
      folder = folder.getParent();
    }
    throw new IllegalStateException("template.yaml is in no folder above");
  }

  String queue(String logicalId) {
    String url = system.resources().get(logicalId);
    if (url == null) {
      throw new IllegalArgumentException("no queue " + logicalId);
    }
    return url;
  }

  String inbox() {
    String name = system.resources().get("Inbox");
    return name == null ? "" : name;
  }

  void send(String body) {
    clients.sqs().sendMessage(r -> r.queueUrl(queue("TracesQueue")).messageBody(body));
  }

  void sendPointer(String bucket, String key) {
    String body =
        "[\"software.amazon.payloadoffloading.PayloadS3Pointer\",{\"s3BucketName\":\""
            + bucket
            + "\",\"s3Key\":\""
            + key
            + "\"}]";
    MessageAttributeValue size =
        MessageAttributeValue.builder().dataType("Number").stringValue("1").build();
    clients
        .sqs()
        .sendMessage(r ->
            r.queueUrl(queue("TracesQueue"))
                .messageBody(body)
                .messageAttributes(Map.of("ExtendedPayloadSize", size)));
  }

  List<Feedback> feedback(String trace) {
    return adapters.feedbackLog().of(new TraceId(trace));
  }

  TraceRecord record(String trace) {
    return adapters
        .traceArchive()
        .find(new TraceId(trace))
        .orElseThrow(() -> new AssertionError("trace " + trace + " is not stored"));
  }

  String stored(String trace) {
    return adapters.traceArchive().read(List.of(record(trace).pointer())).getFirst().utf8();
  }

  /** Up to ten messages of the dead-letter queue of traces. */
  List<Message> deadLetters() {
    return clients
        .sqs()
        .receiveMessage(r ->
            r.queueUrl(queue("TracesDead"))
                .maxNumberOfMessages(10)
                .messageAttributeNames("All")
                .waitTimeSeconds(1))
        .messages();
  }

  static String reason(Message deadLetter) {
    MessageAttributeValue reason = deadLetter.messageAttributes().get("reason");
    return reason == null ? "no reason" : reason.stringValue();
  }

  @Override
  public void close() {
    adapters.close();
    clients.close();
    system.close();
  }
}
