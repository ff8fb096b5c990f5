package dev.assay.wire.sgd;

import dev.assay.core.trace.TraceId;
import dev.assay.wire.ContentHash;
import dev.assay.wire.Mappers;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Imports dialogues of the Schema-Guided Dialogue dataset. What they lack is filled in so:
 *
 * <ul>
 *   <li>{@code trace_id}: {@code sgd:} and the dialogue's id; characters that no trace id has
 *       become underscores, and an id that is too long is replaced by its hash.
 *   <li>{@code agent.name}: {@code sgd}; {@code flow}: the services, sorted, joined by dashes;
 *       {@code channel}: chat; {@code locale}: en.
 *   <li>{@code started_at}: 2019-03-01T12:00:00Z, {@code time_zone}: UTC. The dialogues name no
 *       day; their annotated values resolve "today" to 2019-03-01 and "tomorrow" to the day after.
 *   <li>A frame with a {@code service_call} becomes a call and its result in front of the text of
 *       its turn, since the text tells what came back. The result is an error where the turn
 *       notifies of a failure.
 *   <li>{@code outcome}: none; nobody rated the dialogues.
 * </ul>
 *
 * Slots, acts and states are annotations that no agent had, and are left out. Stateless.
 */
public final class SgdDialogues {
  private static final String STARTED_AT = "2019-03-01T12:00:00Z";

  private SgdDialogues() {}

  /** True for a dialogue of that form: an id, services, and turns that name their speaker. */
  public static boolean looksLikeSgd(JsonNode dialogue) {
    return dialogue.isObject()
        && !dialogue.has("trace_id")
        && dialogue.path("dialogue_id").isString()
        && dialogue.path("services").isArray()
        && dialogue.path("turns").isArray()
        && !dialogue.path("turns").isEmpty()
        && dialogue.path("turns").path(0).path("speaker").isString();
  }

  /** One dialogue as a trace of the contract. */
  public static ObjectNode trace(JsonNode dialogue) {
    ObjectNode trace = Mappers.JSON.createObjectNode();
    trace.put("trace_id", traceId(dialogue.path("dialogue_id").asString("")));
    trace.putObject("agent").put("name", "sgd");
    trace.put("channel", "chat").put("locale", "en").put("time_zone", "UTC");
    Set<String> services = new TreeSet<>();
    dialogue.path("services").forEach(service -> services.add(service.asString("")));
    if (!services.isEmpty()) {
      trace.put("flow", String.join("-", services));
    }
    trace.put("started_at", STARTED_AT);
    ArrayNode messages = trace.putArray("messages");
    dialogue.path("turns").forEach(turn -> add(turn, messages));
    return trace;
  }

  private static void add(JsonNode turn, ArrayNode messages) {
    boolean system = turn.path("speaker").asString("").equals("SYSTEM");
    if (system) {
      for (JsonNode frame : turn.path("frames")) {
        if (frame.path("service_call").isObject()) {
          call(frame, messages);
        }
      }
    }
    messages
        .addObject()
        .put("role", system ? "assistant" : "user")
        .put("content", turn.path("utterance").asString(""));
  }

  private static void call(JsonNode frame, ArrayNode messages) {
    String id = "call-" + messages.size();
    JsonNode call = frame.path("service_call");
    String method = call.path("method").asString("");
    ObjectNode asked = messages.addObject().put("role", "assistant");
    asked.putNull("content");
    ObjectNode made = asked.putArray("tool_calls").addObject();
    made.put("id", id).put("type", "function");
    ObjectNode function = made.putObject("function").put("name", method);
    if (call.path("parameters").isObject()) {
      function.set("arguments", call.get("parameters").deepCopy());
    }
    ObjectNode result = messages.addObject().put("role", "tool").put("tool_call_id", id);
    result.put("name", method).put("content", frame.path("service_results").toString());
    if (notifiesOfFailure(frame)) {
      result.put("is_error", true);
    }
  }

  private static boolean notifiesOfFailure(JsonNode frame) {
    for (JsonNode action : frame.path("actions")) {
      if (action.path("act").asString("").equals("NOTIFY_FAILURE")) {
        return true;
      }
    }
    return false;
  }

  private static String traceId(String id) {
    StringBuilder out = new StringBuilder("sgd:");
    if (out.length() + id.length() > TraceId.MAX_LENGTH) {
      return out.append(ContentHash.of(id)).toString();
    }
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      out.append(TraceId.isValid(String.valueOf(c)) ? c : '_');
    }
    return out.toString();
  }
}
