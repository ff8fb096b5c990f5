package dev.assay.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes personal data out of every string of a trace: unknown fields, metadata, member names and
 * the JSON inside tool texts included.
 */
// Identity is the point: an untouched node is the same node, and comparing values would cost a
// walk.
@SuppressWarnings("ReferenceEquality")
final class TreeCensor {
  /** Identities and times that the contract fixes; they hold no free text. */
  private static final Set<String> FIXED =
      Set.of("trace_id", "started_at", "ended_at", "time_zone", "locale");

  private final Censor censor;
  private int changes;

  TreeCensor(Censor censor) {
    this.censor = censor;
  }

  /** Censors a trace in place. */
  void censor(ObjectNode trace) {
    censorObject(trace, FIXED);
  }

  private void censorObject(ObjectNode object, Set<String> fixed) {
    List<String> renamed = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      String name = member.getKey();
      if (!fixed.contains(name)) {
        JsonNode before = member.getValue();
        JsonNode after = censored(name, before);
        if (after != before) {
          member.setValue(after);
        }
        if (!censor.apply(null, name).equals(name)) {
          changes++;
          renamed.add(name);
        }
      }
    }
    for (String name : renamed) {
      JsonNode value = object.remove(name);
      object.set(censor.apply(null, name), value);
    }
  }

  private JsonNode censored(@Nullable String name, JsonNode value) {
    return switch (value) {
      case ObjectNode object -> {
        censorObject(object, Set.of());
        yield object;
      }
      case ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          JsonNode before = array.get(i);
          JsonNode after = censored(name, before);
          if (after != before) {
            array.set(i, after);
          }
        }
        yield array;
      }
      default -> value.isString() ? text(name, value) : value;
    };
  }

  private JsonNode text(@Nullable String name, JsonNode value) {
    String before = value.stringValue();
    JsonNode inner = holdsJson(name) ? JsonValues.treeOf(before) : null;
    String after = inner == null ? censor.apply(name, before) : inner(before, inner);
    if (after.equals(before)) {
      return value;
    }
    changes++;
    return Mappers.JSON.getNodeFactory().stringNode(after);
  }

  private static boolean holdsJson(@Nullable String name) {
    return "content".equals(name) || "arguments".equals(name) || "text".equals(name);
  }

  /** A text that is JSON keeps its exact form unless something in it has to go. */
  private String inner(String before, JsonNode tree) {
    if (!tree.isContainer()) {
      return censor.apply(null, before);
    }
    int changesBefore = changes;
    JsonNode after = censored(null, tree);
    return changes == changesBefore ? before : Mappers.JSON.writeValueAsString(after);
  }
}
