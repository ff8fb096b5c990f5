package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.connect.Connection;
import dev.assay.cli.connect.Connections;
import dev.assay.cli.demo.FaultKind;
import dev.assay.cli.demo.Truth;
import dev.assay.cli.show.Verdicts;
import dev.assay.cli.story.Heard;
import dev.assay.cli.story.Material;
import dev.assay.cli.story.Performance;
import dev.assay.cli.story.Story;
import dev.assay.cli.story.StoryPage;
import dev.assay.cli.terminal.Surroundings;
import dev.assay.core.sampling.DayTotals;
import dev.assay.local.LocalOptions;
import dev.assay.local.LocalSystem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sixty conversations through the whole system in this process, then every verb on what it left.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int CONVERSATIONS = 60;
  private static final Set<FaultKind> WRONG_VALUES =
      EnumSet.of(
          FaultKind.WRONG_PRICE,
          FaultKind.WRONG_REFUND,
          FaultKind.WRONG_DATE,
          FaultKind.WRONG_TIME,
          FaultKind.WRONG_SUM);

  @TempDir Path directory;
  private LocalSystem system;
  private Surroundings surroundings;
  private Material material;
  private Story story;

  @BeforeAll
  void play() throws IOException, InterruptedException {
    Path project = Typed.project();
    surroundings =
        Typed.surroundings(
            "", project, directory, new ByteArrayOutputStream(), new ByteArrayOutputStream());
    material =
        Material.written(project.resolve("events/demo"), 7, CONVERSATIONS, Clock.systemUTC());
    system =
        LocalSystem.start(
            LocalOptions.of(project.resolve("template.yaml"))
                .withParameters(Map.of("BatchingWindowSeconds", "1")));
    try (Connection connection = Connections.local(surroundings, system.endpoint())) {
      story =
          new Performance(surroundings, connection, Duration.ofMinutes(2))
              .play(material, () -> system.notifications().size());
    }
  }

  @AfterAll
  void end() {
    Stay.endSoon(system::close);
  }

  private Typed type(String... arguments) {
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--endpoint-url";
    all[arguments.length + 1] = system.endpoint().toString();
    return Typed.with("", surroundings.home(), directory, all);
  }

  @Test
  void every_conversation_is_counted_once_though_some_came_in_pieces_or_twice() {
    assertThat(story.heard().missing()).isEmpty();
    assertThat(story.heard().lines()).hasSize(CONVERSATIONS);
    assertThat(story.sent()).isEqualTo(material.bodies().size()).isGreaterThan(CONVERSATIONS);
    assertThat(story.totals().get(DayTotals.TRACES)).isEqualTo(CONVERSATIONS);
    assertThat(story.deadLetters()).isZero();
  }

  @Test
  void every_trace_has_its_commitments_assessed() {
    assertThat(story.heard().lines())
        .allSatisfy(line ->
            assertThat(line.feedback())
                .filteredOn(one -> one.assessment().key().equals(Verdicts.COMMITMENTS))
                .hasSize(1));
  }

  @Test
  void every_chosen_trace_and_no_other_was_before_the_judge() {
    assertThat(story.heard().lines())
        .allSatisfy(line ->
            assertThat(
                    line.feedback().stream()
                        .filter(one ->
                            one.source().type() == dev.assay.core.feedback.Source.Type.JUDGE))
                .hasSize(line.trace().sampling().keep() ? 1 : 0));
    assertThat(story.totals().get(DayTotals.WISHED)).isPositive();
  }

  @Test
  void planted_contradictions_are_found_and_told_to_people() {
    Set<String> alerted =
        story.heard().lines().stream()
            .filter(line ->
                line.feedback().stream()
                    .flatMap(one -> one.assessment().findings().stream())
                    .anyMatch(finding -> finding.verdict().equals("contradicted")))
            .map(line -> line.trace().key().id().value())
            .collect(Collectors.toSet());
    Set<String> planted =
        material.truths().stream()
            .filter(truth -> WRONG_VALUES.contains(truth.fault()))
            .map(Truth::traceId)
            .collect(Collectors.toSet());
    assertThat(planted).isNotEmpty();
    assertThat(alerted).isNotEmpty().containsAnyElementsOf(planted);
    assertThat(story.review().get("commitment")).isPositive();
    assertThat(story.alerts()).isPositive();
    assertThat(story.worst()).isNotEmpty();
  }

  @Test
  void the_story_names_figures_sentences_and_truth() {
    assertThat(StoryPage.write(surroundings, story))
        .contains(CONVERSATIONS + " conversations checked")
        .contains("tool_call")
        .contains("[[")
        .contains("nearest ")
        .contains("of a cap of")
        .contains("What had been planted")
        .contains("clean conversations, commitment: 0 of ");
  }

  @Test
  void a_trace_is_shown_for_people_and_for_machines() {
    String id = story.worst().getFirst().trace().key().id().value();
    Typed page = type("trace", id);
    assertThat(page.code()).as(page.err()).isZero();
    assertThat(page.out())
        .contains(id)
        .contains("Feedback")
        .contains("{" + story.worst().getFirst().finding().verdict().replace('_', ' ') + "}")
        .contains("Sampling")
        .contains("Cost");
    JsonNode json = JSON.readTree(type("trace", id, "--json").out());
    assertThat(json.path("trace_id").asString()).isEqualTo(id);
    assertThat(json.path("feedback").size()).isGreaterThan(1);
  }

  @Test
  void a_trace_that_is_not_there_is_a_no() {
    Typed typed = type("trace", "nobody", "--wait", "1");
    assertThat(typed.code()).isEqualTo(1);
    assertThat(typed.err()).contains("No trace nobody");
  }

  @Test
  void a_persons_feedback_is_kept_once_for_the_same_words() {
    String id = story.heard().lines().getFirst().trace().key().id().value();
    assertThat(type("feedback", id, "helpfulness", "--score", "0.25").out()).startsWith("Written");
    assertThat(type("feedback", id, "helpfulness", "--score", "0.25").out()).startsWith("There");
    assertThat(type("feedback", id, "helpfulness", "--score", "0.75").out()).startsWith("Written");
    assertThat(type("trace", id).out()).contains("by person ada@1");
  }

  @Test
  void sampling_is_explained_by_the_same_hash() {
    for (Heard.Line line : story.heard().lines().subList(0, 5)) {
      String id = line.trace().key().id().value();
      JsonNode json = JSON.readTree(type("policy", "explain", id, "--json").out());
      assertThat(json.path("keep").asBoolean()).isEqualTo(line.trace().sampling().keep());
      assertThat(json.path("agrees").asBoolean(false)).isTrue();
      assertThat(json.path("luck").asDouble() <= json.path("probability").asDouble())
          .isEqualTo(line.trace().sampling().keep());
      assertThat(json.path("decisions")).anyMatch(one -> one.path("by").asString().equals("check"));
      assertThat(type("policy", "explain", id).out())
          .contains("check commitments: ")
          .contains(line.trace().sampling().keep() ? "judge faithfulness: " : "judge: sampled out");
    }
  }

  @Test
  void a_policy_is_shown_changed_and_guarded() throws IOException {
    Typed shown = type("policy", "show", "--json");
    Path file = directory.resolve("policy.json");
    Files.writeString(file, "{\"rates_bp\":{\"routine\":20000}}");
    Typed wrong = type("policy", "set", "policy.json");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("policy.json: rates_bp.routine: expected 0 to 10000");
    Files.writeString(file, shown.out().replace("1000,", "1500,"));
    assertThat(type("policy", "set", "policy.json").out()).contains("Policy 2 ");
    assertThat(JSON.readTree(type("policy", "show", "--json").out()).path("version").asInt())
        .isEqualTo(2);
    Files.writeString(file, "{\"version\":1}");
    assertThat(type("policy", "set", "policy.json").err()).contains("version: expected 2");
  }

  @Test
  void status_doctor_and_review_answer() {
    JsonNode status = JSON.readTree(type("status", "--json").out());
    assertThat(status.path("traces").asInt()).isGreaterThanOrEqualTo(CONVERSATIONS);
    assertThat(status.path("queues").path("traces").path("dead_letters").asInt(-1)).isZero();
    assertThat(status.path("budget").path("month_projected").path("cap_usd").asDouble())
        .isGreaterThan(status.path("budget").path("day").path("cap_usd").asDouble());
    assertThat(type("status").out())
        .contains("tool_call")
        .contains("dead letters")
        .contains("month projected")
        .contains("cost of inference assumed for ");
    Typed doctor = type("doctor");
    assertThat(doctor.code()).as(doctor.out()).isZero();
    assertThat(doctor.out()).contains("ok   topic alerts").doesNotContain("NO ");
    assertThat(type("review", "list", "--json").out().lines())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(JSON.readTree(line).has("trace_id")).isTrue());
  }

  @Test
  void a_file_is_sent_large_traces_by_pointer_and_read_seconds_later() throws IOException {
    String large = Lines.priced("large-1", "$249.99").replace("Thanks", "Thanks".repeat(250_000));
    Files.writeString(
        directory.resolve("t.jsonl"), Lines.priced("small-1", "$249.99") + "\n" + large + "\n");
    Typed sent = type("send", "t.jsonl", "--json");
    assertThat(sent.code()).as(sent.err()).isZero();
    assertThat(JSON.readTree(sent.out()).path("sent").asInt()).isEqualTo(2);
    assertThat(type("trace", "small-1", "--wait", "30", "--json").code()).isZero();
    assertThat(type("trace", "large-1", "--wait", "30", "--json").code()).isZero();
  }
}
