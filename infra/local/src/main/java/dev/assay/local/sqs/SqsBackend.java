package dev.assay.local.sqs;

import dev.assay.local.count.Meter;
import dev.assay.local.count.Operation;
import dev.assay.local.count.Tally;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Passes SQS's JSON protocol to the queue server and counts what SQS would bill. */
public final class SqsBackend {
  /** What SQS bills as one request; a larger payload counts once per chunk begun. */
  static final int BILLED_CHUNK = 64 * 1024;

  // Inside a message body the quotes are escaped, so the first bare one is the request's own field.
  private static final Pattern QUEUE =
      Pattern.compile("(?<!\\\\)\"Queue(?:Url|Name)\"\\s*:\\s*\"([^\"]+)\"");

  private final URI address;
  private final HttpClient client;
  private final Meter meter;

  public SqsBackend(URI address, HttpClient client, Meter meter) {
    this.address = address;
    this.client = client;
    this.meter = meter;
  }

  /**
   * The server's answer.
   *
   * @param operation as {@code SendMessage}
   * @param body its JSON
   */
  public HttpResponse<byte[]> call(String operation, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(60))
            .header("X-Amz-Target", "AmazonSQS." + operation)
            .header("Content-Type", "application/x-amz-json-1.0")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    long payload = Math.max(decodedLength(body), decodedLength(answer.body()));
    long billed = Math.max(1, (payload + BILLED_CHUNK - 1) / BILLED_CHUNK);
    meter.count(
        new Operation("sqs", operation, queueName(body)),
        Tally.request(billed, body.length, answer.body().length));
    return answer;
  }

  private static String queueName(byte[] body) {
    Matcher matcher = QUEUE.matcher(new String(body, StandardCharsets.ISO_8859_1));
    return matcher.find() ? matcher.group(1).substring(matcher.group(1).lastIndexOf('/') + 1) : "";
  }

  /** The JSON's bytes without its backslashes: what its strings, which are the payload, hold. */
  private static long decodedLength(byte[] json) {
    long length = json.length;
    for (int i = 0; i < json.length; i++) {
      if (json[i] == '\\') {
        length--;
        i++;
      }
    }
    return length;
  }
}
