package dev.assay.local.dynamodb;

import dev.assay.local.dynamodb.ServiceError.Reason;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** TransactWriteItems: all of up to 100 writes, or none and the reasons. */
final class Transactions {
  private static final int MAX_ACTIONS = 100;

  private record Planned(
      Change change, @Nullable Item before, @Nullable Item after, Reason reason) {}

  private final Store store;
  private final ChangeReader reader;

  Transactions(Store store, ChangeReader reader) {
    this.store = store;
    this.reader = reader;
  }

  Answer write(JsonNode request, Consumption consumption) {
    consumption.transactional();
    List<Change> changes = changes(request);
    List<Table> tables =
        changes.stream()
            .map(Change::table)
            .distinct()
            .sorted(Comparator.comparing(Table::name))
            .toList();
    Optional<String> token = Fields.text(request, "ClientRequestToken");
    String digest = token.isPresent() ? digest(request.path("TransactItems")) : "";
    store.locked(
        tables,
        () -> {
          if (token.isEmpty() || !alreadyDone(token.get(), digest)) {
            apply(changes, consumption);
            token.ifPresent(t -> store.remember(t, digest));
          }
          return true;
        });
    return json -> consumption.write(json, request, true);
  }

  private List<Change> changes(JsonNode request) {
    JsonNode actions = request.path("TransactItems");
    if (actions.isEmpty() || actions.size() > MAX_ACTIONS) {
      throw ServiceError.validation(
          "1 validation error detected: Value at 'transactItems' failed to satisfy constraint:"
              + " Member must have length between 1 and 100, was "
              + actions.size());
    }
    List<Change> changes = new ArrayList<>(actions.size());
    Set<Bytes> seen = new HashSet<>();
    for (JsonNode action : actions.values()) {
      Change change = change(action);
      byte[] table = Utf8.bytes(change.table().name() + "/");
      if (!seen.add(Bytes.of(KeyEncoding.join(table, change.key())))) {
        throw ServiceError.validation(
            "Transaction request cannot include multiple operations on one item");
      }
      changes.add(change);
    }
    return changes;
  }

  private Change change(JsonNode action) {
    if (action.size() != 1) {
      throw ServiceError.validation(
          "TransactItems can only contain one of Check, Put, Update or Delete");
    }
    Map.Entry<String, JsonNode> entry = action.properties().iterator().next();
    JsonNode body = entry.getValue();
    return switch (entry.getKey()) {
      case "Put" -> reader.put(body);
      case "Update" -> reader.update(body);
      case "Delete" -> reader.delete(body);
      case "ConditionCheck" -> reader.check(body);
      default ->
          throw ServiceError.validation(
              "TransactItems can only contain one of Check, Put, Update or Delete");
    };
  }

  private boolean alreadyDone(String token, String digest) {
    Optional<String> known = store.token(token);
    if (known.isPresent() && !known.get().equals(digest)) {
      throw ServiceError.tokenReused();
    }
    return known.isPresent();
  }

  private static void apply(List<Change> changes, Consumption consumption) {
    List<Planned> planned = changes.stream().map(Transactions::plan).toList();
    List<Reason> reasons = planned.stream().map(Planned::reason).toList();
    if (reasons.stream().anyMatch(reason -> !reason.code().equals("None"))) {
      planned.forEach(plan -> countTable(plan, consumption));
      throw ServiceError.cancelled(reasons);
    }
    for (Planned plan : planned) {
      if (plan.change().effect() instanceof Effect.Check) {
        countTable(plan, consumption);
      } else {
        plan.change()
            .table()
            .replace(plan.change().key(), plan.before(), plan.after(), consumption);
      }
    }
  }

  private static void countTable(Planned plan, Consumption consumption) {
    Item before = plan.before();
    consumption.writeTable(plan.change().table().name(), before == null ? 0 : before.size());
  }

  private static Planned plan(Change change) {
    Item before = change.before();
    if (!change.allowed(before)) {
      Reason failed =
          new Reason(
              "ConditionalCheckFailed", "The conditional request failed", change.shown(before));
      return new Planned(change, before, null, failed);
    }
    try {
      return new Planned(change, before, change.after(before), Reason.NONE);
    } catch (ServiceError e) {
      return new Planned(change, before, null, new Reason("ValidationError", e.text(), null));
    }
  }

  private static String digest(JsonNode actions) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Utf8.bytes(actions.toString()));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
