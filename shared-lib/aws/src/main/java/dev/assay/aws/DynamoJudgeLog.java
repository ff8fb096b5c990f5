package dev.assay.aws;

import dev.assay.core.feedback.Feedback;
import dev.assay.core.feedback.Source;
import dev.assay.core.judge.JudgeLog;
import dev.assay.core.sampling.DayTotals;
import dev.assay.core.trace.Bytes;
import dev.assay.core.trace.Handed;
import dev.assay.core.trace.TraceKey;
import dev.assay.wire.FeedbackJson;
import dev.assay.wire.Mappers;
import dev.assay.wire.TraceCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Put;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The judge's decisions, one item each, compressed to stay under a write unit. */
public final class DynamoJudgeLog implements JudgeLog {
  /** BatchGetItem takes no more. */
  private static final int MAX_KEYS = 100;

  private final Table traces;
  private final DynamoLedger ledger;
  private final Duration retention;

  DynamoJudgeLog(Table traces, DynamoLedger ledger, Duration retention) {
    this.traces = traces;
    this.ledger = ledger;
    this.retention = retention;
  }

  @Override
  public Map<TraceKey, Decision> standing(List<Handed> handed, Source judge) {
    Map<TraceKey, Decision> standing = new HashMap<>();
    for (int from = 0; from < handed.size(); from += MAX_KEYS) {
      List<Map<String, AttributeValue>> keys =
          handed.subList(from, Math.min(handed.size(), from + MAX_KEYS)).stream()
              .map(Handed::key)
              .distinct()
              .map(trace -> Item.key(Keys.trace(trace.id()), Keys.judged(trace, judge)).map())
              .toList();
      for (Item item : get(keys)) {
        Decision decision = read(item);
        standing.put(decision.feedback().getFirst().trace(), decision);
      }
    }
    return standing;
  }

  private List<Item> get(List<Map<String, AttributeValue>> keys) {
    List<Item> items = new ArrayList<>();
    Map<String, KeysAndAttributes> open =
        Map.of(traces.name(), KeysAndAttributes.builder().keys(keys).consistentRead(true).build());
    while (!open.isEmpty()) {
      Map<String, KeysAndAttributes> asked = open;
      var page = traces.client().batchGetItem(request -> request.requestItems(asked));
      page.responses()
          .getOrDefault(traces.name(), List.of())
          .forEach(item -> items.add(Item.of(item)));
      open = page.unprocessedKeys();
    }
    return items;
  }

  @Override
  public Decision keep(Handed trace, Source judge, Decision decision) {
    ArrayNode all = Mappers.JSON.createArrayNode();
    decision.feedback().forEach(feedback -> all.add(FeedbackJson.write(feedback)));
    byte[] body = Mappers.JSON.writeValueAsBytes(all);
    Instant made = decision.feedback().getFirst().createdAt();
    Item item =
        Item.key(Keys.trace(trace.key().id()), Keys.judged(trace.key(), judge))
            .with("body", TraceCodec.encode(Bytes.of(body)))
            .with("batch", decision.batch())
            .with("delivery", decision.delivery())
            .with("window", text(decision.window()))
            .with("tier", trace.tiers().getFirst())
            .with("probability", trace.probability())
            .with(Keys.TTL, made.plus(retention).getEpochSecond());
    return traces.putIfAbsent(item).map(DynamoJudgeLog::read).orElse(decision);
  }

  /** Reads one item. */
  static Decision read(Item item) {
    byte[] body = item.bytes("body");
    Bytes json = TraceCodec.decode(body, 0, body.length);
    List<Feedback> feedback = new ArrayList<>();
    for (JsonNode one : Mappers.JSON.readTree(json.array())) {
      feedback.add(FeedbackJson.read(one));
    }
    String window = item.optionalText("window");
    return new Decision(
        feedback,
        item.text("batch"),
        (int) item.number("delivery"),
        window == null ? null : Instant.parse(window));
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  @Override
  public void settle(String batch, int delivery, Map<String, DayTotals> totals, Instant now) {
    String settled = Keys.settled(delivery);
    Item item =
        Item.key(Keys.batch(batch), settled).with(Keys.TTL, now.plus(retention).getEpochSecond());
    Put put =
        Put.builder()
            .tableName(traces.name())
            .item(item.map())
            .conditionExpression(Table.ABSENT)
            .build();
    // False when it was settled before: then it is counted already.
    ledger.write(put, totals, now);
  }
}
