package dev.assay.models;

import dev.assay.core.feedback.PriceTable;
import dev.assay.core.judge.JudgeModel;
import dev.assay.core.judge.ModelReply;
import dev.assay.core.judge.Prompt;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Any endpoint that speaks OpenAI's chat completions (OpenAI, vLLM, Ollama, gateways). One second
 * attempt after 429, 408, 5xx or a broken connection, then the fault is passing and the queue
 * waits; any other 4xx is lasting. Faults carry status codes only, never a body. Safe for several
 * threads.
 */
public final class OpenAiJudgeModel implements JudgeModel {
  private static final long LARGEST_ANSWER_BYTES = 4 << 20;

  /** One try for each thing that a dialect can drop, and one more. */
  private static final int DIALECTS = 4;

  private final HttpClient http;
  private final URI endpoint;
  private final String model;
  private final @Nullable String key;
  private final CallLimits limits;
  private final PriceTable prices;
  private final Backoff backoff;
  private volatile ChatDialect dialect = ChatDialect.FULL;

  /**
   * Opens nothing yet.
   *
   * @param base such as {@code http://127.0.0.1:11434/v1}
   * @param key sent as bearer token; null where the endpoint wants none
   * @param random for the jitter between attempts; safe for several threads
   */
  public OpenAiJudgeModel(
      URI base,
      String model,
      @Nullable String key,
      CallLimits limits,
      PriceTable prices,
      RandomGenerator random,
      Clock clock) {
    this.endpoint = endpoint(base);
    this.model = model;
    this.key = key;
    this.limits = limits;
    this.prices = prices;
    this.backoff = new Backoff(random, clock);
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(limits.connect())
            .build();
  }

  @Override
  public String id() {
    return model;
  }

  @Override
  public ModelReply ask(Prompt prompt) {
    for (int i = 0; i < DIALECTS; i++) {
      ChatDialect spoken = dialect;
      Outcome outcome =
          twice(request(ChatJson.request(model, prompt, spoken, limits.outputTokens())));
      switch (outcome) {
        case Outcome.Broken broken -> {
          return ModelReply.passing(broken.reason());
        }
        case Outcome.Response(HttpResponse<String> response) -> {
          int status = response.statusCode();
          if (status == 200) {
            return ChatJson.reply(response.body(), model, prompt, prices);
          }
          ChatDialect simpler = spoken.without(response.body());
          boolean refusedForm = status == 400 || status == 422;
          if (!refusedForm || simpler.equals(spoken)) {
            return fault(status);
          }
          dialect = simpler;
        }
      }
    }
    return ModelReply.lasting("the model's endpoint refuses every form of the request");
  }

  private sealed interface Outcome {
    record Response(HttpResponse<String> http) implements Outcome {}

    record Broken(String reason) implements Outcome {}
  }

  private Outcome twice(HttpRequest request) {
    Outcome first = once(request);
    Optional<Duration> wait =
        switch (first) {
          case Outcome.Broken _ -> Optional.of(Backoff.BASE);
          case Outcome.Response(HttpResponse<String> response) ->
              isPassing(response.statusCode())
                  ? backoff.before(response.headers())
                  : Optional.empty();
        };
    return wait.isPresent() && pause(wait.get()) ? once(request) : first;
  }

  private Outcome once(HttpRequest request) {
    CompletableFuture<HttpResponse<String>> call =
        http.sendAsync(
            request, BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST_ANSWER_BYTES));
    try {
      // HttpRequest.timeout ends with the headers; a body that trickles has to end too.
      return new Outcome.Response(call.get(limits.answer().toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      call.cancel(true);
      return new Outcome.Broken("the model did not answer within " + limits.answer());
    } catch (ExecutionException e) {
      return new Outcome.Broken("the model's endpoint cannot be reached: " + kind(e));
    } catch (InterruptedException e) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      return new Outcome.Broken("the call was interrupted");
    }
  }

  private HttpRequest request(String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint)
            .header("content-type", "application/json")
            .header("accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (key != null) {
      request.header("authorization", "Bearer " + key);
    }
    return request.build();
  }

  private static ModelReply fault(int status) {
    String reason = "the model's endpoint answered " + status;
    return isPassing(status) ? ModelReply.passing(reason) : ModelReply.lasting(reason);
  }

  private static boolean isPassing(int status) {
    return status == 408 || status == 429 || status >= 500;
  }

  private static boolean pause(Duration wait) {
    try {
      Thread.sleep(wait);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String kind(ExecutionException e) {
    return e.getCause() instanceof IOException cause
        ? cause.getClass().getSimpleName()
        : "unexpected failure";
  }

  private static URI endpoint(URI base) {
    String text = base.toString().replaceAll("/+$", "");
    return URI.create(text.endsWith("/chat/completions") ? text : text + "/chat/completions");
  }
}
