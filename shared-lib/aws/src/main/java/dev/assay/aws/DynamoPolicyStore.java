package dev.assay.aws;

import dev.assay.core.sampling.PolicyStore;
import dev.assay.core.sampling.SamplingPolicy;
import dev.assay.wire.PolicyJson;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Policies by version; the highest is current and is remembered for a minute. */
public final class DynamoPolicyStore implements PolicyStore {
  private static final String PK = "POLICY";
  private static final Duration REMEMBERED = Duration.ofMinutes(1);

  private final Table registry;
  private final InstantSource clock;
  private volatile @Nullable Known known;

  DynamoPolicyStore(Table registry, InstantSource clock) {
    this.registry = registry;
    this.clock = clock;
  }

  private record Known(SamplingPolicy policy, Instant until) {}

  @Override
  public SamplingPolicy current() {
    Known remembered = known;
    Instant now = clock.instant();
    if (remembered != null && now.isBefore(remembered.until())) {
      return remembered.policy();
    }
    SamplingPolicy policy = newest();
    known = new Known(policy, now.plus(REMEMBERED));
    return policy;
  }

  private SamplingPolicy newest() {
    List<Item> newest =
        registry.query(
            request ->
                request
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(PK)))
                    .scanIndexForward(false),
            1);
    return newest.isEmpty()
        ? SamplingPolicy.DEFAULT
        : PolicyJson.read(newest.getFirst().text("body"), SamplingPolicy.DEFAULT);
  }

  @Override
  public boolean save(SamplingPolicy policy) {
    String version = String.format(Locale.ROOT, "%07d", policy.version());
    boolean saved =
        registry
            .putIfAbsent(Item.key(PK, version).with("body", PolicyJson.write(policy).toString()))
            .isEmpty();
    known = null;
    return saved;
  }
}
