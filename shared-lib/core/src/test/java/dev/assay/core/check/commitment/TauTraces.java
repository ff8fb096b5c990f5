package dev.assay.core.check.commitment;

import dev.assay.core.trace.Json;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.Timing;
import dev.assay.core.trace.ToolCall;
import dev.assay.core.trace.Trace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Real agent conversations, read where they lie beside the repository; never part of it. */
final class TauTraces {
  private TauTraces() {}

  /** The folder above the working directory that holds the conversations. */
  static Optional<Path> folder() {
    Path at = Path.of("").toAbsolutePath();
    while (at != null) {
      Path data = at.resolve("shared/data/tau");
      if (Files.isRegularFile(data.resolve("traces.jsonl"))) {
        return Optional.of(data);
      }
      at = at.getParent();
    }
    return Optional.empty();
  }

  static List<Trace> read(Path folder, boolean withPolicy) {
    try {
      List<Trace> traces = new ArrayList<>();
      for (String line : Files.readAllLines(folder.resolve("traces.jsonl"))) {
        traces.add(trace(JsonTrees.MAPPER.readTree(line), folder, withPolicy));
      }
      return traces;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Trace trace(JsonNode line, Path folder, boolean withPolicy) throws IOException {
    Traces trace = Traces.aTrace();
    if (withPolicy) {
      trace.policy(Files.readString(folder.resolve(line.get("policy_ref").stringValue())));
    }
    line.get("messages").forEach(message -> trace.step(step(message)));
    return trace.build(traceId(line.get("id").stringValue()));
  }

  static String traceId(String id) {
    return id.replaceAll("[^A-Za-z0-9._:-]", "_").substring(0, Math.min(120, id.length()));
  }

  private static Step step(JsonNode message) {
    String text = text(message.get("content"));
    boolean byUser =
        message.has("requestor") && message.get("requestor").stringValue().equals("user");
    return switch (message.get("role").stringValue()) {
      case "user" -> new Step.UserTurn(text, calls(message), Timing.UNKNOWN, false);
      case "assistant" -> new Step.AgentTurn(text, calls(message), Timing.UNKNOWN, false);
      default ->
          new Step.ToolResult(
              text(message.get("tool_call_id")),
              text(message.get("name")),
              text,
              JsonTrees.parse(text),
              message.has("error") && message.get("error").asBoolean(false),
              !byUser,
              Timing.UNKNOWN);
    };
  }

  private static String text(@Nullable JsonNode node) {
    return node == null || node.isNull() ? "" : node.stringValue();
  }

  private static List<ToolCall> calls(JsonNode message) {
    List<ToolCall> calls = new ArrayList<>();
    JsonNode made = message.get("tool_calls");
    if (made != null && !made.isNull()) {
      for (JsonNode call : made) {
        Json arguments = JsonTrees.of(call.get("arguments"));
        calls.add(new ToolCall(text(call.get("id")), text(call.get("name")), arguments));
      }
    }
    return calls;
  }
}
