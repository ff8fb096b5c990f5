package dev.assay.bench.check;

import dev.assay.core.ingest.Reading;
import dev.assay.core.trace.Bytes;
import dev.assay.core.trace.Trace;
import dev.assay.wire.JsonTraceFormat;
import dev.assay.wire.Mappers;
import dev.assay.wire.sgd.SgdDialogues;
import dev.assay.wire.tau.TauTraces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The conversations in {@code shared/data} beside the repository; they are never part of it. */
public final class Corpora {
  private static final JsonTraceFormat CONTRACT = JsonTraceFormat.verbatim(InstantSource.system());

  private Corpora() {}

  /** The folder of the shared files, in or beside a parent of the repository. */
  public static Optional<Path> shared(Path home, String below) {
    for (Path at = home.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      Path found = at.resolve("shared").resolve(below);
      if (Files.exists(found)) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /** Every corpus that is there; what is absent is said on standard error. */
  public static List<Corpus> read(Path home) throws IOException {
    List<Corpus> corpora = new ArrayList<>();
    Optional<Path> data = shared(home, "data");
    if (data.isEmpty()) {
      System.err.println("skipped: no shared/data beside the repository");
      return corpora;
    }
    Path tau = data.get().resolve("tau");
    TauTraces tauTraces = TauTraces.beside(tau);
    add(corpora, "tau", tau.resolve("traces.jsonl"), line -> List.of(tauTraces.trace(line)));
    dialogues(data.get(), "sgd", SgdDialogues::trace, corpora);
    dialogues(data.get(), "multiwoz", ActDialogues::multiwoz, corpora);
    dialogues(data.get(), "crosswoz", ActDialogues::crosswoz, corpora);
    dialogues(data.get(), "taskmaster4", AnnotatedDialogues::taskmaster, corpora);
    Path calls = data.get().resolve("voice/harper_valley_calls.jsonl");
    add(corpora, "voice", calls, AnnotatedDialogues::harperValley);
    return corpora;
  }

  private static void dialogues(
      Path data, String name, Function<JsonNode, ObjectNode> reader, List<Corpus> corpora)
      throws IOException {
    Path file = data.resolve(name).resolve("dialogues.jsonl");
    add(corpora, name, file, line -> List.of(reader.apply(line)));
  }

  private static void add(
      List<Corpus> corpora, String name, Path file, Function<JsonNode, List<ObjectNode>> reader)
      throws IOException {
    if (!Files.isRegularFile(file)) {
      System.err.println("skipped: " + name + " is not in shared/data");
      return;
    }
    List<Trace> traces = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        for (ObjectNode trace : reader.apply(Mappers.JSON.readTree(line))) {
          traces.add(trace(trace));
        }
      }
    }
    corpora.add(new Corpus(name, traces));
  }

  /** A trace of the contract. */
  public static Trace trace(ObjectNode json) {
    return switch (CONTRACT.read(Bytes.of(Mappers.JSON.writeValueAsBytes(json)))) {
      case Reading.Accepted accepted -> accepted.trace();
      case Reading.Refused refused -> throw new IllegalStateException(refused.reason());
    };
  }
}
