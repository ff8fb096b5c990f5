package dev.assay.aws;

import dev.assay.core.sampling.DayTotals;
import dev.assay.core.sampling.Ledger;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** A project's counters of a day: one item, added to once per batch and never per trace. */
public final class DynamoLedger implements Ledger {
  private static final String PROJECTS = "PROJECTS";

  private final Table registry;
  private final Set<String> remembered = ConcurrentHashMap.newKeySet();

  DynamoLedger(Table registry) {
    this.registry = registry;
  }

  @Override
  public DayTotals day(String project, LocalDate utcDay) {
    Map<String, Double> counts = new HashMap<>();
    registry
        .get(Keys.day(project), Keys.dayOf(utcDay))
        .ifPresent(item ->
            item.map()
                .forEach((name, value) -> {
                  if (value.n() != null) {
                    counts.put(name, Double.valueOf(value.n()));
                  }
                }));
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

  /** The additions as parts of a transaction with the batch that they count. */
  List<TransactWriteItem> additions(Map<String, DayTotals> totals, Instant now) {
    String day = Keys.dayOf(LocalDate.ofInstant(now, ZoneOffset.UTC));
    List<TransactWriteItem> writes = new ArrayList<>();
    totals.forEach((project, added) -> {
      if (!added.counts().isEmpty()) {
        remember(project);
        Update update = update(Item.key(Keys.day(project), day), added);
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

  /** True when somebody else was there first; false when the transaction failed otherwise. */
  static boolean conflicted(TransactionCanceledException e) {
    return e.cancellationReasons().stream()
        .anyMatch(reason ->
            "ConditionalCheckFailed".equals(reason.code())
                || "TransactionConflict".equals(reason.code()));
  }
}
