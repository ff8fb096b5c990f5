package dev.assay.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The trace contract as assertions, written from its text and without the product's reader. */
final class Contract {
  private static final Set<String> ROLES = Set.of("system", "user", "assistant", "tool");

  private Contract() {}

  static void holds(JsonNode trace) {
    String id = trace.get("trace_id").asString();
    assertThat(id).matches("[A-Za-z0-9._:-]{1,128}");
    assertThat(trace.get("agent").get("name").asString()).isNotBlank();
    assertThat(trace.get("time_zone").asString()).satisfies(zone -> ZoneId.of(zone));
    Instant started = Instant.parse(trace.get("started_at").asString());
    if (trace.has("ended_at")) {
      assertThat(Instant.parse(trace.get("ended_at").asString())).isAfter(started);
    }
    if (trace.has("piece")) {
      assertThat(trace.get("partial").isBoolean()).as(id).isTrue();
    }
    assertThat(trace.get("messages").size()).as(id).isPositive();
    assertThat(trace.get("outcome") == null || trace.get("outcome").isObject()).isTrue();
    messages(id, trace.get("messages"));
  }

  private static void messages(String id, JsonNode messages) {
    var open = new HashSet<String>();
    var seen = new HashSet<String>();
    int lastStart = 0;
    for (JsonNode message : messages) {
      String role = message.get("role").asString();
      assertThat(ROLES).contains(role);
      if (message.has("start_ms")) {
        int start = message.get("start_ms").asInt();
        assertThat(start).as(id).isGreaterThanOrEqualTo(lastStart);
        lastStart = start;
      }
      if (message.has("end_ms")) {
        assertThat(message.get("end_ms").asInt()).isGreaterThan(message.path("start_ms").asInt(-1));
      }
      if (message.has("tool_calls")) {
        for (JsonNode call : message.get("tool_calls")) {
          String callId = call.get("id").asString();
          assertThat(seen.add(callId)).as("%s: %s is new", id, callId).isTrue();
          open.add(callId);
          arguments(call.get("function").get("arguments"));
        }
      } else if (role.equals("tool")) {
        String callId = message.get("tool_call_id").asString();
        assertThat(open.remove(callId)).as("%s: %s was asked", id, callId).isTrue();
        assertThat(new JsonMapper().readTree(message.get("content").asString()).isContainer())
            .isTrue();
      } else {
        assertThat(message.get("content").toString()).hasSizeGreaterThan(2);
      }
    }
    assertThat(open).as("%s: calls without answer", id).isEmpty();
  }

  private static void arguments(JsonNode arguments) {
    JsonNode read =
        arguments.isString() ? new JsonMapper().readTree(arguments.asString()) : arguments;
    assertThat(read.isObject()).isTrue();
  }

  /** A whole conversation, or its last piece, says what it cost. */
  static void spends(JsonNode trace) {
    String id = trace.get("trace_id").asString();
    boolean last = !trace.has("partial") || !trace.get("partial").asBoolean();
    if (last) {
      JsonNode spent = trace.has("usage") ? trace.get("usage") : trace.get("llm_calls").get(0);
      assertThat(spent.get("cost_usd").asDouble()).as(id).isPositive();
    }
  }
}
