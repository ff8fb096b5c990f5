package dev.assay.local.gateway;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.sun.net.httpserver.HttpExchange;
import dev.assay.local.count.Meter;
import dev.assay.local.count.Operation;
import dev.assay.local.count.Tally;
import dev.assay.local.lambda.FunctionFailure;
import dev.assay.local.lambda.FunctionRunner;
import dev.assay.local.template.Trigger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP API: finds the route of a request and asks its function, payload format 2.0. */
public final class HttpApiDoor {
  private static final Logger LOG = LoggerFactory.getLogger(HttpApiDoor.class);

  private final List<Door> doors = new ArrayList<>();
  private final Meter meter;

  private record Door(RoutePattern pattern, FunctionRunner function) {}

  /** A route that matched, with its path parameters. */
  record Match(RoutePattern pattern, FunctionRunner function, Map<String, String> parameters) {}

  public HttpApiDoor(Meter meter) {
    this.meter = meter;
  }

  /** Adds a route; before the gateway starts. */
  public void add(Trigger.Route route, FunctionRunner function) {
    doors.add(new Door(RoutePattern.of(route), function));
  }

  /** The first route that fits the method and the path. */
  Optional<Match> match(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath();
    for (Door door : doors) {
      Optional<Map<String, String>> parameters =
          door.pattern().match(exchange.getRequestMethod(), path);
      if (parameters.isPresent()) {
        return Optional.of(new Match(door.pattern(), door.function(), parameters.get()));
      }
    }
    return Optional.empty();
  }

  Reply handle(HttpExchange exchange, Match match) throws IOException, InterruptedException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    APIGatewayV2HTTPEvent event = HttpApiEvent.of(exchange, match, body);
    Reply reply;
    try {
      reply = reply(match.function().invoke(event));
    } catch (FunctionFailure e) {
      LOG.warn("{} failed", match.pattern().key(), e);
      reply = Reply.of(500, "application/json", "{\"message\":\"Internal Server Error\"}");
    }
    meter.count(
        new Operation("api", match.pattern().key(), ""),
        Tally.request(1, body.length, reply.body().length));
    return reply;
  }

  private static Reply reply(Optional<Object> answer) throws FunctionFailure {
    if (!(answer.orElse(null) instanceof APIGatewayV2HTTPResponse response)) {
      throw new FunctionFailure("expected an APIGatewayV2HTTPResponse");
    }
    Map<String, List<String>> headers = new HashMap<>();
    if (response.getHeaders() != null) {
      response.getHeaders().forEach((name, value) -> headers.put(name, List.of(value)));
    }
    if (response.getMultiValueHeaders() != null) {
      headers.putAll(response.getMultiValueHeaders());
    }
    if (response.getCookies() != null && !response.getCookies().isEmpty()) {
      headers.put("Set-Cookie", response.getCookies());
    }
    return new Reply(response.getStatusCode(), headers, body(response));
  }

  private static byte[] body(APIGatewayV2HTTPResponse response) {
    String body = response.getBody() == null ? "" : response.getBody();
    return response.getIsBase64Encoded()
        ? Base64.getDecoder().decode(body)
        : body.getBytes(StandardCharsets.UTF_8);
  }
}
