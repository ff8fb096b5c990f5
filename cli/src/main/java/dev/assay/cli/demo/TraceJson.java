package dev.assay.cli.demo;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes a conversation as the trace contract's JSON, fields in the contract's order. */
final class TraceJson {
  private static final JsonMapper JSON = new JsonMapper();

  private TraceJson() {}

  /**
   * What surrounds the messages.
   *
   * @param locale null leaves the language to be detected
   */
  record Envelope(
      String traceId,
      String conversationId,
      DemoScript script,
      String version,
      String agentVariant,
      @Nullable String locale,
      Instant startedAt,
      Map<String, Object> outcome,
      List<Object> context,
      boolean withLlmCalls) {}

  /**
   * The part of a conversation that one message carries.
   *
   * @param number null for a conversation sent whole
   */
  record Part(@Nullable Integer number, boolean last, int from, int to) {
    static Part whole(Conversation conversation) {
      return new Part(null, true, 0, conversation.messages().size());
    }
  }

  static String write(Envelope envelope, Conversation conversation, Part part) {
    var trace = new LinkedHashMap<String, Object>();
    trace.put("trace_id", envelope.traceId());
    trace.put("conversation_id", envelope.conversationId());
    if (part.number() != null) {
      trace.put("piece", part.number());
      trace.put("partial", !part.last());
    }
    head(trace, envelope);
    if (part.last()) {
      trace.put("ended_at", envelope.startedAt().plusMillis(conversation.durationMs()).toString());
    }
    trace.put("messages", conversation.messages().subList(part.from(), part.to()));
    if (part.from() == 0 && !envelope.context().isEmpty()) {
      trace.put("context", envelope.context());
    }
    if (part.last()) {
      tail(trace, envelope, conversation);
    }
    return JSON.writeValueAsString(trace);
  }

  private static void head(Map<String, Object> trace, Envelope envelope) {
    DemoScript script = envelope.script();
    var agent = new LinkedHashMap<String, Object>();
    agent.put("name", script.agent());
    agent.put("version", envelope.version());
    agent.put("model", script.llm());
    agent.put("variant", envelope.agentVariant());
    trace.put("agent", agent);
    trace.put("environment", "production");
    trace.put("channel", script.channel());
    trace.put("flow", script.flow());
    if (envelope.locale() != null) {
      trace.put("locale", envelope.locale());
    }
    trace.put("time_zone", script.timeZone());
    trace.put("started_at", envelope.startedAt().toString());
  }

  private static void tail(
      Map<String, Object> trace, Envelope envelope, Conversation conversation) {
    if (envelope.withLlmCalls()) {
      trace.put("llm_calls", conversation.llmCalls());
    } else {
      trace.put("usage", usage(conversation.llmCalls()));
    }
    if (!envelope.outcome().isEmpty()) {
      trace.put("outcome", envelope.outcome());
    }
    trace.put("tags", List.of("demo", envelope.script().channel()));
    trace.put("metadata", Map.of("script", envelope.script().id()));
  }

  private static Map<String, Object> usage(List<Map<String, Object>> calls) {
    var usage = new LinkedHashMap<String, Object>();
    usage.put(
        "input_tokens",
        calls.stream().mapToInt(call -> number(call, "input_tokens").intValue()).sum());
    usage.put(
        "output_tokens",
        calls.stream().mapToInt(call -> number(call, "output_tokens").intValue()).sum());
    double cost = calls.stream().mapToDouble(call -> number(call, "cost_usd").doubleValue()).sum();
    usage.put("cost_usd", Math.round(cost * 1e6) / 1e6);
    return usage;
  }

  private static Number number(Map<String, Object> call, String field) {
    return call.get(field) instanceof Number number ? number : 0;
  }
}
