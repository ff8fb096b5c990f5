package dev.assay.testkit;

import dev.assay.wire.Mappers;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Builds trace JSON with sane defaults: {@code aTrace("t-1").user("Hi").agent("Hello").json()}. */
public final class TraceJson {
  private final ObjectNode json = Mappers.JSON.createObjectNode();
  private final ArrayNode messages;
  private final AtomicInteger calls = new AtomicInteger();

  private TraceJson(String id) {
    json.put("trace_id", id);
    json.put("started_at", "2026-11-20T10:00:00Z");
    json.putObject("agent").put("name", "shop").put("version", "1.0");
    json.put("locale", "en-US");
    messages = json.putArray("messages");
  }

  public static TraceJson aTrace(String id) {
    return new TraceJson(id);
  }

  public TraceJson user(String text) {
    messages.addObject().put("role", "user").put("content", text);
    return this;
  }

  public TraceJson agent(String text) {
    messages.addObject().put("role", "assistant").put("content", text);
    return this;
  }

  /** A call and its result, both as JSON texts. */
  public TraceJson called(String tool, String arguments, String result) {
    return called(tool, arguments, result, false);
  }

  public TraceJson failed(String tool, String arguments, String result) {
    return called(tool, arguments, result, true);
  }

  private TraceJson called(String tool, String arguments, String result, boolean isError) {
    String id = "call_" + calls.incrementAndGet();
    ObjectNode call = Mappers.JSON.createObjectNode().put("id", id).put("type", "function");
    call.putObject("function").put("name", tool).put("arguments", arguments);
    ObjectNode turn = messages.addObject().put("role", "assistant").putNull("content");
    turn.putArray("tool_calls").add(call);
    messages
        .addObject()
        .put("role", "tool")
        .put("tool_call_id", id)
        .put("name", tool)
        .put("content", result)
        .put("is_error", isError);
    return this;
  }

  /** Sets any top-level field to a JSON value. */
  public TraceJson with(String field, String jsonValue) {
    json.set(field, Mappers.JSON.readTree(jsonValue));
    return this;
  }

  public TraceJson piece(String conversation, int number, boolean last) {
    json.put("conversation_id", conversation).put("piece", number).put("partial", !last);
    return this;
  }

  public ObjectNode node() {
    return json;
  }

  public String json() {
    return json.toString();
  }
}
