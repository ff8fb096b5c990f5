package dev.assay.bench;

import dev.assay.bench.budget.JudgeBudget;
import dev.assay.bench.check.CheckMeasurements;
import dev.assay.bench.judge.JudgeEvidence;
import dev.assay.bench.judge.JudgeInjection;
import dev.assay.bench.judge.JudgeOverhead;
import dev.assay.bench.outage.JudgeOutage;
import dev.assay.bench.statistics.StatsVectors;
import dev.assay.wire.Mappers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** Measures the figures of docs/benchmarks.md again. */
@Command(
    name = "assay bench",
    mixinStandardHelpOptions = true,
    description =
        "Measures the figures of docs/benchmarks.md again; exit 1 when one does not hold.",
    footer = {"", "Example:", "  assay bench loop.counts --json"})
public final class Main implements Callable<Integer> {
  private static final List<Measurement> MEASUREMENTS =
      Stream.of(
              List.of(new LoopCounts(), new LoopIngest(), new LoopLocal(), new LoopStart()),
              CheckMeasurements.all(),
              List.of(
                  new JudgeBudget(),
                  new JudgeInjection(),
                  new JudgeOutage(),
                  new JudgeOverhead(),
                  new JudgeEvidence()))
          .<Measurement>flatMap(List::stream)
          .toList();

  @Parameters(arity = "0..*", paramLabel = "NAME", description = "What to measure; all when none.")
  private List<String> names = List.of();

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  @Option(
      names = "--details",
      description = "The single cases behind the figures too, on standard error.")
  private boolean details;

  @Option(names = "--list", description = "Only the names.")
  private boolean list;

  @Option(
      names = "--vectors",
      paramLabel = "DIR",
      description = "For stats.vectors: a folder of cases; the project's copies when not given.")
  private @Nullable Path vectors;

  private final Path home = Path.of(System.getProperty("assay.home", "."));

  /** Exit 0 all hold, 1 one does not, 2 unknown name or no such folder. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    if (list) {
      all().forEach(one -> System.out.printf("%-13s %s%n", one.name(), one.about()));
      return 0;
    }
    for (String name : names) {
      if (find(name) == null) {
        System.err.println("assay bench: no measurement " + name + "; --list names them");
        return 2;
      }
    }
    if (vectors != null && !Files.isDirectory(vectors)) {
      System.err.println("assay bench: --vectors: expected a folder, got " + vectors);
      return 2;
    }
    boolean holds = true;
    for (Measurement measurement : chosen()) {
      System.err.println("measuring " + measurement.name() + ": " + measurement.about());
      for (Figure figure : measurement.measure(home, this::detail)) {
        System.out.println(json ? json(figure) : figure.line());
        holds &= figure.holds();
      }
    }
    return holds ? 0 : 1;
  }

  private List<Measurement> all() {
    return Stream.concat(MEASUREMENTS.stream(), Stream.of(new StatsVectors(vectors))).toList();
  }

  private void detail(String line) {
    if (details) {
      System.err.println(line);
    }
  }

  private List<Measurement> chosen() {
    if (names.isEmpty()) {
      return all();
    }
    List<Measurement> chosen = new ArrayList<>();
    for (String name : names) {
      Measurement found = find(name);
      if (found != null) {
        chosen.add(found);
      }
    }
    return chosen;
  }

  private @Nullable Measurement find(String name) {
    return all().stream().filter(one -> one.name().equals(name)).findFirst().orElse(null);
  }

  private static String json(Figure figure) {
    ObjectNode json = Mappers.JSON.createObjectNode();
    figure.writeTo(json);
    json.put("command", "./assay bench " + figure.name());
    json.put("machine", machine());
    return json.toString();
  }

  private static String machine() {
    return Runtime.getRuntime().availableProcessors()
        + " cores, "
        + System.getProperty("os.arch")
        + ", Java "
        + Runtime.version();
  }
}
