package dev.assay.wire.tau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.core.ingest.Reading;
import dev.assay.core.trace.Bytes;
import dev.assay.core.trace.TraceId;
import dev.assay.wire.JsonTraceFormat;
import dev.assay.wire.Mappers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

final class TauTracesTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"));
  private static final TauTraces TAU =
      new TauTraces(reference -> Optional.of("Be kind. (" + reference + ")"));

  private static final String LINE =
      """
      {"id": "run 1|a:3:0", "harness": "tau2", "domain": "telecom", "agent_model": "GPT-4.1 (SFT)",
       "task_id": "3", "trial": 0, "reward": 1.0, "termination_reason": "user_stop",
       "policy_ref": "policies/p.md", "user_instruction": "secret", "expected": {"actions": []},
       "messages": [
        {"role": "assistant", "content": "Hi", "timestamp": "2025-12-02T14:04:25.159462"},
        {"role": "user", "content": null, "tool_calls": [
          {"id": "u1", "name": "reboot", "arguments": {}, "requestor": "user"}]},
        {"role": "tool", "tool_call_id": "u1", "name": "reboot", "content": "ok",
         "requestor": "user"},
        {"role": "assistant", "content": null, "tool_calls": [
          {"id": "c1", "name": "transfer_to_human_agents", "arguments": {"summary": "x"}}]},
        {"role": "tool", "tool_call_id": "c1", "name": "t", "content": "bad", "error": true}]}
      """;

  private static ObjectNode imported(String line) {
    return TAU.trace(Mappers.JSON.readTree(line));
  }

  @Test
  void a_line_becomes_a_trace_of_the_contract() {
    ObjectNode trace = imported(LINE);
    assertThat(trace.path("trace_id").asString()).isEqualTo("tau:run_1_a:3:0");
    assertThat(trace.at("/agent/name").asString()).isEqualTo("tau-telecom");
    assertThat(trace.at("/agent/version").asString()).isEqualTo("gpt-4.1-sft");
    assertThat(trace.path("started_at").asString()).isEqualTo("2025-02-25T17:08:00Z");
    assertThat(trace.path("time_zone").asString()).isEqualTo("America/New_York");
    assertThat(trace.at("/context/0/text").asString()).contains("policies/p.md");
    assertThat(trace.at("/outcome/escalated").asBoolean()).isTrue();
    assertThat(trace.at("/outcome/resolved").asBoolean()).isTrue();
    assertThat(trace.at("/messages/0/timestamp").asString())
        .isEqualTo("2025-12-02T14:04:25.159462Z");
    assertThat(trace.at("/messages/2/requestor").asString()).isEqualTo("user");
    assertThat(trace.at("/messages/4/is_error").asBoolean()).isTrue();
    assertThat(trace.at("/messages/3/tool_calls/0/function/name").asString())
        .isEqualTo("transfer_to_human_agents");
    assertThat(trace.at("/metadata/reward").asDouble()).isEqualTo(1);
    assertThat(accepted(trace)).isTrue();
  }

  @Test
  void the_customers_script_and_the_expected_calls_stay_behind() {
    assertThat(imported(LINE).toString()).doesNotContain("secret", "expected", "user_instruction");
  }

  @Test
  void a_lines_own_time_comes_first() {
    ObjectNode trace =
        imported(LINE.replace("\"trial\": 0", "\"started_at\": \"2025-12-02T14:04:25.1\""));
    assertThat(trace.path("started_at").asString()).isEqualTo("2025-12-02T14:04:25.100Z");
  }

  @Test
  void an_unfinished_run_is_an_error() {
    ObjectNode trace = imported(LINE.replace("user_stop", "max_steps"));
    assertThat(trace.at("/outcome/error").asString()).isEqualTo("max_steps");
  }

  @Test
  void long_ids_are_cut_and_stay_apart() {
    String one = TauTraces.traceId("x".repeat(200) + "1");
    String two = TauTraces.traceId("x".repeat(200) + "2");
    assertThat(one).isNotEqualTo(two).hasSize(TraceId.MAX_LENGTH);
    assertThat(TraceId.isValid(one)).isTrue();
  }

  @Test
  void its_form_is_recognised() {
    assertThat(TauTraces.looksLikeTau(Mappers.JSON.readTree(LINE))).isTrue();
    assertThat(TauTraces.looksLikeTau(imported(LINE))).isFalse();
    assertThat(TauTraces.looksLikeTau(Mappers.JSON.readTree("[1]"))).isFalse();
  }

  @Test
  void every_real_line_is_accepted() throws IOException {
    Path file = Path.of("shared/data/tau/traces.jsonl");
    for (Path dir = Path.of("").toAbsolutePath();
        dir != null && !Files.isReadable(file);
        dir = dir.getParent()) {
      file = dir.resolve("shared/data/tau/traces.jsonl");
    }
    assumeTrue(Files.isReadable(file), "skipped: no shared/data/tau beside the repository");
    TauTraces tau = TauTraces.beside(file.resolveSibling(""));
    Set<String> ids = new HashSet<>();
    List<String> lines = Files.readAllLines(file);
    for (String line : lines) {
      JsonNode tree = Mappers.JSON.readTree(line);
      assertThat(TauTraces.looksLikeTau(tree)).isTrue();
      ObjectNode trace = tau.trace(tree);
      ids.add(trace.path("trace_id").asString());
      assertThat(trace.path("messages")).hasSize(tree.path("messages").size());
      assertThat(trace.at("/context/0/text").asString("")).isNotEmpty();
      assertThat(accepted(trace)).isTrue();
    }
    assertThat(ids).hasSameSizeAs(lines).hasSize(305);
  }

  private static boolean accepted(ObjectNode trace) {
    Bytes body = Bytes.of(Mappers.JSON.writeValueAsBytes(trace));
    return JsonTraceFormat.verbatim(CLOCK).read(body) instanceof Reading.Accepted;
  }
}
