package dev.assay.local.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Lambda's Runtime API of version 2018-06-01 on loopback, for one function: what the runtime
 * interface client asks for events and hands answers to.
 */
final class RuntimeApi implements AutoCloseable {
  private static final String VERSION = "/2018-06-01/runtime/";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
  private final Map<String, Invocation> open = new ConcurrentHashMap<>();
  private final CompletableFuture<String> initFailure = new CompletableFuture<>();
  private final CountDownLatch snapshot = new CountDownLatch(1);
  private final CountDownLatch restore = new CountDownLatch(1);
  private final String arn;
  private final Duration timeout;

  private record Invocation(String id, String event, CompletableFuture<String> answer) {}

  /** Starts to listen. */
  RuntimeApi(String arn, Duration timeout) {
    this.arn = arn;
    this.timeout = timeout;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext(VERSION, this::answer);
    server.start();
  }

  /** Host and port, as {@code AWS_LAMBDA_RUNTIME_API} wants them. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Queues an event; the answer is the function's, or a FunctionFailure with what it reported. */
  CompletableFuture<String> send(String event) {
    Invocation invocation =
        new Invocation(UUID.randomUUID().toString(), event, new CompletableFuture<>());
    open.put(invocation.id(), invocation);
    waiting.add(invocation);
    return invocation.answer();
  }

  /** What init reported when it failed. */
  CompletableFuture<String> initFailure() {
    return initFailure;
  }

  /** Reached when the function is ready for its snapshot and waits to be restored. */
  CountDownLatch snapshot() {
    return snapshot;
  }

  /** Restores it. */
  void restore() {
    restore.countDown();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String path = exchange.getRequestURI().getPath().substring(VERSION.length());
      switch (path) {
        case "invocation/next" -> next(exchange);
        case "restore/next" -> {
          snapshot.countDown();
          restore.await();
          reply(exchange, 200, "");
        }
        case "init/error", "restore/error" -> {
          initFailure.complete(body);
          reply(exchange, 202, "{\"status\":\"OK\"}");
        }
        default -> finish(exchange, path.split("/"), body);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void next(HttpExchange exchange) throws IOException, InterruptedException {
    Invocation invocation = waiting.take();
    var headers = exchange.getResponseHeaders();
    headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id());
    headers.set("Lambda-Runtime-Invoked-Function-Arn", arn);
    headers.set("Lambda-Runtime-Trace-Id", "Root=1-00000000-000000000000000000000000;Sampled=0");
    headers.set(
        "Lambda-Runtime-Deadline-Ms", Long.toString(Instant.now().plus(timeout).toEpochMilli()));
    reply(exchange, 200, invocation.event());
  }

  /** {@code invocation/ID/response} or {@code invocation/ID/error}. */
  private void finish(HttpExchange exchange, String[] path, String body) throws IOException {
    Invocation invocation = path.length == 3 ? open.remove(path[1]) : null;
    if (invocation == null) {
      reply(exchange, 404, "{\"errorType\":\"InvalidRequestID\"}");
      return;
    }
    reply(exchange, 202, "{\"status\":\"OK\"}");
    if (path[2].equals("response")) {
      invocation.answer().complete(body);
    } else {
      invocation.answer().completeExceptionally(new FunctionFailure(body));
    }
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
