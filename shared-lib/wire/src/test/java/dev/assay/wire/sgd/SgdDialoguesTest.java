package dev.assay.wire.sgd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.ingest.Reading;
import dev.assay.core.trace.Bytes;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.Trace;
import dev.assay.core.trace.TraceId;
import dev.assay.wire.JsonTraceFormat;
import dev.assay.wire.Mappers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

final class SgdDialoguesTest {
  private static final String DIALOGUE =
      """
      {"dialogue_id": "9_00001", "services": ["Boats_2", "Boats_1"], "turns": [
       {"speaker": "USER", "utterance": "A boat for tomorrow, please.", "frames": [
        {"service": "Boats_1", "actions": [], "slots": [],
         "state": {"slot_values": {"day": ["tomorrow"]}}}]},
       {"speaker": "SYSTEM", "utterance": "The Heron is free for $41.", "frames": [
        {"service": "Boats_1", "actions": [{"act": "OFFER"}],
         "service_call": {"method": "FindBoat", "parameters": {"day": "2019-03-02"}},
         "service_results": [{"name": "Heron", "price": "$41"}]}]},
       {"speaker": "USER", "utterance": "Take it.", "frames": []},
       {"speaker": "SYSTEM", "utterance": "Sorry, that did not work.", "frames": [
        {"service": "Boats_1", "actions": [{"act": "NOTIFY_FAILURE"}],
         "service_call": {"method": "RentBoat", "parameters": {"name": "Heron"}},
         "service_results": []}]}]}
      """;

  private static Trace read(String dialogue) {
    ObjectNode json = SgdDialogues.trace(Mappers.JSON.readTree(dialogue));
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"));
    Bytes bytes = Bytes.of(Mappers.JSON.writeValueAsBytes(json));
    return switch (JsonTraceFormat.verbatim(clock).read(bytes)) {
      case Reading.Accepted accepted -> accepted.trace();
      case Reading.Refused refused -> throw new AssertionError(refused.reason());
    };
  }

  @Test
  void a_dialogue_is_known_by_its_services_and_speakers() {
    assertThat(SgdDialogues.looksLikeSgd(Mappers.JSON.readTree(DIALOGUE))).isTrue();
    assertThat(SgdDialogues.looksLikeSgd(Mappers.JSON.readTree("[" + DIALOGUE + "]"))).isFalse();
    assertThat(
            SgdDialogues.looksLikeSgd(
                Mappers.JSON.readTree("{\"dialogue_id\": \"1\", \"services\": [], \"turns\": []}")))
        .isFalse();
  }

  @Test
  void a_call_and_its_result_come_before_the_words_that_tell_of_it() {
    List<Step> steps = read(DIALOGUE).steps();
    assertThat(steps).hasSize(8);
    assertThat(steps.get(1)).isInstanceOf(Step.AgentTurn.class);
    assertThat(((Step.AgentTurn) steps.get(1)).calls().getFirst().name()).isEqualTo("FindBoat");
    Step.ToolResult found = (Step.ToolResult) steps.get(2);
    assertThat(found.text()).contains("\"price\":\"$41\"");
    assertThat(found.isError()).isFalse();
    assertThat(steps.get(3).text()).isEqualTo("The Heron is free for $41.");
  }

  @Test
  void a_turn_that_notifies_of_a_failure_makes_the_result_an_error() {
    assertThat(((Step.ToolResult) read(DIALOGUE).steps().get(6)).isError()).isTrue();
  }

  @Test
  void what_the_dialogues_lack_is_filled_in_as_documented() {
    Trace trace = read(DIALOGUE);
    assertThat(trace.id().value()).isEqualTo("sgd:9_00001");
    assertThat(trace.flow()).isEqualTo("Boats_1-Boats_2");
    assertThat(trace.startedAt()).isEqualTo(Instant.parse("2019-03-01T12:00:00Z"));
    assertThat(trace.language()).contains("en");
  }

  @Test
  void an_id_that_no_trace_can_have_is_made_one() {
    assertThat(read(DIALOGUE.replace("9_00001", "9 ü/1")).id().value()).isEqualTo("sgd:9___1");
    String id = read(DIALOGUE.replace("9_00001", "x".repeat(500))).id().value();
    assertThat(TraceId.isValid(id)).isTrue();
  }

  @Test
  void annotations_that_no_agent_had_are_left_out() {
    ObjectNode json = SgdDialogues.trace(Mappers.JSON.readTree(DIALOGUE));
    assertThat(json.toString()).doesNotContain("slot_values").doesNotContain("OFFER");
  }
}
