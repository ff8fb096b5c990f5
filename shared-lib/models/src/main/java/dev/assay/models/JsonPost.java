package dev.assay.models;

import dev.assay.core.judge.ModelReply.Cause;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Posts JSON once: no repeats, no redirects (the key would go along), a bounded body, and a time
 * limit on the whole of it. Safe for several threads; one client with virtual threads for all.
 */
final class JsonPost {
  private static final long LARGEST_ANSWER_BYTES = BoundedAnswer.LARGEST_BYTES;

  private final HttpClient http;

  JsonPost(Duration connect) {
    http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connect)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  /** What came of it. */
  sealed interface Sent {
    record Response(int status, HttpHeaders headers, String body) implements Sent {}

    /**
     * No whole answer.
     *
     * @param begun true when the answer had begun with a 200: it is paid then
     */
    record Broken(String reason, Cause cause, boolean begun) implements Sent {}
  }

  /**
   * @param limit from here to the last byte of the answer
   */
  Sent send(URI endpoint, Map<String, String> headers, String body, Duration limit) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint)
            .header("content-type", "application/json")
            .header("accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    AtomicBoolean begun = new AtomicBoolean();
    return await(http.sendAsync(request.build(), text(begun)), limit, begun);
  }

  private static BodyHandler<String> text(AtomicBoolean begun) {
    BodyHandler<String> bounded =
        BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST_ANSWER_BYTES);
    return answer -> {
      begun.set(answer.statusCode() == 200);
      return bounded.apply(answer);
    };
  }

  private static Sent await(
      CompletableFuture<HttpResponse<String>> call, Duration limit, AtomicBoolean begun) {
    try {
      // HttpRequest.timeout ends with the headers; a body that trickles has to end too.
      HttpResponse<String> answer = call.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return new Sent.Response(answer.statusCode(), answer.headers(), answer.body());
    } catch (TimeoutException e) {
      call.cancel(true);
      return new Sent.Broken(
          "the model did not answer within " + limit.toSeconds() + " s", Cause.BROKEN, begun.get());
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      return broken(cause == null ? e : cause, begun.get());
    } catch (InterruptedException e) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      return new Sent.Broken("the call was interrupted", Cause.BROKEN, begun.get());
    }
  }

  private static Sent broken(Throwable cause, boolean begun) {
    // The JDK's words where a body is longer than its limit; it has no exception for it.
    if (cause instanceof IOException e && String.valueOf(e.getMessage()).contains("capacity")) {
      return new Sent.Broken(
          "the model's endpoint answered with more than " + LARGEST_ANSWER_BYTES + " bytes",
          Cause.LASTING,
          begun);
    }
    boolean never =
        cause instanceof ConnectException
            || cause instanceof HttpConnectTimeoutException
            || cause instanceof UnresolvedAddressException;
    return new Sent.Broken(
        "the model's endpoint cannot be reached: " + cause.getClass().getSimpleName(),
        never ? Cause.DOWN : Cause.BROKEN,
        begun);
  }
}
