package dev.assay.local.dynamodb;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves an endpoint over HTTP on the loopback address, one virtual thread per request. */
public final class DynamoDbServer implements AutoCloseable {
  private final HttpServer http;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final DynamoDbEndpoint endpoint;

  private DynamoDbServer(DynamoDbEndpoint endpoint, int port) throws IOException {
    this.endpoint = endpoint;
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    this.http = HttpServer.create(new InetSocketAddress(loopback, port), 0);
  }

  /**
   * Starts serving.
   *
   * @param endpoint what answers; closed by its owner, not by this server
   * @param port 0 for any free one
   * @throws UncheckedIOException when the port is taken
   */
  public static DynamoDbServer start(DynamoDbEndpoint endpoint, int port) {
    try {
      DynamoDbServer server = new DynamoDbServer(endpoint, port);
      server.http.createContext("/", server::exchange);
      server.http.setExecutor(server.threads);
      server.http.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on 127.0.0.1:" + port, e);
    }
  }

  /** Where clients send to, such as {@code http://127.0.0.1:41234}. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }

  private void exchange(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
      Response response = endpoint.handle(target == null ? "" : target, body);
      exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
      exchange.getResponseHeaders().set("x-amzn-RequestId", UUID.randomUUID().toString());
      exchange.sendResponseHeaders(response.status(), response.body().length);
      exchange.getResponseBody().write(response.body());
    }
  }

  @Override
  public void close() {
    http.stop(0);
    threads.close();
  }
}
