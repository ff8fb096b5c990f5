package dev.assay.bench.statistics;

import dev.assay.bench.Figure;
import dev.assay.bench.Measurement;
import dev.assay.bench.statistics.VectorFiles.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The statistics against vectors that other tools agreed on. */
public final class StatsVectors implements Measurement {
  private static final String COPIES = "shared-lib/core/src/test/resources/vectors";

  private final @Nullable Path folder;

  /**
   * Of a folder.
   *
   * @param folder of JSON files with cases; null for the project's copies
   */
  public StatsVectors(@Nullable Path folder) {
    this.folder = folder;
  }

  @Override
  public String name() {
    return "stats.vectors";
  }

  @Override
  public String about() {
    return "the statistics against vectors of other tools' numbers; --vectors DIR for others";
  }

  @Override
  public List<Figure> measure(Path home, Consumer<String> details) throws Exception {
    List<Outcome> outcomes = VectorFiles.run(folder == null ? home.resolve(COPIES) : folder);
    int hold = 0;
    int differ = 0;
    Set<String> missing = new TreeSet<>();
    for (Outcome outcome : outcomes) {
      switch (outcome) {
        case Outcome.Holds holds -> hold++;
        case Outcome.Differs(String file, String id, String how) -> {
          differ++;
          System.err.println(file + " " + id + ": " + how);
        }
        case Outcome.NotImplemented(String file, String id, String method) -> {
          missing.add(method);
          details.accept(file + " " + id + ": not implemented: " + method);
        }
      }
    }
    missing.forEach(method -> System.err.println("not implemented: " + method));
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.atLeast(name(), "cases", outcomes.size(), "", 1));
    figures.add(Figure.told(name(), "cases that hold", hold, ""));
    figures.add(Figure.atMost(name(), "cases that differ", differ, "", 0));
    figures.add(Figure.atMost(name(), "methods not implemented", missing.size(), "", 0));
    return figures;
  }
}
