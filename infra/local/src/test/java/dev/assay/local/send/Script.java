package dev.assay.local.send;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program with its first arguments, and the variables it is run with.
 *
 * @param variables on top of this process's own
 */
record Script(List<String> command, Map<String, String> variables) {
  private static final int LIMIT_SECONDS = 120;

  Script {
    command = List.copyOf(command);
    variables = Map.copyOf(variables);
  }

  /** What came of a run: its status and everything it printed. */
  record Outcome(int status, String output) {}

  /** Whether the program is there and ends well with these arguments. */
  boolean works(String... arguments) {
    try {
      return run(arguments).status() == 0;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  Outcome run(String... arguments) {
    List<String> whole = new ArrayList<>(command);
    whole.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(whole).redirectErrorStream(true);
    builder.environment().putAll(variables);
    try {
      Path output = Files.createTempFile("script", ".out");
      try {
        return run(builder.redirectOutput(output.toFile()), output);
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static Outcome run(ProcessBuilder builder, Path output)
      throws IOException, InterruptedException {
    Process process = builder.start();
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    return new Outcome(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
  }
}
