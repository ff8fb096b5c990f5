package dev.assay.bench.check;

import dev.assay.bench.Figure;
import dev.assay.bench.Measurement;
import dev.assay.core.trace.Trace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Corrupts one grounded value at a time, checks the whole conversation again and counts what is
 * caught at its place. Kinds and the choice among them are the same in every run.
 */
final class CheckRecall implements Measurement {
  /** Of each kind and form in a corpus; the interval of a share is then within three points. */
  private static final int MOST = 400;

  private static final long SEED = 3;

  @Override
  public String name() {
    return "check.recall";
  }

  @Override
  public String about() {
    return "share of corrupted values that are caught, by kind, form, type and corpus";
  }

  @Override
  public List<Figure> measure(Path home, Consumer<String> details) throws Exception {
    RecallTable table = new RecallTable(name());
    Coverage coverage = new Coverage(details);
    for (Corpus corpus : Corpora.read(home)) {
      for (Corruption corruption : sample(corpus)) {
        Corruption.Result result = corruption.result();
        table.add(corpus.name(), result);
        if (result.caught() == corruption.kind().isRestated()) {
          details.accept(corpus.name() + "\t" + result.line());
        }
      }
      corpus.traces().forEach(trace -> coverage.add(corpus.name(), trace));
    }
    table.print(System.err);
    List<Figure> figures = table.figures();
    figures.addAll(coverage.figures(name()));
    return figures;
  }

  private static List<Corruption> sample(Corpus corpus) {
    Map<Kind, Map<Form, List<Corruption>>> all = new EnumMap<>(Kind.class);
    for (Trace trace : corpus.traces()) {
      for (Corruption one : new Corruptions(trace).all()) {
        all.computeIfAbsent(one.kind(), kind -> new EnumMap<>(Form.class))
            .computeIfAbsent(one.form(), form -> new ArrayList<>())
            .add(one);
      }
    }
    List<Corruption> chosen = new ArrayList<>();
    Stream<List<Corruption>> cells = all.values().stream().flatMap(kind -> kind.values().stream());
    cells.forEach(cell -> {
      Collections.shuffle(cell, new Random(SEED));
      chosen.addAll(cell.subList(0, Math.min(MOST, cell.size())));
    });
    return chosen;
  }
}
