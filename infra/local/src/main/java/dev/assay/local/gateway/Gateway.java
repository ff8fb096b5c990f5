package dev.assay.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.local.count.Meter;
import dev.assay.local.dynamodb.DynamoDbEndpoint;
import dev.assay.local.dynamodb.Response;
import dev.assay.local.sns.Topics;
import dev.assay.local.sqs.SqsBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one port, on loopback alone. The port is taken when this is made, so that names which contain
 * it can be computed before anything answers.
 */
public final class Gateway implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
  private static final String JSON = "application/x-amz-json-1.0";

  static {
    // Without it the JDK's server waits for the client's delayed acknowledgement, 40 ms an answer.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * What the gateway passes requests to.
   *
   * @param s3 where the S3 server answers
   */
  public record Services(
      SqsBackend sqs,
      DynamoDbEndpoint tables,
      Topics topics,
      HttpApiDoor api,
      URI s3,
      HttpClient client,
      Meter meter) {}

  /** Takes the port; 0 takes any that is free. */
  public Gateway(int port) {
    try {
      server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
    } catch (IOException e) {
      throw new UncheckedIOException("port " + port + " cannot be taken: " + e.getMessage(), e);
    }
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Starts to answer. */
  public void start(Services services) {
    S3Door s3 = new S3Door(services.s3(), services.client(), services.meter());
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(exchange, services, s3));
    server.start();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void answer(HttpExchange exchange, Services services, S3Door s3) {
    try (exchange) {
      route(exchange, services, s3);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.debug("a connection broke", e);
    } catch (RuntimeException | LinkageError e) {
      LOG.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
      refuse(exchange);
    }
  }

  /** Tells a client that is still listening; without it, it would see a broken connection. */
  private static void refuse(HttpExchange exchange) {
    try {
      if (exchange.getResponseCode() == -1) {
        Reply.of(500, JSON, "{\"__type\":\"InternalServerError\"}").send(exchange);
      }
    } catch (IOException e) {
      LOG.debug("a connection broke", e);
    }
  }

  private static void route(HttpExchange exchange, Services services, S3Door s3)
      throws IOException, InterruptedException {
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    if (target != null) {
      json(exchange, services, target).send(exchange);
      return;
    }
    String service = Credential.service(exchange);
    if (isForm(exchange) && !service.equals("s3")) {
      form(exchange, services, service).send(exchange);
      return;
    }
    Optional<HttpApiDoor.Match> route =
        service.equals("s3") ? Optional.empty() : services.api().match(exchange);
    if (route.isPresent()) {
      services.api().handle(exchange, route.get()).send(exchange);
    } else {
      s3.handle(exchange);
    }
  }

  private static Reply json(HttpExchange exchange, Services services, String target)
      throws IOException, InterruptedException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String operation = target.substring(target.indexOf('.') + 1);
    if (target.startsWith("AmazonSQS.")) {
      HttpResponse<byte[]> answer = services.sqs().call(operation, body);
      return new Reply(answer.statusCode(), passed(answer), answer.body());
    }
    if (target.startsWith("DynamoDB_20120810.")) {
      Response answer = services.tables().handle(target, body);
      return new Reply(answer.status(), Map.of("Content-Type", List.of(JSON)), answer.body());
    }
    return Reply.of(
        400,
        JSON,
        "{\"__type\":\"UnknownOperationException\",\"message\":\"not served here: "
            + operation.replaceAll("\\W", "")
            + "\"}");
  }

  private static Map<String, List<String>> passed(HttpResponse<byte[]> answer) {
    List<String> type = answer.headers().allValues("Content-Type");
    List<String> error = answer.headers().allValues("x-amzn-query-error");
    Map<String, List<String>> headers = new HashMap<>();
    headers.put("Content-Type", type.isEmpty() ? List.of(JSON) : type);
    if (!error.isEmpty()) {
      headers.put("x-amzn-query-error", error);
    }
    return headers;
  }

  private static Reply form(HttpExchange exchange, Services services, String service)
      throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (service.equals("sns") || service.isEmpty()) {
      Topics.Answer answer = services.topics().handle(body);
      return Reply.of(answer.status(), "text/xml", answer.xml());
    }
    return Reply.of(
        400,
        "text/xml",
        "<ErrorResponse><Error><Type>Sender</Type><Code>InvalidAction</Code><Message>the query"
            + " protocol is served for SNS alone; use a client that speaks JSON</Message></Error>"
            + "</ErrorResponse>");
  }

  private static boolean isForm(HttpExchange exchange) {
    @Nullable String type = exchange.getRequestHeaders().getFirst("Content-Type");
    return exchange.getRequestMethod().equals("POST")
        && type != null
        && type.startsWith("application/x-www-form-urlencoded");
  }
}
