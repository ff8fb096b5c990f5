package dev.assay.bench.outage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.testkit.judge.GullibleServer;
import dev.assay.testkit.judge.Temperament;
import dev.assay.wire.Mappers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Chat completions that are out of order from the first call on: in turn 503, 429 with Retry-After,
 * and connections that close without a word. Afterwards it answers as it should.
 */
final class FaultyModel implements AutoCloseable {
  static final String NAME = "outage-bench";

  private static final int KINDS = 3;
  private static final long NOT_YET = Long.MIN_VALUE;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final long outageNanos;
  private final AtomicLong began = new AtomicLong(NOT_YET);
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();

  FaultyModel(Duration outage) throws IOException {
    outageNanos = outage.toNanos();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/v1/chat/completions", this::take);
    server.start();
  }

  /** As {@code ASSAY_JUDGE_MODEL} names it. */
  String spec() {
    return "openai:http://127.0.0.1:" + server.getAddress().getPort() + "/v1#" + NAME;
  }

  int refused() {
    return refused.get();
  }

  int answered() {
    return answered.get();
  }

  /** Since the outage ended; negative while it lasts, or has not begun. */
  Duration sinceRecovery() {
    long first = began.get();
    return first == NOT_YET
        ? Duration.ofNanos(-outageNanos)
        : Duration.ofNanos(System.nanoTime() - first - outageNanos);
  }

  private void take(HttpExchange exchange) throws IOException {
    began.compareAndSet(NOT_YET, System.nanoTime());
    try (exchange) {
      JsonNode asked = Mappers.JSON.readTree(exchange.getRequestBody().readAllBytes());
      if (sinceRecovery().isNegative()) {
        refuse(exchange, refused.getAndIncrement() % KINDS);
      } else {
        answered.incrementAndGet();
        byte[] body = completion(asked).toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
      }
    }
  }

  private static void refuse(HttpExchange exchange, int kind) throws IOException {
    if (kind == 0) {
      exchange.sendResponseHeaders(503, -1);
    } else if (kind == 1) {
      exchange.getResponseHeaders().set("Retry-After", "1");
      exchange.sendResponseHeaders(429, -1);
    }
    // Closed without an answer otherwise.
  }

  private static ObjectNode completion(JsonNode asked) {
    String answer =
        GullibleServer.answer(asked.at("/messages/1/content").asString(""), Temperament.SOUND);
    ObjectNode completion = Mappers.JSON.createObjectNode();
    ObjectNode choice = completion.putArray("choices").addObject().put("finish_reason", "stop");
    choice.putObject("message").put("role", "assistant").put("content", answer);
    completion.putObject("usage").put("prompt_tokens", 100).put("completion_tokens", 10);
    return completion;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
