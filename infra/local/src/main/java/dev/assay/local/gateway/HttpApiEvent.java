package dev.assay.local.gateway;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the event, payload format 2.0, that a function behind an HTTP route gets. */
final class HttpApiEvent {
  private HttpApiEvent() {}

  static APIGatewayV2HTTPEvent of(HttpExchange exchange, HttpApiDoor.Match match, byte[] body) {
    APIGatewayV2HTTPEvent event = new APIGatewayV2HTTPEvent();
    String query = exchange.getRequestURI().getRawQuery();
    event.setVersion("2.0");
    event.setRouteKey(match.pattern().key());
    event.setRawPath(exchange.getRequestURI().getPath());
    event.setRawQueryString(query == null ? "" : query);
    event.setHeaders(headers(exchange));
    event.setQueryStringParameters(query(query));
    event.setPathParameters(match.parameters());
    event.setRequestContext(context(exchange, match));
    setBody(event, body);
    return event;
  }

  private static void setBody(APIGatewayV2HTTPEvent event, byte[] body) {
    if (body.length == 0) {
      return;
    }
    try {
      event.setBody(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException e) {
      event.setBody(Base64.getEncoder().encodeToString(body));
      event.setIsBase64Encoded(true);
    }
  }

  /** Lower-case names, several values joined by a comma, as the gateway does it. */
  private static Map<String, String> headers(HttpExchange exchange) {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    return headers;
  }

  private static Map<String, String> query(@Nullable String raw) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      if (!name.isEmpty()) {
        parameters.merge(name, value, (first, second) -> first + "," + second);
      }
    }
    return parameters;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static RequestContext context(HttpExchange exchange, HttpApiDoor.Match match) {
    RequestContext.Http http = new RequestContext.Http();
    http.setMethod(exchange.getRequestMethod());
    http.setPath(exchange.getRequestURI().getPath());
    http.setProtocol(exchange.getProtocol());
    http.setSourceIp("127.0.0.1");
    http.setUserAgent(exchange.getRequestHeaders().getFirst("User-Agent"));
    RequestContext context = new RequestContext();
    context.setRouteKey(match.pattern().key());
    context.setStage("$default");
    context.setApiId("local");
    context.setRequestId(UUID.randomUUID().toString());
    context.setHttp(http);
    return context;
  }
}
