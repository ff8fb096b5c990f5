package dev.assay.local.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Remembers the events of its schedule. */
public final class Sweeper implements RequestHandler<Map<String, Object>, Map<String, Object>> {
  public static final Queue<Map<String, Object>> EVENTS = new ConcurrentLinkedQueue<>();

  public Sweeper(Map<String, String> environment) {
    if (environment.isEmpty()) {
      throw new IllegalArgumentException("no environment");
    }
  }

  @Override
  public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
    EVENTS.add(event);
    return Map.of("function", context.getFunctionName());
  }
}
