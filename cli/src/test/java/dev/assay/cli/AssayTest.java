package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class AssayTest {
  @TempDir Path directory;

  @Test
  void every_command_has_help_with_an_example() {
    var none = new ByteArrayOutputStream();
    var surroundings = Typed.surroundings("", directory, directory, none, none);
    List<CommandLine> commands =
        Assay.commandLine(surroundings).getSubcommands().values().stream()
            .flatMap(verb ->
                java.util.stream.Stream.concat(
                    java.util.stream.Stream.of(verb), verb.getSubcommands().values().stream()))
            .toList();
    assertThat(commands).hasSizeGreaterThan(11);
    assertThat(commands)
        .allSatisfy(command ->
            assertThat(command.getUsageMessage()).contains("--help").contains("  assay "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "check",
        "send",
        "trace",
        "trace x --wait soon",
        "feedback t k",
        "feedback t k --score much",
        "feedback t k --score 1.5",
        "feedback t/u k --score 1",
        "policy",
        "policy set nowhere.json",
        "policy explain a/b",
        "review",
        "review list --limit 0",
        "status --day yesterday",
        "status --endpoint-url nonsense",
        "demo --conversations 0",
        "demo --traces nowhere.jsonl",
        "check x --format xml",
        "up --port many"
      })
  void wrong_usage_says_what_was_expected(String line) {
    Typed typed = Typed.in(directory, line.split(" "));
    assertThat(typed.code()).as(typed.err()).isEqualTo(2);
    assertThat(typed.err()).startsWith("assay").doesNotContain("Exception");
    assertThat(typed.out()).isEmpty();
  }

  @Test
  void without_a_command_the_help_is_shown() {
    Typed typed = Typed.in(directory);
    assertThat(typed.code()).isZero();
    assertThat(typed.out()).contains("demo").contains("review").contains("Exit codes");
  }

  @Test
  void something_unreachable_is_no_mistake_of_the_user() throws IOException {
    Files.writeString(directory.resolve("t.jsonl"), Lines.priced("x", "$1"));
    Typed typed =
        Typed.in(directory, "send", "t.jsonl", "--endpoint-url", "http://127.0.0.1:9", "--json");
    assertThat(typed.code()).as(typed.err()).isEqualTo(4);
    assertThat(typed.err()).contains("assay doctor");
    assertThat(typed.out()).isEmpty();
  }

  @Test
  void nothing_is_sent_when_one_line_is_wrong() throws IOException {
    Files.writeString(directory.resolve("t.jsonl"), Lines.priced("x", "$1") + "\n{}\n");
    Typed typed = Typed.in(directory, "send", "t.jsonl", "--endpoint-url", "http://127.0.0.1:9");
    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).contains("t.jsonl:2: trace_id: expected").contains("Nothing was sent");
    assertThat(typed.out()).isEqualTo("0 traces sent, 1 refused" + System.lineSeparator());
  }

  @Test
  void nothing_is_up_and_down_says_so() {
    Typed typed = Typed.in(directory, "down");
    assertThat(typed.code()).isZero();
    assertThat(typed.out()).contains("No local system was up");
  }
}
