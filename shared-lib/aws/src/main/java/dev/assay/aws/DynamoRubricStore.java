package dev.assay.aws;

import dev.assay.core.judge.ProjectRubric;
import dev.assay.core.judge.Rubric;
import dev.assay.core.judge.RubricStore;
import dev.assay.wire.judge.BuiltInRubrics;
import dev.assay.wire.judge.RubricJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One item a rubric that a project stored or switched; what was read is remembered for a minute.
 * The item of a built-in one that was only switched holds no body, so that it follows the built-in.
 * Safe for several threads.
 */
final class DynamoRubricStore implements RubricStore {
  /** DynamoDB's limit of an item is 400 KB, its keys and names included. */
  private static final int MOST_BYTES = 380_000;

  private static final int MOST_REMEMBERED = 1_000;
  private static final Duration REMEMBERED = Duration.ofMinutes(1);
  private static final String ASKED = "asked";
  private static final String BODY = "body";

  private final Table registry;
  private final InstantSource clock;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  DynamoRubricStore(Table registry, InstantSource clock) {
    this.registry = registry;
    this.clock = clock;
  }

  private record Known(List<ProjectRubric> rubrics, Instant until) {}

  @Override
  public List<ProjectRubric> of(String project) {
    Known remembered = known.get(project);
    Instant now = clock.instant();
    if (remembered != null && now.isBefore(remembered.until())) {
      return remembered.rubrics();
    }
    List<ProjectRubric> rubrics = read(project);
    if (known.size() >= MOST_REMEMBERED) {
      known.clear();
    }
    known.put(project, new Known(rubrics, now.plus(REMEMBERED)));
    return rubrics;
  }

  private List<ProjectRubric> read(String project) {
    Map<String, Item> stored = new TreeMap<>();
    for (Item item : registry.query(Keys.rubrics(project))) {
      stored.put(item.text(Keys.SK), item);
    }
    List<ProjectRubric> rubrics = new ArrayList<>();
    for (Rubric builtIn : BuiltInRubrics.all()) {
      rubrics.add(builtIn(builtIn, stored.remove(builtIn.id())));
    }
    for (Item item : stored.values()) {
      // Without a body it was a built-in one that is none any more.
      if (item.has(BODY)) {
        rubrics.add(own(item));
      }
    }
    return List.copyOf(rubrics);
  }

  private static ProjectRubric builtIn(Rubric rubric, @Nullable Item stored) {
    if (stored == null) {
      return new ProjectRubric(
          rubric, BuiltInRubrics.ASKED_BY_DEFAULT.contains(rubric.id()), false);
    }
    return stored.has(BODY) ? own(stored) : new ProjectRubric(rubric, stored.flag(ASKED), false);
  }

  private static ProjectRubric own(Item item) {
    return new ProjectRubric(RubricJson.read(item.text(BODY)), item.flag(ASKED), true);
  }

  @Override
  public void save(String project, Rubric rubric) {
    String body = RubricJson.write(rubric).toString();
    int size = body.getBytes(StandardCharsets.UTF_8).length;
    if (size > MOST_BYTES) {
      throw new IllegalArgumentException(
          "rubric " + rubric.id() + ": expected at most " + MOST_BYTES + " bytes, got " + size);
    }
    registry.put(
        Item.key(Keys.rubrics(project), rubric.id())
            .with(BODY, body)
            .with("version", rubric.version())
            .with(ASKED, true));
    known.remove(project);
  }

  @Override
  public boolean turn(String project, String id, boolean on) {
    if (read(project).stream().noneMatch(rubric -> rubric.rubric().id().equals(id))) {
      return false;
    }
    registry
        .client()
        .updateItem(request ->
            request
                .tableName(registry.name())
                .key(Item.key(Keys.rubrics(project), id).map())
                .updateExpression("SET " + ASKED + " = :on")
                .expressionAttributeValues(Map.of(":on", AttributeValue.fromBool(on))));
    known.remove(project);
    return true;
  }
}
