package dev.assay.bench.check;

import dev.assay.wire.Mappers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A trace of the contract, written message by message. */
public final class Conversation {
  private final ObjectNode trace = Mappers.JSON.createObjectNode();
  private final ArrayNode messages;

  /**
   * Begins one.
   *
   * @param startedAt RFC 3339
   */
  public Conversation(String corpus, String id, String locale, String startedAt) {
    trace.put("trace_id", corpus + ":" + id.replaceAll("[^A-Za-z0-9._:-]", "_"));
    trace.putObject("agent").put("name", corpus);
    trace.put("channel", "chat").put("locale", locale).put("started_at", startedAt);
    messages = trace.putArray("messages");
  }

  void voice() {
    trace.put("channel", "voice");
  }

  public void zone(String zone) {
    trace.put("time_zone", zone);
  }

  public void policy(String text) {
    messages.addObject().put("role", "system").put("content", text);
  }

  public ObjectNode say(boolean agent, String text) {
    return messages.addObject().put("role", agent ? "assistant" : "user").put("content", text);
  }

  /** A call and its result. */
  public void called(String tool, JsonNode arguments, JsonNode result, boolean failed) {
    String id = "call-" + messages.size();
    ObjectNode asked = messages.addObject().put("role", "assistant").putNull("content");
    ObjectNode made = asked.putArray("tool_calls").addObject().put("id", id);
    ObjectNode function = made.put("type", "function").putObject("function").put("name", tool);
    if (arguments.isObject()) {
      function.set("arguments", arguments);
    }
    ObjectNode answer = messages.addObject().put("role", "tool").put("tool_call_id", id);
    answer.put("name", tool).put("content", result.toString()).put("is_error", failed);
  }

  /** A result that no call of the agent asked for. */
  void shown(String tool, JsonNode result) {
    messages.addObject().put("role", "tool").put("name", tool).put("content", result.toString());
  }

  public ObjectNode json() {
    return trace;
  }
}
