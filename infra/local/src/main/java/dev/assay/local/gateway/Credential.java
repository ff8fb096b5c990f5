package dev.assay.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The service that a signed request names in its credential scope. */
final class Credential {
  private static final Pattern SCOPE =
      Pattern.compile(
          "Credential=[^/]+(?:/|%2F)\\d{8}(?:/|%2F)[^/%]*(?:/|%2F)([a-z0-9-]+)(?:/|%2F)aws4_request",
          Pattern.CASE_INSENSITIVE);

  private Credential() {}

  /** As {@code s3}; empty for a request without a signature of version 4. */
  static String service(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    String query = exchange.getRequestURI().getRawQuery();
    String found = find(header);
    return found.isEmpty() ? find(query) : found;
  }

  private static String find(@Nullable String text) {
    Matcher matcher = SCOPE.matcher(text == null ? "" : text);
    return matcher.find() ? matcher.group(1) : "";
  }
}
