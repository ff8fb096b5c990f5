package dev.assay.aws;

import dev.assay.core.feedback.Feedback;
import dev.assay.core.feedback.FeedbackLog;
import dev.assay.core.feedback.LowScores;
import dev.assay.core.feedback.Score;
import dev.assay.core.feedback.Source;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.trace.Handed;
import dev.assay.core.trace.TraceId;
import dev.assay.core.trace.TraceKey;
import dev.assay.wire.FeedbackJson;
import dev.assay.wire.Mappers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Everything said of a trace, wherever it is kept, and the lowest-N query over hours. */
public final class DynamoFeedbackLog implements FeedbackLog, LowScores {
  private final Table traces;
  private final SegmentCheckLog checks;
  private final Duration retention;

  DynamoFeedbackLog(Table traces, SegmentCheckLog checks, Duration retention) {
    this.traces = traces;
    this.checks = checks;
    this.retention = retention;
  }

  @Override
  public List<Feedback> of(TraceId trace) {
    Map<String, Feedback> byId = new LinkedHashMap<>();
    for (Item item : traces.query(Keys.trace(trace))) {
      for (Feedback feedback : read(item)) {
        byId.putIfAbsent(feedback.id(), feedback);
      }
    }
    return byId.values().stream().sorted(Comparator.comparing(Feedback::createdAt)).toList();
  }

  private List<Feedback> read(Item item) {
    String sk = item.text(Keys.SK);
    if (sk.startsWith(Keys.REVISION_PREFIX)) {
      return checks.of(TraceItems.pointer(item));
    }
    if (sk.startsWith(Keys.JUDGE_PREFIX)) {
      return DynamoJudgeLog.read(item).feedback();
    }
    if (sk.startsWith(Keys.FEEDBACK_PREFIX)) {
      return List.of(FeedbackJson.read(Mappers.JSON.readTree(item.text("body"))));
    }
    return List.of();
  }

  @Override
  public boolean append(Feedback feedback, String project, Instant traceStartedAt) {
    long ttl = feedback.createdAt().plus(retention).getEpochSecond();
    Item item =
        Item.key(Keys.trace(feedback.trace().id()), Keys.feedback(feedback.id()))
            .with("body", FeedbackJson.write(feedback).toString())
            .with(Keys.TTL, ttl);
    boolean added = traces.putIfAbsent(item).isEmpty();
    if (feedback.assessment().verdict() instanceof Verdict.Scored(Score score)) {
      // Chosen by hand, not drawn: probability 0 keeps it out of every estimate.
      traces.put(lowScore(project, traceStartedAt, feedback, score, 0, ttl));
    }
    return added;
  }

  @Override
  public void note(Handed trace, Feedback feedback, Score score) {
    long ttl = feedback.createdAt().plus(retention).getEpochSecond();
    // What checks say of every trace is a census; what a judge says has the sampling's probability.
    double probability =
        switch (feedback.source().type()) {
          case CHECK -> 1;
          case JUDGE, PERSON, API -> trace.probability();
        };
    traces.put(lowScore(trace.project(), trace.startedAt(), feedback, score, probability, ttl));
  }

  private static Item lowScore(
      String project,
      Instant startedAt,
      Feedback feedback,
      Score score,
      double probability,
      long ttl) {
    return Item.key(
            Keys.scores(project, feedback.assessment().key(), startedAt),
            Keys.score(score, feedback.trace(), feedback.source()))
        .with("score", score.value())
        .with("probability", probability)
        .with("by", feedback.source().type().wireName())
        .with("at", feedback.createdAt().toEpochMilli())
        .with(Keys.TTL, ttl);
  }

  @Override
  public List<LowScore> lowest(String project, String key, Instant from, Instant to, int limit) {
    return Parallel.map(hours(from, to), hour -> lowest(Keys.scores(project, key, hour), limit))
        .stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparingDouble(LowScore::score).thenComparing(LowScore::trace))
        .limit(limit)
        .toList();
  }

  private static List<Instant> hours(Instant from, Instant to) {
    List<Instant> hours = new ArrayList<>();
    for (Instant hour = Keys.hour(from); !hour.isAfter(to); hour = hour.plus(Duration.ofHours(1))) {
      hours.add(hour);
    }
    return hours;
  }

  @Override
  public List<NotedScore> scores(String project, String key, Instant from, Instant to) {
    return Parallel.map(
            hours(from, to), hour -> items(Keys.scores(project, key, hour), Integer.MAX_VALUE))
        .stream()
        .flatMap(List::stream)
        // Scores kept before their author was kept with them cannot be told apart.
        .filter(item -> item.has("by"))
        .map(DynamoFeedbackLog::notedScore)
        .toList();
  }

  private static NotedScore notedScore(Item item) {
    LowScore low = lowScore(item);
    return new NotedScore(
        new TraceKey(low.trace(), low.revision()),
        new Score(low.score()),
        Keys.source(Source.Type.valueOf(item.text("by").toUpperCase(Locale.ROOT)), low.source()),
        low.probability(),
        Instant.ofEpochMilli(item.number("at")));
  }

  private List<LowScore> lowest(String pk, int limit) {
    return items(pk, limit).stream().map(DynamoFeedbackLog::lowScore).toList();
  }

  private List<Item> items(String pk, int limit) {
    return traces.query(
        request ->
            request
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(pk))),
        limit);
  }

  private static LowScore lowScore(Item item) {
    String[] parts = item.text(Keys.SK).split("#", 4);
    TraceKey trace = new TraceKey(new TraceId(parts[1]), Integer.parseInt(parts[2]));
    Double score = item.decimal("score");
    Double probability = item.decimal("probability");
    return new LowScore(
        trace.id(),
        trace.revision(),
        score == null ? 0 : score,
        parts[3],
        probability == null ? 0 : probability);
  }
}
