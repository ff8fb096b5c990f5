package dev.assay.local.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** PutItem, UpdateItem and DeleteItem. */
final class SingleWrites {
  private static final Set<String> OLD_OR_NOT = Set.of("NONE", "ALL_OLD");
  private static final Set<String> UPDATE_VALUES =
      Set.of("NONE", "ALL_OLD", "UPDATED_OLD", "ALL_NEW", "UPDATED_NEW");

  /** The item on both sides of a write. */
  record Outcome(@Nullable Item before, @Nullable Item after) {}

  private final Store store;
  private final ChangeReader reader;

  SingleWrites(Store store, ChangeReader reader) {
    this.store = store;
    this.reader = reader;
  }

  Answer put(JsonNode request, Consumption consumption) {
    return oldOrNot(request, reader.put(request), consumption);
  }

  Answer delete(JsonNode request, Consumption consumption) {
    return oldOrNot(request, reader.delete(request), consumption);
  }

  Answer update(JsonNode request, Consumption consumption) {
    String wanted = Fields.oneOf(request, "ReturnValues", "NONE", UPDATE_VALUES);
    Change change = reader.update(request);
    Outcome outcome = apply(change, consumption);
    Map<String, AttributeValue> returned = returned(wanted, change, outcome);
    return answer(request, returned, consumption);
  }

  private Answer oldOrNot(JsonNode request, Change change, Consumption consumption) {
    String wanted = Fields.oneOf(request, "ReturnValues", "NONE", OLD_OR_NOT);
    Outcome outcome = apply(change, consumption);
    return answer(
        request, wanted.equals("NONE") ? Map.of() : attributes(outcome.before()), consumption);
  }

  private static Answer answer(
      JsonNode request, Map<String, AttributeValue> returned, Consumption consumption) {
    return json -> {
      if (!returned.isEmpty()) {
        ValueWriter.map(json, "Attributes", returned);
      }
      consumption.write(json, request, false);
    };
  }

  /** Checks and writes under the table's lock. */
  Outcome apply(Change change, Consumption consumption) {
    return store.locked(
        List.of(change.table()),
        () -> {
          Item before = change.before();
          if (!change.allowed(before)) {
            consumption.writeTable(change.table().name(), before == null ? 0 : before.size());
            throw ServiceError.conditionFailed(change.shown(before));
          }
          Item after = change.after(before);
          change.table().replace(change.key(), before, after, consumption);
          return new Outcome(before, after);
        });
  }

  private static Map<String, AttributeValue> returned(
      String wanted, Change change, Outcome outcome) {
    return switch (wanted) {
      case "ALL_OLD" -> attributes(outcome.before());
      case "ALL_NEW" -> attributes(outcome.after());
      case "UPDATED_OLD" -> updated(change).apply(attributes(outcome.before()));
      case "UPDATED_NEW" -> updated(change).apply(attributes(outcome.after()));
      default -> Map.of();
    };
  }

  private static Projection updated(Change change) {
    List<DocumentPath> paths = new ArrayList<>();
    if (change.effect() instanceof Effect.Modify(var update, var bindings, var _)) {
      update.actions().forEach(action -> paths.add(bindings.path(action.path())));
    }
    return Projection.of(paths);
  }

  private static Map<String, AttributeValue> attributes(@Nullable Item item) {
    return item == null ? Map.of() : item.attributes();
  }
}
