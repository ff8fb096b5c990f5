package dev.assay.local.gateway;

import dev.assay.local.template.Trigger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A route's method and path.
 *
 * @param key as the event's {@code routeKey}
 */
record RoutePattern(String key, String method, List<String> segments) {

  static RoutePattern of(Trigger.Route route) {
    return new RoutePattern(
        route.method() + " " + route.path(), route.method(), segments(route.path()));
  }

  /** The path parameters when the request fits. */
  Optional<Map<String, String>> match(String method, String path) {
    List<String> actual = segments(path);
    Map<String, String> parameters = new HashMap<>();
    if (!this.method.equals("ANY") && !this.method.equals(method)) {
      return Optional.empty();
    }
    for (int i = 0; i < segments.size(); i++) {
      String expected = segments.get(i);
      if (i >= actual.size()) {
        return Optional.empty();
      }
      if (expected.endsWith("+}")) {
        String rest = String.join("/", actual.subList(i, actual.size()));
        parameters.put(expected.substring(1, expected.length() - 2), rest);
        return Optional.of(parameters);
      }
      if (expected.startsWith("{")) {
        parameters.put(expected.substring(1, expected.length() - 1), actual.get(i));
      } else if (!expected.equals(actual.get(i))) {
        return Optional.empty();
      }
    }
    return actual.size() == segments.size() ? Optional.of(parameters) : Optional.empty();
  }

  private static List<String> segments(String path) {
    String trimmed = path.startsWith("/") ? path.substring(1) : path;
    return trimmed.isEmpty() ? List.of() : List.of(trimmed.split("/", -1));
  }
}
