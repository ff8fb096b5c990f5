package dev.assay.aws;

import dev.assay.core.check.AgentSettings;
import dev.assay.core.check.AgentSettingsStore;
import dev.assay.wire.AgentSettingsJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One item an agent; what was read is remembered for a minute. Safe for several threads. */
final class DynamoAgentSettingsStore implements AgentSettingsStore {
  /** DynamoDB's limit of an item is 400 KB, its keys and names included. */
  private static final int MOST_BYTES = 380_000;

  private static final int MOST_REMEMBERED = 1_000;
  private static final Duration REMEMBERED = Duration.ofMinutes(1);

  private final Table registry;
  private final InstantSource clock;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  DynamoAgentSettingsStore(Table registry, InstantSource clock) {
    this.registry = registry;
    this.clock = clock;
  }

  private record Known(AgentSettings settings, Instant until) {}

  @Override
  public AgentSettings of(String project, String agent) {
    String key = Keys.agents(project) + "#" + agent;
    Known remembered = known.get(key);
    Instant now = clock.instant();
    if (remembered != null && now.isBefore(remembered.until())) {
      return remembered.settings();
    }
    AgentSettings settings =
        registry
            .get(Keys.agents(project), agent)
            .map(item -> AgentSettingsJson.read(item.text("body")))
            .orElse(AgentSettings.NONE);
    if (known.size() >= MOST_REMEMBERED) {
      known.clear();
    }
    known.put(key, new Known(settings, now.plus(REMEMBERED)));
    return settings;
  }

  @Override
  public void save(String project, String agent, AgentSettings settings) {
    String body = AgentSettingsJson.write(settings).toString();
    int size = body.getBytes(StandardCharsets.UTF_8).length;
    if (size > MOST_BYTES) {
      throw new IllegalArgumentException(
          "evidence: expected at most " + MOST_BYTES + " bytes in all, got " + size);
    }
    registry.put(Item.key(Keys.agents(project), agent).with("body", body));
    known.clear();
  }
}
