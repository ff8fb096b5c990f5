package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RubricCommandTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String RUBRIC =
      """
      id: closing
      question: Does the agent close the talk well?
      items:
        - id: offers_more
          question: Does the agent offer further help?
          weight: 3
          passes_on: yes
        - id: rushed
          question: Does the agent end the talk before the customer has an answer?
          weight: 1
          passes_on: no
      thresholds: {direction: higher, pass_at: 0.8, review_at: 0.5}
      """;
  private static final String ANSWER =
      "{\"closing\":{\"offers_more\":{\"reason\":\"It asks.\",\"quote\":\"Anything else?\","
          + "\"answer\":\"yes\"},\"rushed\":{\"reason\":\"No answer was given.\",\"quote\":\"\","
          + "\"answer\":\"yes\"}}}";

  @TempDir Path directory;

  @BeforeEach
  void write() throws IOException {
    write("mine.yaml", RUBRIC);
    write("t.jsonl", Lines.priced("one", "$249.99") + "\n" + Lines.priced("two", "$1.00") + "\n");
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(directory.resolve(file), text);
  }

  private Typed type(String... arguments) {
    return Typed.in(directory, arguments);
  }

  @Test
  void a_good_file_is_named_with_its_version() {
    Typed typed = type("rubric", "lint", "mine.yaml");
    assertThat(typed.code()).as(typed.err()).isZero();
    assertThat(typed.out()).startsWith("mine.yaml: rubric closing, version ").contains("2 items");
    assertThat(typed.err()).isEmpty();
  }

  @Test
  void every_mistake_is_named_by_file_line_and_field() throws IOException {
    write("mine.yaml", RUBRIC.replace("weight: 3", "weight: 0").replace("id: closing", "id: A"));
    Typed typed = type("rubric", "lint", "mine.yaml");
    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err())
        .contains("mine.yaml:1: id: expected")
        .contains("mine.yaml:6: items[0].weight: expected a number of more than 0");
    assertThat(typed.out()).isEmpty();

    Typed machine = type("rubric", "lint", "mine.yaml", "--json");
    assertThat(machine.code()).isEqualTo(2);
    JsonNode errors = JSON.readTree(machine.out()).path("errors");
    assertThat(errors.size()).isEqualTo(2);
    assertThat(errors.path(1).path("line").asInt()).isEqualTo(6);
    assertThat(errors.path(1).path("field").asString()).isEqualTo("items[0].weight");
  }

  @Test
  void what_is_doubtful_is_said_and_is_no_error() throws IOException {
    String text =
        RUBRIC.replace("further help?", "further help.").replace("weight: 3", "weight: 99");
    write("mine.yaml", text.substring(0, text.indexOf("thresholds")));
    Typed typed = type("rubric", "lint", "mine.yaml");
    assertThat(typed.code()).isZero();
    assertThat(typed.err())
        .contains("mine.yaml:1: thresholds: none given")
        .contains("mine.yaml:5: items[0].question: no question")
        .contains("mine.yaml:10: items[1].weight: 1.0 % of the score");
    assertThat(typed.out()).contains("3 doubts");
    assertThat(JSON.readTree(type("rubric", "lint", "mine.yaml", "--json").out()).path("doubts"))
        .hasSize(3);
  }

  @Test
  void a_dry_run_shows_prompt_and_cost_and_asks_nobody() throws IOException {
    try (ChatServer server = new ChatServer(200, ANSWER)) {
      Typed typed =
          type(
              "rubric",
              "try",
              "mine.yaml",
              "--file",
              "t.jsonl",
              "--dry-run",
              "--model",
              server.spec());
      assertThat(typed.code()).as(typed.err()).isZero();
      assertThat(typed.out())
          .contains("for trace one")
          .contains("offers_more: Does the agent offer further help?")
          .contains("$249.99")
          .containsPattern(
              "\\$0\\.\\d{4} at most with claude-haiku-4-5: [\\d,]+ tokens in, 560 out");
      assertThat(server.requests).isEmpty();
    }
  }

  @Test
  void a_try_shows_the_answer_to_each_item_with_score_label_tokens_and_cost() throws IOException {
    try (ChatServer server = new ChatServer(200, ANSWER)) {
      Typed typed =
          type(
              "rubric",
              "try",
              "mine.yaml",
              "--file",
              "t.jsonl",
              "--trace",
              "two",
              "--model",
              server.spec());
      assertThat(typed.code()).as(typed.err()).isZero();
      assertThat(server.requests).hasSize(1).first().asString().contains("$1.00");
      assertThat(typed.out())
          .contains("passed  offers_more: yes")
          .contains("“Anything else?”")
          .contains("failed  rushed: yes")
          .contains("No answer was given.")
          .contains("closing 0.75: borderline, 1 of 2 items")
          .contains("1000 tokens in, 100 out, $0.0015");
    }
  }

  @Test
  void a_machine_gets_all_of_it_in_one_document() throws IOException {
    try (ChatServer server = new ChatServer(200, ANSWER)) {
      Typed typed =
          type(
              "rubric",
              "try",
              "mine.yaml",
              "--file",
              "t.jsonl",
              "--json",
              "--model",
              server.spec());
      JsonNode said = JSON.readTree(typed.out());
      assertThat(typed.code()).isZero();
      assertThat(said.path("score").asDouble()).isEqualTo(0.75);
      assertThat(said.path("label").asString()).isEqualTo("borderline");
      assertThat(said.path("items").path(1).path("passed").asBoolean()).isFalse();
      assertThat(said.path("at_most").path("cost_usd").asDouble())
          .isGreaterThan(said.path("spent").path("cost_usd").asDouble());
      assertThat(said.path("prompt").path("user").asString()).contains("offers_more");
      assertThat(server.requests.getFirst())
          .contains(said.path("prompt").path("user").asString().lines().findFirst().orElseThrow());
    }
  }

  @Test
  void a_model_that_gives_no_answer_of_use_is_something_outside_and_no_score() throws IOException {
    try (ChatServer server = new ChatServer(200, "I would rather not.")) {
      Typed typed =
          type("rubric", "try", "mine.yaml", "--file", "t.jsonl", "--model", server.spec());
      assertThat(typed.code()).isEqualTo(4);
      assertThat(server.requests).hasSize(2);
      assertThat(typed.out()).contains("failed: the judge's answer was of no use twice");
    }
  }

  @Test
  void without_a_model_prompt_and_cost_are_shown_and_what_to_configure_is_said() {
    Typed typed = type("rubric", "try", "mine.yaml", "--file", "t.jsonl");
    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.out()).contains("offers_more").contains("at most with no model");
    assertThat(typed.err())
        .contains("--model: expected openai:URL#model")
        .contains("ASSAY_JUDGE_MODEL");

    Typed dry = type("rubric", "try", "mine.yaml", "--file", "t.jsonl", "--dry-run");
    assertThat(dry.code()).isZero();
  }

  @Test
  void what_try_cannot_use_is_the_users_mistake() throws IOException {
    assertThat(type("rubric", "try", "mine.yaml").err()).contains("--trace: expected the id");
    assertThat(type("rubric", "try", "mine.yaml", "--file", "t.jsonl", "--trace", "three").err())
        .contains("t.jsonl: expected trace three");
    Typed model = type("rubric", "try", "mine.yaml", "--file", "t.jsonl", "--model", "gpt");
    assertThat(model.code()).isEqualTo(2);
    assertThat(model.err()).contains("--model: ").contains("openai:URL#model");

    write("mine.yaml", RUBRIC.replace("items:", "needs_reference: true\nitems:"));
    Typed reference = type("rubric", "try", "mine.yaml", "--file", "t.jsonl");
    assertThat(reference.code()).isEqualTo(2);
    assertThat(reference.err()).contains("--reference: expected the right answer");
    assertThat(
            type(
                    "rubric",
                    "try",
                    "mine.yaml",
                    "--file",
                    "t.jsonl",
                    "--dry-run",
                    "--reference",
                    "It is $249.99.")
                .out())
        .contains("Reference answer")
        .contains("| It is $249.99.");
  }

  @Test
  void a_rubric_about_calls_has_nothing_to_judge_where_there_are_none() throws IOException {
    write("mine.yaml", RUBRIC.replace("items:", "looks_at: tool_calls\nitems:"));
    write(
        "t.jsonl",
        "{\"trace_id\":\"x\",\"agent\":{\"name\":\"a\"},\"started_at\":\"2026-11-02T10:00:00Z\","
            + "\"messages\":[{\"role\":\"assistant\",\"content\":\"Hello!\"}]}");
    Typed typed = type("rubric", "try", "mine.yaml", "--file", "t.jsonl", "--dry-run");
    assertThat(typed.code()).as(typed.err()).isEqualTo(1);
    assertThat(typed.err()).contains("Nothing to judge: trace x");
  }

  @Test
  void a_built_in_rubric_is_a_file_to_begin_with() throws IOException {
    Typed shown = type("rubric", "show", "tone", "--built-in");
    assertThat(shown.code()).isZero();
    write("tone.yaml", shown.out());
    assertThat(type("rubric", "lint", "tone.yaml").out())
        .contains("rubric tone")
        .contains("5 items");
    assertThat(type("rubric", "show", "nonsense", "--built-in").code()).isEqualTo(1);
    assertThat(type("rubric", "list", "--built-in").out()).contains("low_confidence");
    assertThat(type("rubric", "list", "--built-in", "--json").out().lines()).hasSize(9);
  }

  @Test
  void the_example_of_the_guide_leaves_no_doubt() throws IOException {
    String guide = Files.readString(Typed.project().resolve("docs/rubrics.md"));
    int start = guide.indexOf("```yaml\n") + "```yaml\n".length();
    write("guide.yaml", guide.substring(start, guide.indexOf("```", start)));
    Typed typed = type("rubric", "lint", "guide.yaml");
    assertThat(typed.code()).as(typed.err()).isZero();
    assertThat(typed.err()).isEmpty();
  }
}
