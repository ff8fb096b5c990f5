package dev.assay.aws;

import dev.assay.core.feedback.ReviewItem;
import dev.assay.core.review.ReviewQueue;
import dev.assay.core.trace.TraceId;
import dev.assay.core.trace.TraceKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Review items beside their trace; the sparse index holds only the open ones, worst first. */
public final class DynamoReviewQueue implements ReviewQueue {
  private final Table traces;
  private final Duration retention;

  DynamoReviewQueue(Table traces, Duration retention) {
    this.traces = traces;
    this.retention = retention;
  }

  @Override
  public boolean request(ReviewItem item) {
    Double score = item.score();
    String order =
        Keys.sortable(score == null ? 1 : score) + "#" + item.createdAt() + "#" + item.trace().id();
    return traces
        .putIfAbsent(
            Item.key(Keys.trace(item.trace().id()), Keys.review(item.reason().wireName()))
                .with("revision", item.trace().revision())
                .with("project", item.project())
                .with("score", score)
                .with("note", item.note())
                .with("created_at", item.createdAt().toEpochMilli())
                .with(Keys.OPEN_PK, item.project())
                .with(Keys.OPEN_SK, order)
                .with(Keys.TTL, item.createdAt().plus(retention).getEpochSecond()))
        .isEmpty();
  }

  @Override
  public List<ReviewItem> open(String project, int limit) {
    List<Item> keys =
        traces.query(
            request ->
                request
                    .indexName(Keys.OPEN_INDEX)
                    .keyConditionExpression("open_pk = :project")
                    .expressionAttributeValues(Map.of(":project", AttributeValue.fromS(project))),
            limit);
    return Parallel.map(keys, key -> traces.get(key.text(Keys.PK), key.text(Keys.SK))).stream()
        .flatMap(Optional::stream)
        .map(DynamoReviewQueue::read)
        .toList();
  }

  private static ReviewItem read(Item item) {
    String reason = item.text(Keys.SK).substring(Keys.REVIEW_PREFIX.length());
    return new ReviewItem(
        new TraceKey(new TraceId(item.text(Keys.PK).substring(2)), (int) item.number("revision")),
        item.text("project"),
        ReviewItem.Reason.valueOf(reason.toUpperCase(Locale.ROOT)),
        item.decimal("score"),
        item.text("note"),
        Instant.ofEpochMilli(item.number("created_at")));
  }
}
