package dev.assay.local.dynamodb;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** BatchWriteItem and BatchGetItem: many independent writes or reads in one request. */
final class Batches {
  private static final int MAX_WRITES = 25;
  private static final int MAX_READS = 100;
  private static final long MAX_ANSWER_BYTES = 16L * 1024 * 1024;

  private final Store store;
  private final ChangeReader reader;
  private final SingleWrites writes;
  private final Expressions expressions;

  Batches(Store store, ChangeReader reader, SingleWrites writes, Expressions expressions) {
    this.store = store;
    this.reader = reader;
    this.writes = writes;
    this.expressions = expressions;
  }

  Answer write(JsonNode request, Consumption consumption) {
    List<Change> changes = new ArrayList<>();
    Set<Bytes> seen = new HashSet<>();
    for (Map.Entry<String, JsonNode> entry : requestItems(request).properties()) {
      for (JsonNode action : entry.getValue().values()) {
        Change change = change(entry.getKey(), action);
        checkNew(seen, entry.getKey(), change.key());
        changes.add(change);
      }
    }
    checkCount(changes.size(), MAX_WRITES, "BatchWriteItem");
    changes.forEach(change -> writes.apply(change, consumption));
    return json -> {
      json.writeObjectPropertyStart("UnprocessedItems").writeEndObject();
      consumption.write(json, request, true);
    };
  }

  private static JsonNode requestItems(JsonNode request) {
    JsonNode items = Fields.object(request, "RequestItems");
    if (items.isEmpty()) {
      throw ServiceError.validation(
          "1 validation error detected: Value '{}' at 'requestItems' failed to satisfy constraint:"
              + " Member must have length greater than or equal to 1");
    }
    return items;
  }

  private Change change(String table, JsonNode action) {
    boolean put = action.has("PutRequest");
    if (put == action.has("DeleteRequest")) {
      throw ServiceError.validation(
          "Supplied write request must be exactly one of PutRequest and DeleteRequest: " + table);
    }
    ObjectNode single = JsonNodeFactory.instance.objectNode().put("TableName", table);
    if (put) {
      return reader.put(single.set("Item", action.path("PutRequest").path("Item")));
    }
    return reader.delete(single.set("Key", action.path("DeleteRequest").path("Key")));
  }

  private static void checkNew(Set<Bytes> seen, String table, byte[] key) {
    if (!seen.add(Bytes.of(KeyEncoding.join(Utf8.bytes(table + "/"), key)))) {
      throw ServiceError.validation("Provided list of item keys contains duplicates");
    }
  }

  private static void checkCount(int count, int max, String operation) {
    if (count == 0) {
      throw ServiceError.validation(
          "1 validation error detected: 'requestItems' of " + operation + " must not be empty");
    }
    if (count > max) {
      throw ServiceError.validation(
          "Too many items requested for the "
              + operation
              + " call: at most "
              + max
              + ", was "
              + count);
    }
  }

  /** One table's part of a BatchGetItem. */
  private record Wanted(
      Table table, JsonNode keys, @Nullable Projection projection, boolean consistent) {}

  Answer get(JsonNode request, Consumption consumption) {
    Map<String, List<Map<String, AttributeValue>>> found = new LinkedHashMap<>();
    Map<String, List<JsonNode>> left = new LinkedHashMap<>();
    JsonNode items = requestItems(request);
    List<Wanted> wanted = wanted(items);
    long bytes = 0;
    for (Wanted part : wanted) {
      List<Map<String, AttributeValue>> rows = new ArrayList<>();
      found.put(part.table().name(), rows);
      for (JsonNode key : part.keys().values()) {
        if (bytes > MAX_ANSWER_BYTES) {
          left.computeIfAbsent(part.table().name(), name -> new ArrayList<>()).add(key);
        } else {
          bytes += read(part, key, rows, consumption);
        }
      }
    }
    return json -> {
      writeFound(json, found);
      writeLeft(json, items, left);
      consumption.write(json, request, true);
    };
  }

  private List<Wanted> wanted(JsonNode items) {
    List<Wanted> wanted = new ArrayList<>();
    Set<Bytes> seen = new HashSet<>();
    int count = 0;
    for (Map.Entry<String, JsonNode> entry : items.properties()) {
      JsonNode part = entry.getValue();
      Fields.refuseLegacy(part);
      Table table = store.table(entry.getKey());
      JsonNode keys = part.path("Keys");
      for (JsonNode key : keys.values()) {
        count++;
        checkNew(seen, table.name(), encoded(table, key));
      }
      Projection projection = Reads.projection(part, expressions);
      wanted.add(new Wanted(table, keys, projection, Fields.flag(part, "ConsistentRead")));
    }
    checkCount(count, MAX_READS, "BatchGetItem");
    return wanted;
  }

  private static byte[] encoded(Table table, JsonNode key) {
    return table.schema().key().encodeOnly(Values.map(key, "Keys"));
  }

  private static int read(
      Wanted part, JsonNode key, List<Map<String, AttributeValue>> rows, Consumption consumption) {
    Item item = part.table().get(encoded(part.table(), key));
    int size = item == null ? 0 : item.size();
    consumption.read(part.table().name(), null, size, part.consistent());
    if (item != null) {
      Projection projection = part.projection();
      rows.add(projection == null ? item.attributes() : projection.apply(item.attributes()));
    }
    return size;
  }

  private static void writeFound(
      JsonGenerator json, Map<String, List<Map<String, AttributeValue>>> found) {
    json.writeObjectPropertyStart("Responses");
    found.forEach((table, rows) -> {
      json.writeArrayPropertyStart(table);
      rows.forEach(row -> ValueWriter.map(json, row));
      json.writeEndArray();
    });
    json.writeEndObject();
  }

  private static void writeLeft(
      JsonGenerator json, JsonNode items, Map<String, List<JsonNode>> left) {
    json.writeObjectPropertyStart("UnprocessedKeys");
    left.forEach((table, keys) -> {
      ObjectNode part = ((ObjectNode) items.path(table)).deepCopy();
      part.putArray("Keys").addAll(keys);
      json.writeName(table);
      json.writePOJO(part);
    });
    json.writeEndObject();
  }
}
