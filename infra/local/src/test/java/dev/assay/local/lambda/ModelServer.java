package dev.assay.local.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.testkit.judge.GullibleServer;
import dev.assay.testkit.judge.Temperament;
import dev.assay.wire.Mappers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A model behind OpenAI's chat completions that takes its time and counts. */
final class ModelServer implements AutoCloseable {
  static final int INPUT_TOKENS = 100;
  static final int OUTPUT_TOKENS = 10;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger calls = new AtomicInteger();
  private final Duration delay;

  ModelServer(Duration delay) {
    this.delay = delay;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/v1/chat/completions", this::answer);
    server.start();
  }

  /** As {@code ASSAY_JUDGE_MODEL} names it. */
  String spec() {
    return "openai:http://127.0.0.1:" + server.getAddress().getPort() + "/v1#model";
  }

  /** Calls that came in, answered or not. */
  int calls() {
    return calls.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      calls.incrementAndGet();
      JsonNode asked = Mappers.JSON.readTree(exchange.getRequestBody().readAllBytes());
      Thread.sleep(delay);
      byte[] body = completion(asked).toString().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ObjectNode completion(JsonNode asked) {
    String answer =
        GullibleServer.answer(asked.at("/messages/1/content").asString(""), Temperament.SOUND);
    ObjectNode completion = Mappers.JSON.createObjectNode();
    ObjectNode choice = completion.putArray("choices").addObject().put("finish_reason", "stop");
    choice.putObject("message").put("role", "assistant").put("content", answer);
    completion
        .putObject("usage")
        .put("prompt_tokens", INPUT_TOKENS)
        .put("completion_tokens", OUTPUT_TOKENS);
    return completion;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
