package dev.assay.core.judge.evidence;

import dev.assay.core.trace.Agent;
import dev.assay.core.trace.ContextDocument;
import dev.assay.core.trace.Json;
import dev.assay.core.trace.Outcome;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.Timing;
import dev.assay.core.trace.ToolCall;
import dev.assay.core.trace.Trace;
import dev.assay.core.trace.TraceId;
import dev.assay.core.trace.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real traces under shared/data/tau with their policy as context. */
final class TauTraces {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  record Rewarded(Trace trace, double reward) {}

  private TauTraces() {}

  static Optional<Path> folder() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path folder = at.resolve("shared/data/tau");
      if (Files.isDirectory(folder)) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }

  static List<Rewarded> read(Path folder) throws IOException {
    List<Rewarded> traces = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("traces.jsonl"))) {
      JsonNode node = MAPPER.readTree(line);
      String policy = Files.readString(folder.resolve(node.path("policy_ref").asString()));
      traces.add(new Rewarded(trace(node, policy), node.path("reward").asDouble()));
    }
    return traces;
  }

  private static Trace trace(JsonNode node, String policy) {
    List<Step> steps = new ArrayList<>();
    node.path("messages").forEach(message -> steps.add(step(message)));
    String id = "tau-" + Integer.toHexString(node.path("id").asString().hashCode());
    return new Trace(
        new TraceId(id),
        id,
        "default",
        new Agent("tau", null, null, null, null),
        "test",
        "chat",
        null,
        "en",
        ZoneOffset.UTC,
        Instant.EPOCH,
        null,
        steps,
        List.of(new ContextDocument("policy", null, policy, null)),
        List.of(),
        Usage.UNKNOWN,
        Outcome.UNKNOWN,
        List.of(),
        null);
  }

  private static Step step(JsonNode message) {
    String text = message.path("content").asString("");
    boolean users = message.path("requestor").asString("").equals("user");
    return switch (message.path("role").asString()) {
      case "system" -> new Step.SystemPrompt(text, Timing.UNKNOWN);
      case "user" -> new Step.UserTurn(text, List.of(), Timing.UNKNOWN, false);
      case "tool" ->
          new Step.ToolResult(
              message.path("tool_call_id").asString(""),
              message.path("name").asString(""),
              text,
              parsed(text),
              message.path("error").asBoolean(false),
              !users,
              Timing.UNKNOWN);
      default -> new Step.AgentTurn(text, calls(message), Timing.UNKNOWN, false);
    };
  }

  private static List<ToolCall> calls(JsonNode message) {
    List<ToolCall> calls = new ArrayList<>();
    for (JsonNode call : message.path("tool_calls")) {
      calls.add(
          new ToolCall(
              call.path("id").asString(""),
              call.path("name").asString(""),
              json(call.path("arguments"))));
    }
    return calls;
  }

  private static Json parsed(String text) {
    try {
      return json(MAPPER.readTree(text));
    } catch (JacksonException e) {
      return new Json.Text(text);
    }
  }

  private static Json json(JsonNode node) {
    if (node.isObject()) {
      Map<String, Json> members = new LinkedHashMap<>();
      node.properties().forEach(member -> members.put(member.getKey(), json(member.getValue())));
      return new Json.Obj(members);
    }
    if (node.isArray()) {
      List<Json> items = new ArrayList<>();
      node.forEach(item -> items.add(json(item)));
      return new Json.Arr(items);
    }
    if (node.isNumber()) {
      return new Json.Num(node.decimalValue());
    }
    if (node.isBoolean()) {
      return new Json.Bool(node.asBoolean());
    }
    return node.isString() ? new Json.Text(node.asString()) : Json.Null.NULL;
  }
}
