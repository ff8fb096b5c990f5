package dev.assay.local.dynamodb;

import dev.assay.local.dynamodb.Update.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads writes from requests; single ones and those of a transaction look alike. */
final class ChangeReader {
  private static final Set<String> OLD_OR_NOT = Set.of("NONE", "ALL_OLD");

  private final Store store;
  private final Expressions expressions;

  ChangeReader(Store store, Expressions expressions) {
    this.store = store;
    this.expressions = expressions;
  }

  Change put(JsonNode request) {
    Fields.refuseLegacy(request);
    Table table = store.table(Fields.table(request));
    Item item = Item.of(Values.map(Fields.object(request, "Item"), "Item"));
    return change(
        request,
        table,
        table.schema().key().encode(item.attributes()),
        Bindings.of(request),
        new Effect.Put(item));
  }

  Change delete(JsonNode request) {
    Fields.refuseLegacy(request);
    Table table = store.table(Fields.table(request));
    return change(request, table, key(request, table), Bindings.of(request), new Effect.Delete());
  }

  Change check(JsonNode request) {
    Fields.required(request, "ConditionExpression");
    Table table = store.table(Fields.table(request));
    return change(request, table, key(request, table), Bindings.of(request), new Effect.Check());
  }

  Change update(JsonNode request) {
    Fields.refuseLegacy(request);
    Table table = store.table(Fields.table(request));
    Map<String, AttributeValue> key = Values.map(Fields.object(request, "Key"), "Key");
    byte[] encoded = table.schema().key().encodeOnly(key);
    Bindings bindings = Bindings.of(request);
    Update update =
        Fields.text(request, "UpdateExpression")
            .map(text -> bindings.use(expressions.update(text), "UpdateExpression"))
            .orElseGet(() -> new Update(List.of()));
    checkPaths(update, bindings, table.schema().key());
    return change(request, table, encoded, bindings, new Effect.Modify(update, bindings, key));
  }

  private static byte[] key(JsonNode request, Table table) {
    return table.schema().key().encodeOnly(Values.map(Fields.object(request, "Key"), "Key"));
  }

  private Change change(
      JsonNode request, Table table, byte[] key, Bindings bindings, Effect effect) {
    Condition condition = condition(request, bindings);
    bindings.checkAllUsed();
    boolean oldOnFailure =
        Fields.oneOf(request, "ReturnValuesOnConditionCheckFailure", "NONE", OLD_OR_NOT)
            .equals("ALL_OLD");
    return new Change(table, key, condition, bindings, effect, oldOnFailure);
  }

  private @Nullable Condition condition(JsonNode request, Bindings bindings) {
    String text = Fields.text(request, "ConditionExpression").orElse(null);
    return text == null
        ? null
        : bindings.use(expressions.condition(text, "ConditionExpression"), "ConditionExpression");
  }

  private static void checkPaths(Update update, Bindings bindings, KeySchema key) {
    List<DocumentPath> seen = new ArrayList<>();
    for (Action action : update.actions()) {
      DocumentPath path = bindings.path(action.path());
      if (key.isKey(path.root())) {
        throw ServiceError.validation(
            "One or more parameter values were invalid: Cannot update attribute "
                + path.root()
                + ". This attribute is part of the key");
      }
      for (DocumentPath other : seen) {
        if (other.overlaps(path)) {
          throw ServiceError.validation(
              "Invalid UpdateExpression: Two document paths overlap with each other; must remove or"
                  + " rewrite one of these paths; path one: "
                  + other
                  + ", path two: "
                  + path);
        }
      }
      seen.add(path);
    }
  }
}
