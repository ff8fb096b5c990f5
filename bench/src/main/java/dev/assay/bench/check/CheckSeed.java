package dev.assay.bench.check;

import dev.assay.bench.Figure;
import dev.assay.bench.Measurement;
import dev.assay.core.feedback.Finding;
import dev.assay.wire.Mappers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The labelled lines of the seed file against the list of those that wait, each with a reason. */
final class CheckSeed implements Measurement {
  private static final String RESOURCES =
      "shared-lib/core/src/test/resources/dev/assay/core/check/commitment";

  @Override
  public String name() {
    return "check.seed";
  }

  @Override
  public String about() {
    return "labelled lines that are read as labelled; hard negatives yield nothing";
  }

  @Override
  public List<Figure> measure(Path home, Consumer<String> details) throws Exception {
    Path copy = home.resolve(RESOURCES).resolve("cases.jsonl");
    Path file = Corpora.shared(home, "testdata/commitments/cases.jsonl").orElse(copy);
    if (!Files.isRegularFile(file)) {
      System.err.println("skipped: no shared/testdata/commitments/cases.jsonl");
      return List.of();
    }
    Set<String> listed = listed(home.resolve(RESOURCES).resolve("not-yet.txt"));
    Count count = new Count();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        count.add(new SeedLine(Mappers.JSON.readTree(line)), listed, details);
      }
    }
    return List.of(
        Figure.told(name(), "lines", count.lines, ""),
        Figure.told(name(), "lines read as labelled", count.pass, ""),
        Figure.told(name(), "lines that differ and are listed with a reason", count.waiting, ""),
        Figure.atMost(name(), "lines that differ and are not listed", count.wrong, "", 0),
        Figure.atMost(name(), "hard negatives with a finding", count.negatives, "", 0));
  }

  /** Ids of the list; each has its reason behind it. */
  private static Set<String> listed(Path file) throws IOException {
    Set<String> ids = new HashSet<>();
    if (Files.isRegularFile(file)) {
      for (String line : Files.readAllLines(file)) {
        int space = line.indexOf(' ');
        if (space > 0 && !line.startsWith("#")) {
          ids.add(line.substring(0, space));
        }
      }
    }
    return ids;
  }

  private static final class Count {
    private int lines;
    private int pass;
    private int waiting;
    private int wrong;
    private int negatives;

    void add(SeedLine line, Set<String> listed, Consumer<String> details) {
      List<Finding> findings = line.findings();
      List<String> problems = line.problems(findings);
      lines++;
      pass += problems.isEmpty() ? 1 : 0;
      boolean waits = listed.contains(line.id());
      waiting += !problems.isEmpty() && waits ? 1 : 0;
      wrong += !problems.isEmpty() && !waits ? 1 : 0;
      negatives += line.isHardNegative() && !findings.isEmpty() ? 1 : 0;
      problems.forEach(problem -> details.accept(line.id() + "\t" + problem));
    }
  }
}
