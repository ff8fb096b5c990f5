package dev.assay.bench.check;

import dev.assay.core.trace.Json;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.ToolCall;
import dev.assay.core.trace.Trace;
import dev.assay.wire.JsonValues;
import dev.assay.wire.Mappers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes to the evidence of a trace. */
public final class Edits {
  private Edits() {}

  /** The same trace with other steps. */
  public static Trace withSteps(Trace trace, List<Step> steps) {
    return new Trace(
        trace.id(),
        trace.conversation(),
        trace.project(),
        trace.agent(),
        trace.environment(),
        trace.channel(),
        trace.flow(),
        trace.locale(),
        trace.timeZone(),
        trace.startedAt(),
        trace.endedAt(),
        steps,
        trace.context(),
        trace.llmCalls(),
        trace.usage(),
        trace.outcome(),
        trace.tags(),
        trace.piece());
  }

  /** Every result of a tool with its leaves changed; a leaf for which null comes stays. */
  static Trace inResults(Trace trace, Function<JsonNode, JsonNode> change) {
    List<Step> steps = new ArrayList<>();
    for (Step step : trace.steps()) {
      steps.add(step instanceof Step.ToolResult result ? changed(result, change) : step);
    }
    return withSteps(trace, steps);
  }

  private static Step changed(Step.ToolResult result, Function<JsonNode, JsonNode> change) {
    JsonNode tree = tree(result.text());
    JsonNode other = change(tree, change);
    String text = tree.isString() ? other.asString() : other.toString();
    return new Step.ToolResult(
        result.callId(),
        result.name(),
        text,
        JsonValues.ofText(text),
        result.isError(),
        result.seenByAgent(),
        result.timing());
  }

  /** A result's JSON; a text node where it is none. */
  static JsonNode tree(String text) {
    try {
      JsonNode tree = Mappers.JSON.readTree(text);
      return tree.isMissingNode() ? Mappers.JSON.getNodeFactory().stringNode(text) : tree;
    } catch (JacksonException e) {
      return Mappers.JSON.getNodeFactory().stringNode(text);
    }
  }

  private static JsonNode change(JsonNode node, Function<JsonNode, JsonNode> change) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = Mappers.JSON.createObjectNode();
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        copy.set(member.getKey(), change(member.getValue(), change));
      }
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = Mappers.JSON.createArrayNode();
      array.forEach(item -> copy.add(change(item, change)));
      return copy;
    }
    return change.apply(node);
  }

  /** Without some calls and their results. */
  static Trace withoutCalls(Trace trace, Predicate<String> tool) {
    Set<String> gone = ids(trace, tool);
    List<Step> steps = new ArrayList<>();
    for (Step step : trace.steps()) {
      steps.add(
          switch (step) {
            case Step.AgentTurn turn -> without(turn, tool);
            // Kept as an empty message, so that message indices stay.
            case Step.ToolResult result when isOf(result, gone, tool) ->
                new Step.UserTurn("", List.of(), result.timing(), false);
            default -> step;
          });
    }
    return withSteps(trace, steps);
  }

  private static Step without(Step.AgentTurn turn, Predicate<String> tool) {
    List<ToolCall> kept = turn.calls().stream().filter(call -> !tool.test(call.name())).toList();
    return new Step.AgentTurn(turn.text(), kept, turn.timing(), turn.interrupted());
  }

  /** With failures as the results of some calls. */
  static Trace withFailed(Trace trace, Predicate<String> tool) {
    Set<String> failed = ids(trace, tool);
    List<Step> steps = new ArrayList<>();
    for (Step step : trace.steps()) {
      steps.add(
          step instanceof Step.ToolResult result && isOf(result, failed, tool)
              ? failure(result)
              : step);
    }
    return withSteps(trace, steps);
  }

  private static Step failure(Step.ToolResult result) {
    String text = "Error: the service is not available";
    return new Step.ToolResult(
        result.callId(),
        result.name(),
        text,
        new Json.Text(text),
        true,
        result.seenByAgent(),
        result.timing());
  }

  private static Set<String> ids(Trace trace, Predicate<String> tool) {
    Set<String> ids = new HashSet<>();
    for (Step step : trace.steps()) {
      if (step instanceof Step.AgentTurn turn) {
        turn.calls().stream()
            .filter(call -> tool.test(call.name()) && !call.id().isEmpty())
            .forEach(call -> ids.add(call.id()));
      }
    }
    return ids;
  }

  private static boolean isOf(Step.ToolResult result, Set<String> ids, Predicate<String> tool) {
    return (result.callId() != null && !result.callId().isEmpty())
        ? ids.contains(result.callId())
        : result.name() != null && tool.test(result.name());
  }
}
