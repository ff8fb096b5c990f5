package dev.assay.aws;

import dev.assay.core.judge.Candidate;
import dev.assay.core.judge.WindowLog;
import dev.assay.core.sampling.DayTotals;
import dev.assay.core.trace.Bytes;
import dev.assay.core.trace.Pointer;
import dev.assay.wire.TraceCodec;
import dev.assay.wire.WindowJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Windows: an item for each batch that waits, one that seals the window and later tells what was
 * decided, and what became of each candidate in an object of its own, because a busy window has
 * more of them than an item holds. Batches are let in by a transaction that fails against the seal,
 * so none is let in unseen.
 */
public final class DynamoWindowLog implements WindowLog {
  private static final String PREFIX = "windows";
  private static final String OBJECT = "object";
  private static final int MAX_ATTEMPTS = 8;

  private final Table traces;
  private final Table registry;
  private final DynamoLedger ledger;
  private final SegmentObjects objects;
  private final Duration retention;

  DynamoWindowLog(
      Table traces,
      Table registry,
      DynamoLedger ledger,
      SegmentObjects objects,
      Duration retention) {
    this.traces = traces;
    this.registry = registry;
    this.ledger = ledger;
    this.objects = objects;
    this.retention = retention;
  }

  @Override
  public Added add(String project, Instant window, String batch, List<Candidate> candidates) {
    for (int attempt = 1; ; attempt++) {
      Optional<Item> waiting = traces.get(Keys.batch(batch), Keys.waiting(project));
      if (waiting.isPresent()) {
        return new Added.In(Instant.parse(waiting.get().text("window")));
      }
      if (traces.get(Keys.windows(project), window.toString()).isPresent()) {
        return new Added.TooLate();
      }
      try {
        List<TransactWriteItem> writes = adding(project, window, batch, candidates);
        traces.client().transactWriteItems(request -> request.transactItems(writes));
        return new Added.In(window);
      } catch (TransactionCanceledException e) {
        // Somebody was faster: the next look tells who. A conflict passes.
        if (attempt == MAX_ATTEMPTS) {
          throw e;
        }
        DynamoLedger.pause(attempt);
      }
    }
  }

  private List<TransactWriteItem> adding(
      String project, Instant window, String batch, List<Candidate> candidates) {
    long ttl = expires(window);
    Bytes body = Bytes.of(WindowJson.write(candidates));
    Item marker =
        Item.key(Keys.batch(batch), Keys.waiting(project))
            .with("window", window.toString())
            .with(Keys.TTL, ttl);
    Item waiting =
        Item.key(Keys.window(project, window), batch)
            .with("body", TraceCodec.encode(body))
            .with(Keys.TTL, ttl);
    Map<String, AttributeValue> decision = Item.key(Keys.windows(project), window.toString()).map();
    return List.of(
        TransactWriteItem.builder().put(absent(marker)).build(),
        TransactWriteItem.builder().put(absent(waiting)).build(),
        TransactWriteItem.builder()
            .conditionCheck(check ->
                check.tableName(traces.name()).key(decision).conditionExpression(Table.ABSENT))
            .build());
  }

  private Put absent(Item item) {
    return Put.builder()
        .tableName(traces.name())
        .item(item.map())
        .conditionExpression(Table.ABSENT)
        .build();
  }

  @Override
  public void seal(String project, Instant window) {
    traces.putIfAbsent(
        Item.key(Keys.windows(project), window.toString()).with(Keys.TTL, expires(window)));
  }

  private long expires(Instant window) {
    return window.plus(retention).getEpochSecond();
  }

  @Override
  public List<Candidate> candidates(String project, Instant window) {
    List<Candidate> candidates = new ArrayList<>();
    for (Item item : traces.query(Keys.window(project, window))) {
      byte[] body = item.bytes("body");
      candidates.addAll(WindowJson.readCandidates(TraceCodec.decode(body, 0, body.length)));
    }
    return candidates;
  }

  @Override
  public Optional<Closed> closed(String project, Instant window) {
    return traces
        .get(Keys.windows(project), window.toString())
        .filter(DynamoWindowLog::isDecided)
        .map(item -> WindowJson.readClosed(objects.read(List.of(pointer(item))).getFirst()));
  }

  private static boolean isDecided(Item item) {
    return item.optionalText(OBJECT) != null;
  }

  @Override
  public boolean isSent(String project, Instant window) {
    return traces
        .get(Keys.windows(project), window.toString())
        .filter(item -> item.flag("sent"))
        .isPresent();
  }

  @Override
  public void sent(String project, Instant window) {
    traces
        .client()
        .updateItem(request ->
            request
                .tableName(traces.name())
                .key(Item.key(Keys.windows(project), window.toString()).map())
                .updateExpression("SET #sent = :true")
                .expressionAttributeNames(Map.of("#sent", "sent"))
                .expressionAttributeValues(Map.of(":true", AttributeValue.fromBool(true))));
  }

  private static Pointer pointer(Item item) {
    return new Pointer(item.text(OBJECT), 0, item.number("offset"), (int) item.number("length"));
  }

  @Override
  public long moneyState(String project) {
    return registry.get(Keys.money(project), "state").map(item -> item.number("n")).orElse(0L);
  }

  @Override
  public boolean close(
      String project, Instant window, Closed decision, DayTotals totals, long moneyState) {
    Bytes body = Bytes.of(WindowJson.write(decision));
    Pointer where =
        objects.write(PREFIX, List.of(project + window), List.of(body), window).getFirst();
    Item item =
        Item.key(Keys.windows(project), window.toString())
            .with(OBJECT, where.segment())
            .with("offset", where.offset())
            .with("length", where.length())
            .with("reason", decision.reason())
            .with("lowered", decision.parameters().lowered())
            .with("budget_usd", decision.parameters().budgetUsd())
            .with("wished_usd", decision.parameters().wishedUsd())
            .with("drawn_usd", decision.parameters().drawnUsd())
            .with(Keys.TTL, expires(window));
    List<TransactWriteItem> writes =
        List.of(
            TransactWriteItem.builder().put(undecided(item)).build(),
            TransactWriteItem.builder().update(giveOut(project, moneyState)).build());
    return ledger.write(writes, Map.of(project, totals), window);
  }

  private Put undecided(Item item) {
    return Put.builder()
        .tableName(traces.name())
        .item(item.map())
        .conditionExpression("attribute_not_exists(#object)")
        .expressionAttributeNames(Map.of("#object", OBJECT))
        .build();
  }

  /** Fails when somebody else has given out money since it was looked at. */
  private Update giveOut(String project, long moneyState) {
    Update.Builder update =
        Update.builder()
            .tableName(registry.name())
            .key(Item.key(Keys.money(project), "state").map())
            .updateExpression("SET #n = :next")
            .expressionAttributeNames(Map.of("#n", "n"));
    AttributeValue next = AttributeValue.fromN(Long.toString(moneyState + 1));
    if (moneyState == 0) {
      return update
          .conditionExpression(Table.ABSENT)
          .expressionAttributeValues(Map.of(":next", next))
          .build();
    }
    AttributeValue seen = AttributeValue.fromN(Long.toString(moneyState));
    return update
        .conditionExpression("#n = :seen")
        .expressionAttributeValues(Map.of(":next", next, ":seen", seen))
        .build();
  }

  @Override
  public List<Decided> decidedBetween(String project, Instant from, Instant to) {
    return traces
        .query(
            request ->
                request
                    .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
                    .expressionAttributeValues(
                        Map.of(
                            ":pk", AttributeValue.fromS(Keys.windows(project)),
                            ":from", AttributeValue.fromS(from.toString()),
                            ":to", AttributeValue.fromS(to.toString()))),
            Integer.MAX_VALUE)
        .stream()
        .filter(DynamoWindowLog::isDecided)
        .map(DynamoWindowLog::decided)
        .toList();
  }

  private static Decided decided(Item item) {
    return new Decided(
        Instant.parse(item.text(Keys.SK)),
        item.flag("lowered"),
        item.text("reason"),
        usd(item, "budget_usd"),
        usd(item, "wished_usd"),
        usd(item, "drawn_usd"));
  }

  private static double usd(Item item, String name) {
    Double amount = item.decimal(name);
    return amount == null ? 0 : amount;
  }
}
