package dev.assay.cli;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Small traces as JSON. */
final class Lines {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Lines() {}

  /** A shop's agent looks a cart up, whose total is 249.99 US dollars, and says a price. */
  static String priced(String id, String price) {
    ObjectNode trace = JSON.createObjectNode().put("trace_id", id);
    trace.putObject("agent").put("name", "shop");
    trace.put("started_at", "2026-11-02T10:00:00Z").put("locale", "en-US");
    var messages = trace.putArray("messages");
    messages.addObject().put("role", "user").put("content", "What does my order cost?");
    var call = messages.addObject().put("role", "assistant").putNull("content");
    call.putArray("tool_calls")
        .addObject()
        .put("id", "c1")
        .put("type", "function")
        .putObject("function")
        .put("name", "get_order")
        .put("arguments", "{\"order\":\"A1\"}");
    messages
        .addObject()
        .put("role", "tool")
        .put("tool_call_id", "c1")
        .put("content", "{\"order\":\"A1\",\"total\":249.99,\"currency\":\"USD\"}");
    messages
        .addObject()
        .put("role", "assistant")
        .put(
            "content",
            "Thanks for waiting. The total of your order is " + price + ". Anything else?");
    return trace.toString();
  }
}
