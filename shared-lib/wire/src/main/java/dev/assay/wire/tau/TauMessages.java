package dev.assay.wire.tau;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Messages of the benchmark's form in the contract's. */
final class TauMessages {
  private TauMessages() {}

  static void copy(JsonNode messages, ArrayNode into) {
    for (JsonNode message : messages) {
      copy(message, into.addObject());
    }
  }

  private static void copy(JsonNode from, ObjectNode to) {
    to.put("role", TauTraces.text(from, "role"));
    JsonNode content = from.path("content");
    if (content.isString()) {
      to.put("content", content.stringValue());
    } else {
      to.putNull("content");
    }
    TauTraces.instant(TauTraces.text(from, "timestamp"))
        .ifPresent(time -> to.put("timestamp", time.toString()));
    copyText(from, to, "tool_call_id");
    copyText(from, to, "name");
    copyText(from, to, "requestor");
    if (from.path("error").asBoolean(false)) {
      to.put("is_error", true);
    }
    if (!from.path("tool_calls").isEmpty()) {
      ArrayNode calls = to.putArray("tool_calls");
      for (JsonNode call : from.path("tool_calls")) {
        copyCall(call, calls.addObject());
      }
    }
  }

  private static void copyText(JsonNode from, ObjectNode to, String name) {
    if (from.path(name).isString()) {
      to.put(name, from.get(name).stringValue());
    }
  }

  private static void copyCall(JsonNode from, ObjectNode to) {
    copyText(from, to, "id");
    to.put("type", "function");
    copyText(from, to, "requestor");
    ObjectNode function = to.putObject("function");
    copyText(from, function, "name");
    if (from.has("arguments")) {
      function.set("arguments", from.get("arguments").deepCopy());
    }
  }

  /** True when the agent called that tool. */
  static boolean calls(JsonNode line, String tool) {
    for (JsonNode message : line.path("messages")) {
      boolean agent = TauTraces.text(message, "role").equals("assistant");
      for (JsonNode call : message.path("tool_calls")) {
        if (agent && TauTraces.text(call, "name").equals(tool)) {
          return true;
        }
      }
    }
    return false;
  }
}
