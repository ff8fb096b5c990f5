package dev.assay.local.dynamodb;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** What one request consumes, in half units so that an eventually consistent read stays whole. */
final class Consumption {
  private static final int WRITE_STEP_BYTES = 1024;
  private static final int READ_STEP_BYTES = 4096;

  /** One table's share. */
  static final class Share {
    private long tableReads;
    private long tableWrites;
    private final Map<String, Long> indexReads = new TreeMap<>();
    private final Map<String, Long> indexWrites = new TreeMap<>();

    long halfReads() {
      return tableReads + indexReads.values().stream().mapToLong(Long::longValue).sum();
    }

    long halfWrites() {
      return tableWrites + indexWrites.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  private final Map<String, Share> shares = new LinkedHashMap<>();
  private int writeFactor = 1;

  Map<String, Share> shares() {
    return shares;
  }

  /** From here on all writes count twice: one to prepare, one to commit. */
  void transactional() {
    writeFactor = 2;
  }

  /** Counts a write of the table itself; {@code bytes} is the larger of before and after. */
  void writeTable(String table, int bytes) {
    share(table).tableWrites += writeUnits(bytes);
  }

  void writeIndex(String table, String index, int bytes) {
    share(table).indexWrites.merge(index, writeUnits(bytes), Long::sum);
  }

  private long writeUnits(int bytes) {
    return 2L * writeFactor * Math.max(1, Math.ceilDiv(bytes, WRITE_STEP_BYTES));
  }

  /** Counts a read of so many bytes, at least one step. */
  void read(String table, @Nullable String index, long bytes, boolean consistent) {
    long halves = (consistent ? 2 : 1) * Math.max(1, Math.ceilDiv(bytes, READ_STEP_BYTES));
    Share share = share(table);
    if (index == null) {
      share.tableReads += halves;
    } else {
      share.indexReads.merge(index, halves, Long::sum);
    }
  }

  private Share share(String table) {
    return shares.computeIfAbsent(table, name -> new Share());
  }

  /** Writes ConsumedCapacity as the request wants it: not, the sum, or by index too. */
  void write(JsonGenerator json, JsonNode request, boolean many) {
    String wanted =
        Fields.oneOf(request, "ReturnConsumedCapacity", "NONE", Set.of("NONE", "TOTAL", "INDEXES"));
    if (wanted.equals("NONE") || (shares.isEmpty() && !many)) {
      return;
    }
    json.writeName("ConsumedCapacity");
    if (many) {
      json.writeStartArray();
    }
    shares.forEach((table, share) -> write(json, table, share, wanted.equals("INDEXES")));
    if (many) {
      json.writeEndArray();
    }
  }

  private void write(JsonGenerator json, String table, Share share, boolean byIndex) {
    json.writeStartObject();
    json.writeStringProperty("TableName", table);
    units(json, share.halfReads() + share.halfWrites());
    if (writeFactor == 2) {
      json.writeNumberProperty("WriteCapacityUnits", share.halfWrites() / 2.0);
    }
    if (byIndex) {
      json.writeObjectPropertyStart("Table");
      units(json, share.tableReads + share.tableWrites);
      json.writeEndObject();
      Map<String, Long> indexes = new TreeMap<>(share.indexReads);
      share.indexWrites.forEach((index, halves) -> indexes.merge(index, halves, Long::sum));
      indexes(json, indexes);
    }
    json.writeEndObject();
  }

  private static void indexes(JsonGenerator json, Map<String, Long> indexes) {
    if (indexes.isEmpty()) {
      return;
    }
    json.writeObjectPropertyStart("GlobalSecondaryIndexes");
    indexes.forEach((index, halves) -> {
      json.writeObjectPropertyStart(index);
      units(json, halves);
      json.writeEndObject();
    });
    json.writeEndObject();
  }

  private static void units(JsonGenerator json, long halves) {
    json.writeNumberProperty("CapacityUnits", halves / 2.0);
  }
}
