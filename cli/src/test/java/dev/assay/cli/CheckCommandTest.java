package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path directory;

  private void write(String... lines) throws IOException {
    Files.writeString(directory.resolve("t.jsonl"), String.join("\n", lines) + "\n");
  }

  @Test
  void a_wrong_price_is_shown_with_its_evidence_and_fails_when_asked_to() throws IOException {
    write(Lines.priced("right", "$249.99"), Lines.priced("wrong", "$199.99"));

    Typed typed = Typed.in(directory, "check", "t.jsonl", "--fail-on", "alerted");

    assertThat(typed.code()).isEqualTo(1);
    JsonNode wrong =
        typed
            .out()
            .lines()
            .map(JSON::readTree)
            .filter(line -> line.path("key").asString().equals("commitments"))
            .filter(line -> line.path("trace_id").asString().equals("wrong"))
            .findFirst()
            .orElseThrow();
    assertThat(wrong.path("score").doubleValue()).isZero();
    JsonNode evidence = wrong.path("evidence").path(0);
    assertThat(evidence.path("message").asInt()).isEqualTo(3);
    assertThat(evidence.path("text").asString()).contains("199.99");
    assertThat(evidence.path("verdict").asString()).isEqualTo("contradicted");
    assertThat(evidence.path("nearest").asString()).contains("249.99");
    assertThat(typed.err()).contains("2 traces checked").contains("1 contradicted");
  }

  @Test
  void without_fail_on_a_finding_is_no_failure() throws IOException {
    write(Lines.priced("wrong", "$199.99"));
    assertThat(Typed.in(directory, "check", "t.jsonl").code()).isZero();
  }

  @Test
  void another_verdict_than_the_one_asked_for_is_no_failure() throws IOException {
    write(Lines.priced("wrong", "$199.99"));
    assertThat(Typed.in(directory, "check", "t.jsonl", "--fail-on", "ghost").code()).isZero();
  }

  @Test
  void a_wrong_line_is_named_by_file_line_and_field_and_its_neighbours_are_checked()
      throws IOException {
    write(
        Lines.priced("one", "$249.99"),
        "{\"trace_id\":\"two\",\"agent\":{},\"started_at\":\"2026-11-02T10:00:00Z\",\"messages\":7}",
        "no json at all",
        Lines.priced("four", "$249.99"));

    Typed typed = Typed.in(directory, "check", "t.jsonl");

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err())
        .contains("t.jsonl:2: ")
        .contains("agent.name")
        .contains("messages")
        .contains("t.jsonl:3: body: expected a JSON object")
        .contains("2 traces checked, 2 refused");
    assertThat(typed.out()).contains("\"one\"").contains("\"four\"");
    assertThat(Typed.in(directory, "check", "t.jsonl", "--skip-invalid").code()).isZero();
  }

  @Test
  void standard_input_is_read_and_standard_output_holds_json_alone() {
    Typed typed =
        Typed.with(Lines.priced("x", "$249.99"), directory, directory, "check", "-", "--json");
    assertThat(typed.code()).isZero();
    assertThat(typed.out().lines()).isNotEmpty().allMatch(line -> JSON.readTree(line).isObject());
    assertThat(typed.err()).isEmpty();
  }

  @Test
  void an_unknown_verdict_is_the_users_mistake() throws IOException {
    write(Lines.priced("x", "$249.99"));
    Typed typed = Typed.in(directory, "check", "t.jsonl", "--fail-on", "contradicter");
    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).contains("--fail-on").contains("contradicted").contains("contradicter");
  }

  @Test
  void a_price_list_beside_the_traces_is_evidence() throws IOException {
    write(Lines.priced("x", "$199.99"));
    Files.writeString(directory.resolve("prices.json"), "{\"express_total\":199.99}");
    Typed typed =
        Typed.in(
            directory, "check", "t.jsonl", "--evidence", "prices.json", "--fail-on", "alerted");
    assertThat(typed.code()).isZero();
    assertThat(typed.out()).contains("prices.json.express_total = 199.99");
  }

  @Test
  void a_silenced_rule_fails_nothing_and_a_wrong_one_is_the_users_mistake() throws IOException {
    write(Lines.priced("x", "$199.99"));
    String[] check = {"check", "t.jsonl", "--fail-on", "any", "--silence", "PRICE/*"};
    assertThat(Typed.in(directory, check).code()).isZero();

    Typed wrong = Typed.in(directory, "check", "t.jsonl", "--silence", "PRICES/*");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("--silence: expected * or one of").contains("got PRICES");
  }

  @Test
  void what_is_told_of_an_agent_is_read_before_anything_is_asked_for() {
    Typed both = Typed.in(directory, "policy", "agent", "x", "--clear", "--silence", "SLA/*");
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.err()).contains("assay policy agent: --clear: expected alone");

    Typed rule = Typed.in(directory, "policy", "agent", "x", "--silence", "SLA/grounded");
    assertThat(rule.code()).isEqualTo(2);
    assertThat(rule.err()).contains("assay policy agent: --silence: ").contains("got grounded");
  }

  @Test
  void evidence_that_is_not_there_is_named() throws IOException {
    write(Lines.priced("x", "$199.99"));
    Typed typed = Typed.in(directory, "check", "t.jsonl", "--evidence", "nowhere.md");
    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).contains("nowhere.md: cannot be read as text");
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    Typed typed = Typed.in(directory, "check", "nowhere.jsonl");
    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).contains("nowhere.jsonl: no such file");
  }

  private static final String DIALOGUE =
      "{\"dialogue_id\":\"1_1\",\"services\":[\"Boats_1\"],\"turns\":["
          + "{\"speaker\":\"USER\",\"utterance\":\"A boat?\",\"frames\":[]},"
          + "{\"speaker\":\"SYSTEM\",\"utterance\":\"The Heron costs $41.99.\",\"frames\":["
          + "{\"service_call\":{\"method\":\"FindBoat\",\"parameters\":{}},"
          + "\"service_results\":[{\"name\":\"Heron\",\"price\":\"$49.99\"}]}]}]}";

  @Test
  void dialogues_with_service_calls_are_recognised_one_a_line() throws IOException {
    write(DIALOGUE, DIALOGUE.replace("1_1", "1_2").replace("41.99", "49.99"));
    Typed typed = Typed.in(directory, "check", "t.jsonl", "--fail-on", "alerted");
    assertThat(typed.code()).isEqualTo(1);
    assertThat(typed.out()).contains("sgd:1_1").contains("sgd:1_2");
    assertThat(typed.err()).contains("2 traces checked").contains("1 contradicted");
  }

  @Test
  void dialogues_may_be_items_of_one_array() throws IOException {
    write("[" + DIALOGUE + ",", DIALOGUE.replace("1_1", "1_2") + "]");
    Typed typed = Typed.in(directory, "check", "t.jsonl", "--format", "sgd");
    assertThat(typed.code()).isZero();
    assertThat(typed.err()).contains("2 traces checked");
  }

  @Test
  void what_is_no_dialogue_is_named_when_dialogues_are_expected() throws IOException {
    write(DIALOGUE, Lines.priced("x", "$249.99"));
    Typed typed = Typed.in(directory, "check", "t.jsonl", "--format", "sgd");
    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).contains("t.jsonl:2: ").contains("dialogue_id");
  }
}
