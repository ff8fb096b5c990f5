package dev.assay.local.dynamodb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.h2.mvstore.Cursor;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** GetItem, Query and Scan. */
final class Reads {
  private static final long PAGE_BYTES = 1024 * 1024;
  private static final Set<String> SELECTIONS =
      Set.of("ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES", "SPECIFIC_ATTRIBUTES", "COUNT");

  private final Store store;
  private final Expressions expressions;

  Reads(Store store, Expressions expressions) {
    this.store = store;
    this.expressions = expressions;
  }

  Answer get(JsonNode request, Consumption consumption) {
    Fields.refuseLegacy(request);
    Table table = store.table(Fields.table(request));
    Map<String, AttributeValue> key = Values.map(Fields.object(request, "Key"), "Key");
    Item item = table.get(table.schema().key().encodeOnly(key));
    Projection projection = projection(request, expressions);
    consumption.read(
        table.name(), null, item == null ? 0 : item.size(), Fields.flag(request, "ConsistentRead"));
    return json -> {
      if (item != null) {
        ValueWriter.map(
            json,
            "Item",
            projection == null ? item.attributes() : projection.apply(item.attributes()));
      }
      consumption.write(json, request, false);
    };
  }

  /** The request's projection when it has no other expressions; null when it has none. */
  static @Nullable Projection projection(JsonNode request, Expressions expressions) {
    Bindings bindings = Bindings.of(request);
    Projection projection = projection(request, expressions, bindings);
    bindings.checkAllUsed();
    return projection;
  }

  private static @Nullable Projection projection(
      JsonNode request, Expressions expressions, Bindings bindings) {
    String text = Fields.text(request, "ProjectionExpression").orElse(null);
    if (text == null) {
      return null;
    }
    List<DocumentPath> paths = bindings.use(expressions.projection(text), "ProjectionExpression");
    return Projection.of(bindings.paths(paths));
  }

  Answer query(JsonNode request, Consumption consumption) {
    Reading reading = reading(request);
    String text = Fields.required(request, "KeyConditionExpression");
    Condition keys =
        reading.bindings.use(
            expressions.condition(text, "KeyConditionExpression"), "KeyConditionExpression");
    reading.bindings.checkAllUsed();
    KeyRange range = KeyRange.of(keys, reading.bindings, reading.keySchema());
    boolean forward = request.path("ScanIndexForward").booleanValue(true);
    return page(request, reading, range, forward, consumption);
  }

  Answer scan(JsonNode request, Consumption consumption) {
    Reading reading = reading(request);
    reading.bindings.checkAllUsed();
    return page(request, reading, KeyRange.all(), true, consumption);
  }

  /** What a query or scan reads, and what it does with each row. */
  private record Reading(
      Table table,
      @Nullable IndexSchema index,
      Bindings bindings,
      @Nullable Condition filter,
      @Nullable Projection projection,
      boolean countOnly,
      boolean consistent) {

    KeySchema keySchema() {
      return index == null ? table.schema().key() : index.key();
    }
  }

  private Reading reading(JsonNode request) {
    Fields.refuseLegacy(request);
    Table table = store.table(Fields.table(request));
    IndexSchema index =
        Fields.text(request, "IndexName").map(name -> table.schema().index(name)).orElse(null);
    boolean consistent = Fields.flag(request, "ConsistentRead");
    if (consistent && index != null) {
      throw ServiceError.validation(
          "Consistent reads are not supported on global secondary indexes: " + index.name());
    }
    Bindings bindings = Bindings.of(request);
    String filterText = Fields.text(request, "FilterExpression").orElse(null);
    Condition filter =
        filterText == null
            ? null
            : bindings.use(
                expressions.condition(filterText, "FilterExpression"), "FilterExpression");
    Projection projection = projection(request, expressions, bindings);
    checkProjected(index, table, projection);
    String select = Fields.oneOf(request, "Select", select(index, projection), SELECTIONS);
    checkSelect(select, index, projection);
    boolean countOnly = select.equals("COUNT");
    return new Reading(table, index, bindings, filter, projection, countOnly, consistent);
  }

  private static String select(@Nullable IndexSchema index, @Nullable Projection projection) {
    if (projection != null) {
      return "SPECIFIC_ATTRIBUTES";
    }
    return index == null ? "ALL_ATTRIBUTES" : "ALL_PROJECTED_ATTRIBUTES";
  }

  private static void checkSelect(
      String select, @Nullable IndexSchema index, @Nullable Projection projection) {
    if (select.equals("SPECIFIC_ATTRIBUTES") == (projection == null)) {
      throw ServiceError.validation(
          "Cannot specify the ProjectionExpression when choosing to get " + select);
    }
    if (select.equals("ALL_PROJECTED_ATTRIBUTES") && index == null) {
      throw ServiceError.validation(
          "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
    }
    if (select.equals("ALL_ATTRIBUTES")
        && index != null
        && index.projection() != IndexSchema.ProjectionType.ALL) {
      throw ServiceError.validation(
          "One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported"
              + " for global secondary index "
              + index.name()
              + " because its projection type is not ALL");
    }
  }

  private static void checkProjected(
      @Nullable IndexSchema index, Table table, @Nullable Projection projection) {
    if (index == null || projection == null) {
      return;
    }
    for (String name : projection.attributeNames()) {
      if (!index.holds(name, table.schema().key())) {
        throw ServiceError.validation(
            "One or more parameter values were invalid: Global secondary index "
                + index.name()
                + " does not project ["
                + name
                + "]");
      }
    }
  }

  private Answer page(
      JsonNode request, Reading reading, KeyRange range, boolean forward, Consumption consumption) {
    KeyRange rest = range;
    if (request.path("ExclusiveStartKey").isObject()) {
      rest = range.behind(startKey(request, reading), forward);
    }
    Page page = new Page(reading, Fields.count(request, "Limit"));
    page.read(rest, forward);
    IndexSchema index = reading.index();
    consumption.read(
        reading.table().name(),
        index == null ? null : index.name(),
        page.bytes,
        reading.consistent());
    return json -> {
      page.write(json);
      consumption.write(json, request, false);
    };
  }

  private static byte[] startKey(JsonNode request, Reading reading) {
    Map<String, AttributeValue> start =
        Values.map(request.path("ExclusiveStartKey"), "ExclusiveStartKey");
    KeySchema tableKey = reading.table().schema().key();
    IndexSchema index = reading.index();
    if (index == null) {
      return tableKey.encodeOnly(start);
    }
    for (String name : start.keySet()) {
      if (!tableKey.isKey(name) && !index.key().isKey(name)) {
        throw ServiceError.validation("The provided starting key is invalid: " + name);
      }
    }
    return KeyEncoding.join(index.key().encode(start), tableKey.encode(start));
  }

  /** One page of rows: up to the limit or to 1 MB read, whichever comes first. */
  private static final class Page {
    private final Reading reading;
    private final OptionalInt limit;
    private final List<Map<String, AttributeValue>> rows = new ArrayList<>();
    private int matched;
    private int examined;
    private long bytes;
    private @Nullable Item lastRead;
    private boolean stopped;

    Page(Reading reading, OptionalInt limit) {
      this.reading = reading;
      this.limit = limit;
    }

    void read(KeyRange range, boolean forward) {
      Cursor<byte[], Item> cursor =
          forward
              ? reading.table().rows(reading.index()).cursor(range.from())
              : reading.table().rows(reading.index()).cursor(range.to(), null, true);
      while (cursor.hasNext()) {
        byte[] key = cursor.next();
        if (forward ? range.endsBefore(key) : range.startsAfter(key)) {
          return;
        }
        if (range.endsBefore(key)) {
          continue; // reading backwards starts at the bound itself, which is outside
        }
        if (bytes >= PAGE_BYTES) {
          stopped = true;
          return;
        }
        take(cursor.getValue());
        if (limit.isPresent() && examined == limit.getAsInt()) {
          stopped = true;
          return;
        }
      }
    }

    private void take(Item row) {
      examined++;
      bytes += row.size();
      lastRead = row;
      Condition filter = reading.filter();
      if (filter != null && !ConditionCheck.holds(filter, reading.bindings(), row)) {
        return;
      }
      matched++;
      if (!reading.countOnly()) {
        Projection projection = reading.projection();
        rows.add(projection == null ? row.attributes() : projection.apply(row.attributes()));
      }
    }

    void write(JsonGenerator json) {
      if (!reading.countOnly()) {
        json.writeArrayPropertyStart("Items");
        rows.forEach(row -> ValueWriter.map(json, row));
        json.writeEndArray();
      }
      json.writeNumberProperty("Count", matched);
      json.writeNumberProperty("ScannedCount", examined);
      Item last = lastRead;
      if (stopped && last != null) {
        ValueWriter.map(json, "LastEvaluatedKey", keyOf(last));
      }
    }

    private Map<String, AttributeValue> keyOf(Item row) {
      Map<String, AttributeValue> key =
          new LinkedHashMap<>(reading.table().schema().key().of(row.attributes()));
      key.putAll(reading.keySchema().of(row.attributes()));
      return key;
    }
  }
}
