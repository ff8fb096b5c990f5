package dev.assay.local.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.assay.local.count.Meter;
import dev.assay.local.count.Operation;
import dev.assay.local.count.Tally;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Passes S3 requests on; bodies are streamed, so their size does not matter. */
final class S3Door {
  /** Set anew by each connection; passing them on would be wrong or is refused. */
  private static final Set<String> HOP =
      Set.of(
          "host",
          "connection",
          "content-length",
          "expect",
          "transfer-encoding",
          "upgrade",
          "date",
          "keep-alive",
          "authorization");

  private final URI address;
  private final HttpClient client;
  private final Meter meter;

  S3Door(URI address, HttpClient client, Meter meter) {
    this.address = address;
    this.client = client;
    this.meter = meter;
  }

  void handle(HttpExchange exchange) throws IOException, InterruptedException {
    String path = path(exchange);
    long length = contentLength(exchange.getRequestHeaders());
    HttpRequest.Builder request = HttpRequest.newBuilder(target(exchange, path));
    request.method(exchange.getRequestMethod(), body(exchange, length));
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> {
          if (!HOP.contains(name.toLowerCase(Locale.ROOT))) {
            values.forEach(value -> request.header(name, value));
          }
        });
    HttpResponse<InputStream> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    long sent = send(exchange, answer);
    meter.count(
        new Operation("s3", exchange.getRequestMethod(), resource(path)),
        Tally.request(1, Math.max(0, length), sent));
  }

  /** A bucket in the host name ({@code bucket.localhost}) moves to the front of the path. */
  private static String path(HttpExchange exchange) {
    String path = exchange.getRequestURI().getRawPath();
    String host = exchange.getRequestHeaders().getFirst("Host");
    int cut = host == null ? -1 : host.indexOf(".localhost");
    return host == null || cut <= 0 ? path : "/" + host.substring(0, cut) + path;
  }

  private URI target(HttpExchange exchange, String path) {
    String query = exchange.getRequestURI().getRawQuery();
    return URI.create(address + path + (query == null ? "" : "?" + query));
  }

  private static BodyPublisher body(HttpExchange exchange, long length) {
    if (length == 0 || (length < 0 && !chunked(exchange))) {
      return BodyPublishers.noBody();
    }
    BodyPublisher stream = BodyPublishers.ofInputStream(exchange::getRequestBody);
    return length < 0 ? stream : BodyPublishers.fromPublisher(stream, length);
  }

  private static boolean chunked(HttpExchange exchange) {
    return exchange.getRequestHeaders().containsKey("Transfer-Encoding");
  }

  private static long contentLength(Headers headers) {
    String value = headers.getFirst("Content-Length");
    return value == null ? -1 : Long.parseLong(value);
  }

  private static long send(HttpExchange exchange, HttpResponse<InputStream> answer)
      throws IOException {
    answer
        .headers()
        .map()
        .forEach((name, values) -> {
          if (!HOP.contains(name.toLowerCase(Locale.ROOT))) {
            exchange.getResponseHeaders().put(name, List.copyOf(values));
          }
        });
    long length = answer.headers().firstValueAsLong("Content-Length").orElse(-1);
    try (InputStream body = answer.body()) {
      if (exchange.getRequestMethod().equals("HEAD") || bodiless(answer.statusCode(), length)) {
        if (length >= 0 && answer.statusCode() != 204) {
          exchange.getResponseHeaders().set("Content-Length", Long.toString(length));
        }
        exchange.sendResponseHeaders(answer.statusCode(), -1);
        return 0;
      }
      exchange.sendResponseHeaders(answer.statusCode(), Math.max(0, length));
      return body.transferTo(exchange.getResponseBody());
    }
  }

  private static boolean bodiless(int status, long length) {
    return status == 204 || status == 304 || length == 0;
  }

  /** Bucket, and the key's first segment where the key has several. */
  private static String resource(String path) {
    String[] parts = path.split("/", 4);
    String bucket = parts.length > 1 ? parts[1] : "";
    return parts.length > 3 ? bucket + "/" + parts[2] : bucket;
  }
}
