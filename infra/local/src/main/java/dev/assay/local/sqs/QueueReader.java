package dev.assay.local.sqs;

import dev.assay.local.template.Stack;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Receives from one queue and deletes what was done. */
final class QueueReader {
  /** The most that one receive brings and one delete takes. */
  static final int REQUEST_LIMIT = 10;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final SqsBackend sqs;
  private final String url;
  private final String arn;
  private final String region;

  QueueReader(SqsBackend sqs, Stack stack, String queueName) {
    this.sqs = sqs;
    this.url = stack.queueUrl(queueName);
    this.arn = stack.arn("sqs", queueName);
    this.region = stack.region();
  }

  /** Up to {@code most} (1..10) messages, waiting up to {@code waitSeconds} (0..20) for a first. */
  List<Received> receive(int most, int waitSeconds) throws IOException, InterruptedException {
    Map<String, Object> request =
        Map.of(
            "QueueUrl", url,
            "MaxNumberOfMessages", Math.min(most, REQUEST_LIMIT),
            "WaitTimeSeconds", waitSeconds,
            "AttributeNames", List.of("All"),
            "MessageAttributeNames", List.of("All"));
    List<Received> messages = new ArrayList<>();
    for (JsonNode entry : call("ReceiveMessage", request).path("Messages")) {
      messages.add(Received.of(entry, arn, region));
    }
    return messages;
  }

  void delete(List<Received> messages) throws IOException, InterruptedException {
    for (int from = 0; from < messages.size(); from += REQUEST_LIMIT) {
      int to = Math.min(from + REQUEST_LIMIT, messages.size());
      List<Map<String, String>> entries = new ArrayList<>();
      for (Received received : messages.subList(from, to)) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("Id", Integer.toString(entries.size()));
        entry.put("ReceiptHandle", received.message().getReceiptHandle());
        entries.add(entry);
      }
      call("DeleteMessageBatch", Map.of("QueueUrl", url, "Entries", entries));
    }
  }

  private JsonNode call(String operation, Map<String, Object> request)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = sqs.call(operation, JSON.writeValueAsBytes(request));
    if (answer.statusCode() != 200) {
      throw new IOException(operation + " on " + url + " answered " + answer.statusCode());
    }
    return JSON.readTree(answer.body());
  }
}
