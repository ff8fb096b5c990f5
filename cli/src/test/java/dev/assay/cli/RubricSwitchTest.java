package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.local.LocalOptions;
import dev.assay.local.LocalSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which rubrics a project asks, by the command, over a system without functions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RubricSwitchTest {
  @TempDir Path directory;
  private LocalSystem system;

  @BeforeAll
  void start() {
    system =
        LocalSystem.start(
            LocalOptions.of(Typed.project().resolve("template.yaml")).withFunctions(Set.of()));
  }

  @AfterAll
  void stop() {
    system.close();
  }

  private Typed type(String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--endpoint-url";
    all[arguments.length + 1] = system.endpoint().toString();
    return Typed.with("", Typed.project(), directory, all);
  }

  private JsonNode listed(String project, String id) {
    return type("rubric", "list", "--project", project, "--json")
        .out()
        .lines()
        .map(JsonMapper.builder().build()::readTree)
        .filter(line -> line.path("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_rubric_is_set_shown_switched_off_and_on_again() throws IOException {
    Files.writeString(
        directory.resolve("mine.yaml"),
        "{id: closing, question: Well closed?, items: [{id: a, question: Is it?, passes_on:"
            + " yes}]}");

    Typed set = type("rubric", "set", "mine.yaml", "--project", "shop");
    assertThat(set.code()).as(set.err()).isZero();
    assertThat(set.out()).contains("Rubric closing is asked of shop within a minute.");
    assertThat(set.err()).contains("mine.yaml:1: thresholds: none given");
    assertThat(listed("shop", "closing").path("own").asBoolean()).isTrue();
    assertThat(type("rubric", "show", "closing", "--project", "shop").out())
        .contains("question: Well closed?");

    assertThat(type("rubric", "off", "closing", "--project", "shop").code()).isZero();
    assertThat(listed("shop", "closing").path("asked").asBoolean()).isFalse();
    Typed on = type("rubric", "on", "closing", "--project", "shop", "--json");
    assertThat(on.out()).contains("\"asked\":true");
    assertThat(listed("shop", "closing").path("asked").asBoolean()).isTrue();
  }

  @Test
  void what_is_asked_by_default_is_listed_and_what_is_unknown_is_named() {
    assertThat(type("rubric", "list").out())
        .containsPattern("faithfulness +yes +Assay +5 ")
        .containsPattern("correctness +no, needs a reference ");
    Typed off = type("rubric", "off", "nonsense");
    assertThat(off.code()).isEqualTo(1);
    assertThat(off.err()).contains("No rubric nonsense");
  }

  @Test
  void a_wrong_file_is_refused_before_anything_is_stored() throws IOException {
    Files.writeString(directory.resolve("bad.yaml"), "id: closing\n");
    Typed set = type("rubric", "set", "bad.yaml", "--project", "other");
    assertThat(set.code()).isEqualTo(2);
    assertThat(set.err()).contains("bad.yaml:1: items: expected 1 or more items");
    assertThat(type("rubric", "list", "--project", "other").out()).doesNotContain("closing");
  }

  @Test
  void a_trace_that_is_not_stored_is_named() throws IOException {
    Files.writeString(
        directory.resolve("try.yaml"),
        "{id: closing, question: Well closed?, items: [{id: a, question: Is it?, passes_on:"
            + " yes}]}");
    Typed typed = type("rubric", "try", "try.yaml", "--trace", "nowhere", "--dry-run");
    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).contains("--trace: no trace nowhere in ");
  }
}
