package dev.assay.wire;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts the pieces of a conversation together: lists one after the other with offsets counted from
 * the first piece's start, sums summed, and of everything else the last piece that says it.
 */
final class PieceJoin {
  private static final Set<String> LISTS = Set.of("messages", "llm_calls", "context", "tags");
  private static final List<String> OFFSETS = List.of("start_ms", "end_ms");

  private PieceJoin() {}

  /** Joins valid pieces, in the order of their numbers; the first is changed and returned. */
  static ObjectNode join(List<ObjectNode> pieces) {
    ObjectNode whole = pieces.getFirst();
    OffsetDateTime start = OffsetDateTime.parse(whole.path("started_at").asString());
    JsonNode firstStart = whole.path("started_at");
    for (ObjectNode piece : pieces.subList(1, pieces.size())) {
      OffsetDateTime pieceStart = OffsetDateTime.parse(piece.path("started_at").asString());
      shift(piece, Duration.between(start, pieceStart).toMillis());
      for (Map.Entry<String, JsonNode> member : piece.properties()) {
        add(whole, member.getKey(), member.getValue());
      }
    }
    whole.set("started_at", firstStart);
    whole.set("trace_id", whole.path("conversation_id"));
    whole.remove(List.of("partial", "piece"));
    return whole;
  }

  private static void shift(ObjectNode piece, long millis) {
    for (String list : List.of("messages", "llm_calls")) {
      for (JsonNode item : piece.path(list)) {
        for (String name : OFFSETS) {
          if (item instanceof ObjectNode object && object.path(name).isNumber()) {
            object.put(name, object.path(name).decimalValue().add(BigDecimal.valueOf(millis)));
          }
        }
      }
    }
  }

  private static void add(ObjectNode whole, String name, JsonNode value) {
    JsonNode before = whole.get(name);
    if (before instanceof ArrayNode list
        && value instanceof ArrayNode more
        && LISTS.contains(name)) {
      append(list, more, name.equals("tags"));
    } else if (before instanceof ObjectNode sum
        && value instanceof ObjectNode more
        && name.equals("usage")) {
      sum(sum, more);
    } else if (before instanceof ObjectNode object && value instanceof ObjectNode more) {
      more.properties().forEach(member -> object.set(member.getKey(), member.getValue()));
    } else {
      whole.set(name, value);
    }
  }

  private static void append(ArrayNode list, ArrayNode more, boolean distinct) {
    Set<JsonNode> seen = new LinkedHashSet<>();
    list.forEach(seen::add);
    for (JsonNode item : more) {
      if (!distinct || seen.add(item)) {
        list.add(item);
      }
    }
  }

  private static void sum(ObjectNode usage, ObjectNode more) {
    for (Map.Entry<String, JsonNode> member : more.properties()) {
      JsonNode before = usage.path(member.getKey());
      if (before.isNumber() && member.getValue().isNumber()) {
        usage.put(member.getKey(), before.decimalValue().add(member.getValue().decimalValue()));
      } else {
        usage.set(member.getKey(), member.getValue());
      }
    }
  }
}
