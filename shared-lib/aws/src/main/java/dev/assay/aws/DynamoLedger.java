package dev.assay.aws;

import dev.assay.core.sampling.DayTotals;
import dev.assay.core.sampling.Ledger;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** A project's counters of a day: one item, added to once per batch and never per trace. */
public final class DynamoLedger implements Ledger {
  private static final String PROJECTS = "PROJECTS";
  private static final int MAX_ATTEMPTS = 12;
  private static final long FIRST_PAUSE_MS = 10;
  private static final long MAX_PAUSE_MS = 1_000;

  private final Table registry;
  private final Set<String> remembered = ConcurrentHashMap.newKeySet();

  DynamoLedger(Table registry) {
    this.registry = registry;
  }

  @Override
  public DayTotals day(String project, LocalDate utcDay) {
    return registry
        .get(Keys.day(project), Keys.dayOf(utcDay))
        .map(DynamoLedger::totals)
        .orElse(DayTotals.NOTHING);
  }

  @Override
  public Map<LocalDate, DayTotals> days(String project, LocalDate from, LocalDate to) {
    Map<LocalDate, DayTotals> days = new TreeMap<>();
    List<Item> items =
        registry.query(
            request ->
                request
                    .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
                    .expressionAttributeValues(
                        Map.of(
                            ":pk", AttributeValue.fromS(Keys.day(project)),
                            ":from", AttributeValue.fromS(Keys.dayOf(from)),
                            ":to", AttributeValue.fromS(Keys.dayOf(to))))
                    .consistentRead(true),
            Integer.MAX_VALUE);
    items.forEach(item -> days.put(LocalDate.parse(item.text(Keys.SK)), totals(item)));
    return days;
  }

  private static DayTotals totals(Item item) {
    Map<String, Double> counts = new HashMap<>();
    item.map()
        .forEach((name, value) -> {
          if (value.n() != null) {
            counts.put(name, Double.valueOf(value.n()));
          }
        });
    return new DayTotals(counts);
  }

  @Override
  public List<String> projects() {
    return registry.query(PROJECTS).stream().map(item -> item.text(Keys.SK)).toList();
  }

  private void remember(String project) {
    if (!remembered.contains(project)) {
      registry.put(Item.key(PROJECTS, project.isEmpty() ? "-" : project));
      remembered.add(project);
    }
  }

  private List<TransactWriteItem> additions(Map<String, DayTotals> totals, Instant now) {
    ZonedDateTime hour = now.atZone(ZoneOffset.UTC);
    String day = Keys.dayOf(hour.toLocalDate());
    List<TransactWriteItem> writes = new ArrayList<>();
    totals.forEach((project, added) -> {
      if (!added.counts().isEmpty()) {
        remember(project);
        Update update = update(Item.key(Keys.day(project), day), added.inHour(hour.getHour()));
        writes.add(TransactWriteItem.builder().update(update).build());
      }
    });
    return writes;
  }

  private Update update(Item key, DayTotals added) {
    Map<String, String> names = new HashMap<>();
    Map<String, AttributeValue> values = new HashMap<>();
    List<String> parts = new ArrayList<>();
    added
        .counts()
        .forEach((name, amount) -> {
          String place = Integer.toString(names.size());
          names.put("#n" + place, name);
          values.put(
              ":v" + place,
              AttributeValue.fromN(
                  new BigDecimal(amount)
                      .setScale(9, RoundingMode.HALF_EVEN)
                      .stripTrailingZeros()
                      .toPlainString()));
          parts.add("#n" + place + " :v" + place);
        });
    return Update.builder()
        .tableName(registry.name())
        .key(key.map())
        .updateExpression("ADD " + String.join(", ", parts))
        .expressionAttributeNames(names)
        .expressionAttributeValues(values)
        .build();
  }

  /**
   * Writes a batch's item and its counts, both or neither. All batches of a project add to one
   * item, so a conflict between transactions is waited out; it says nothing about this batch.
   *
   * @param first the batch's own item, with a condition
   * @return false when the condition failed: somebody else was there first
   */
  boolean write(Put first, Map<String, DayTotals> totals, Instant now) {
    return write(List.of(TransactWriteItem.builder().put(first).build()), totals, now);
  }

  /** The same for several items with conditions. */
  boolean write(List<TransactWriteItem> first, Map<String, DayTotals> totals, Instant now) {
    List<TransactWriteItem> writes = new ArrayList<>(first);
    writes.addAll(additions(totals, now));
    for (int attempt = 1; ; attempt++) {
      try {
        registry.client().transactWriteItems(request -> request.transactItems(writes));
        return true;
      } catch (TransactionCanceledException e) {
        if (cancelledBy(e, "ConditionalCheckFailed")) {
          return false;
        }
        if (!cancelledBy(e, "TransactionConflict") || attempt == MAX_ATTEMPTS) {
          throw e;
        }
        pause(attempt);
      }
    }
  }

  private static boolean cancelledBy(TransactionCanceledException e, String code) {
    return e.cancellationReasons().stream().anyMatch(reason -> code.equals(reason.code()));
  }

  /** Exponential with full jitter, at most a second. */
  static void pause(int attempt) {
    long most = Math.min(MAX_PAUSE_MS, FIRST_PAUSE_MS << attempt);
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(most) + 1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
