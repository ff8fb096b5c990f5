package dev.assay.cli;

import dev.assay.cli.terminal.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** What came of a command line typed in a directory. */
record Typed(int code, String out, String err) {
  static Typed in(Path directory, String... arguments) {
    return with("", directory, directory, arguments);
  }

  /** With something on standard input, and a home of the test's choice. */
  static Typed with(String input, Path home, Path directory, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int code = Assay.run(surroundings(input, home, directory, out, err), arguments);
    return new Typed(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  static Surroundings surroundings(
      String input,
      Path home,
      Path directory,
      ByteArrayOutputStream out,
      ByteArrayOutputStream err) {
    return new Surroundings(
        Map.of("USER", "ada"),
        home,
        directory,
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        false,
        false,
        Clock.systemUTC());
  }

  /** The project's directory. */
  static Path project() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.isRegularFile(at.resolve("template.yaml"))) {
      Path parent = at.getParent();
      if (parent == null) {
        throw new IllegalStateException("no template.yaml above the working directory");
      }
      at = parent;
    }
    return at;
  }
}
