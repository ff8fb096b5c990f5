package dev.assay.bench.statistics;

import dev.assay.wire.Mappers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Runs every case of every JSON file of a folder. */
final class VectorFiles {
  private VectorFiles() {}

  /** What became of a case. */
  sealed interface Outcome {
    String file();

    String id();

    record Holds(String file, String id) implements Outcome {}

    record Differs(String file, String id, String how) implements Outcome {}

    record NotImplemented(String file, String id, String method) implements Outcome {}
  }

  /**
   * Runs them in the files' and the cases' order.
   *
   * @throws IllegalArgumentException when a file is no file of vectors; its message names it
   */
  static List<Outcome> run(Path folder) throws IOException {
    List<Outcome> outcomes = new ArrayList<>();
    for (Path file : files(folder)) {
      String name = String.valueOf(file.getFileName());
      for (JsonNode one : cases(file, name)) {
        outcomes.add(run(name, one));
      }
    }
    return outcomes;
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("vectors: no folder " + folder);
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static JsonNode cases(Path file, String name) throws IOException {
    try {
      JsonNode cases = Mappers.JSON.readTree(Files.readString(file)).path("cases");
      if (!cases.isArray()) {
        throw new IllegalArgumentException(name + ": cases: expected an array");
      }
      return cases;
    } catch (JacksonException e) {
      throw new IllegalArgumentException(name + ": expected JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static Outcome run(String file, JsonNode one) {
    String id = one.path("id").asString("");
    String text = one.path("method").asString("");
    VectorMethod method = VectorMethods.find(text);
    if (method == null) {
      return new Outcome.NotImplemented(file, id, text);
    }
    Comparison comparison = Comparison.of(one.path("tolerance"));
    Optional<String> difference;
    try {
      JsonNode got = method.apply(one.path("inputs"));
      difference = comparison.difference("expected", one.path("expected"), got);
    } catch (RuntimeException e) {
      difference = Optional.of("threw " + e);
    }
    return difference.isEmpty()
        ? new Outcome.Holds(file, id)
        : new Outcome.Differs(file, id, difference.get());
  }
}
