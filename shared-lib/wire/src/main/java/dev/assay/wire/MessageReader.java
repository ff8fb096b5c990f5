package dev.assay.wire;

import dev.assay.core.trace.Json;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.Timing;
import dev.assay.core.trace.ToolCall;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one message of the trace contract. */
final class MessageReader {
  /** More calls than any agent makes at once. */
  private static final int MAX_CALLS = 1_000;

  private MessageReader() {}

  static @Nullable Step read(Fields message) {
    String role = message.requiredText("role");
    Timing timing =
        new Timing(
            message.whole("start_ms"), message.whole("end_ms"), message.instant("timestamp"));
    String text = content(message);
    boolean interrupted = message.flag("interrupted");
    return switch (role) {
      case "system" -> new Step.SystemPrompt(text, timing);
      case "user" -> new Step.UserTurn(text, calls(message), timing, interrupted);
      case "assistant" -> new Step.AgentTurn(text, calls(message), timing, interrupted);
      case "tool" -> toolResult(message, text, timing);
      case "" -> null;
      default -> {
        message.note("role", "one of system, user, assistant, tool", "another string");
        yield null;
      }
    };
  }

  private static Step toolResult(Fields message, String text, Timing timing) {
    String requestor = message.text("requestor", "assistant");
    if (!requestor.equals("assistant") && !requestor.equals("user")) {
      message.note("requestor", "assistant or user", "another string");
    }
    return new Step.ToolResult(
        message.text("tool_call_id"),
        message.text("name"),
        text,
        JsonValues.ofText(text),
        message.flag("is_error"),
        requestor.equals("assistant"),
        timing);
  }

  private static String content(Fields message) {
    JsonNode content = message.get("content");
    if (content == null) {
      return "";
    }
    if (content.isString()) {
      return content.stringValue();
    }
    if (!content.isArray()) {
      message.note("content", "a string, an array of parts or null", Fields.kind(content));
      return "";
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode part : content) {
      JsonNode text = part.get("text");
      if (text != null && text.isString() && "text".equals(part.path("type").asString(""))) {
        texts.add(text.stringValue());
      }
    }
    return String.join("\n", texts);
  }

  private static List<ToolCall> calls(Fields message) {
    List<ToolCall> calls = new ArrayList<>();
    for (Fields call : message.objects("tool_calls", MAX_CALLS)) {
      Fields function = call.object("function");
      if (function == null) {
        if (call.get("function") == null) {
          call.note("function", "an object", "nothing");
        }
      } else {
        calls.add(
            new ToolCall(call.text("id", ""), function.requiredText("name"), arguments(function)));
      }
    }
    return calls;
  }

  private static Json arguments(Fields function) {
    JsonNode arguments = function.get("arguments");
    if (arguments == null) {
      return Json.Null.NULL;
    }
    return arguments.isString()
        ? JsonValues.ofText(arguments.stringValue())
        : JsonValues.of(arguments);
  }
}
