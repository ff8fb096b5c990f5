package dev.assay.aws;

import dev.assay.core.sampling.FlowLog;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** First sightings of flows, remembered by this process once read. */
public final class DynamoFlowLog implements FlowLog {
  /** A sender with ids in its flow names must not fill the memory. */
  private static final int MAX_REMEMBERED = 10_000;

  private final Table registry;
  private final Map<String, Instant> remembered = new ConcurrentHashMap<>();

  DynamoFlowLog(Table registry) {
    this.registry = registry;
  }

  @Override
  public Instant firstSeen(String project, String agent, String flow, Instant seen) {
    String name = project + "\u0000" + agent + "\u0000" + flow;
    Instant known = remembered.get(name);
    if (known != null) {
      return known;
    }
    Item item = Item.key(Keys.flows(project, agent), flow.isEmpty() ? "-" : flow);
    Instant first =
        registry
            .putIfAbsent(item.with("first_seen", seen.toEpochMilli()))
            .map(before -> Instant.ofEpochMilli(before.number("first_seen")))
            .orElse(seen);
    if (remembered.size() < MAX_REMEMBERED) {
      remembered.put(name, first);
    }
    return first;
  }
}
