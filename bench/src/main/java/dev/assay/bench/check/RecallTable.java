package dev.assay.bench.check;

import dev.assay.bench.Figure;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Counts of what was caught, and the tables and figures made of them. */
final class RecallTable {
  private final String name;
  private final Map<Cell, Count> cells = new TreeMap<>();

  RecallTable(String name) {
    this.name = name;
  }

  /** What is counted apart. */
  private record Cell(String corpus, Kind kind, Form form, String type)
      implements Comparable<Cell> {
    @Override
    public int compareTo(Cell other) {
      int corpora = corpus.compareTo(other.corpus);
      int kinds = kind.compareTo(other.kind);
      int forms = form.compareTo(other.form);
      int types = type.compareTo(other.type);
      return corpora != 0 ? corpora : kinds != 0 ? kinds : forms != 0 ? forms : types;
    }
  }

  private static final class Count {
    private long of;
    private long caught;
    private long alerted;
    private long unfound;

    void add(Count other) {
      of += other.of;
      caught += other.caught;
      alerted += other.alerted;
      unfound += other.unfound;
    }

    String cell() {
      return of == 0
          ? "-"
          : String.format(
              Locale.ROOT, "%.1f/%.1f (%d)", 100.0 * caught / of, 100.0 * alerted / of, of);
    }
  }

  void add(String corpus, Corruption.Result result) {
    Corruption what = result.corruption();
    Cell cell = new Cell(corpus, what.kind(), what.form(), what.claim().finding().type());
    Count count = cells.computeIfAbsent(cell, c -> new Count());
    count.of++;
    count.caught += result.caught() ? 1 : 0;
    count.alerted += result.alerted() ? 1 : 0;
    count.unfound += result.there().isEmpty() ? 1 : 0;
  }

  private Count sum(Predicate<Cell> of) {
    Count sum = new Count();
    cells.forEach((cell, count) -> {
      if (of.test(cell)) {
        sum.add(count);
      }
    });
    return sum;
  }

  /** One table a corpus: kinds by forms, then types; caught/alerted in percent, of so many. */
  void print(PrintStream out) {
    Set<String> corpora = new LinkedHashSet<>();
    cells.keySet().forEach(cell -> corpora.add(cell.corpus()));
    for (String corpus : corpora) {
      out.println(corpus + ": alerted or flagged / alerted, in percent (of so many)");
      for (Kind kind : Kind.values()) {
        StringBuilder line = new StringBuilder();
        for (Form form : Form.values()) {
          Count count = sum(c -> c.corpus().equals(corpus) && c.kind() == kind && c.form() == form);
          if (count.of > 0) {
            line.append("  ").append(form.words()).append(' ').append(count.cell());
            line.append(count.unfound > 0 ? " unfound " + count.unfound : "");
          }
        }
        if (!line.isEmpty()) {
          out.printf("  %-28s%s%n", kind.words(), line);
        }
      }
      types(corpus, out);
    }
  }

  private void types(String corpus, PrintStream out) {
    Set<String> types = new LinkedHashSet<>();
    cells.keySet().forEach(cell -> types.add(cell.type()));
    for (String type : types) {
      Count count =
          sum(c -> c.corpus().equals(corpus) && c.type().equals(type) && !c.kind().isRestated());
      if (count.of > 0) {
        out.printf("  %-28s  %s%n", type, count.cell());
      }
    }
  }

  List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    if (cells.isEmpty()) {
      return figures;
    }
    bar("cents", 97, c -> isValue(c) && c.form() == Form.CENTS, figures);
    bar("dates", 97, c -> isValue(c) && c.form() == Form.DATE, figures);
    bar("times", 97, c -> isValue(c) && c.form() == Form.TIME, figures);
    bar("round amounts", 90, c -> isValue(c) && c.form() == Form.ROUND, figures);
    bar("another entity's value", 80, c -> c.kind().isOtherEntity(), figures);
    Count restated = sum(c -> c.kind().isRestated());
    double alarms = percent(restated.caught, restated.of);
    figures.add(Figure.atMost(name, "restated: false alarms", alarms, of(restated), 1));
    for (Kind kind : Kind.values()) {
      tell(kind.words(), c -> c.kind() == kind, figures);
    }
    for (Form form : Form.values()) {
      tell(form.words() + ", all kinds", c -> c.form() == form && !c.kind().isRestated(), figures);
    }
    return figures;
  }

  /** Errors in the value itself; another entity's value has a bar of its own. */
  private static boolean isValue(Cell cell) {
    return !cell.kind().isRestated()
        && !cell.kind().isOtherEntity()
        && cell.kind() != Kind.OTHER_VALUE;
  }

  private void bar(String what, double least, Predicate<Cell> of, List<Figure> figures) {
    Count count = sum(of);
    if (count.of > 0) {
      double caught = percent(count.caught, count.of);
      figures.add(Figure.atLeast(name, what + ": caught", caught, of(count), least));
      double alerted = percent(count.alerted, count.of);
      figures.add(Figure.told(name, what + ": alerted", alerted, of(count)));
    }
  }

  private void tell(String what, Predicate<Cell> of, List<Figure> figures) {
    Count count = sum(of);
    if (count.of > 0) {
      double caught = percent(count.caught, count.of);
      figures.add(Figure.told(name, what + ": caught", caught, of(count)));
      double alerted = percent(count.alerted, count.of);
      figures.add(Figure.told(name, what + ": alerted", alerted, of(count)));
    }
  }

  private static double percent(long part, long of) {
    return of == 0 ? 0 : 100.0 * part / of;
  }

  private static String of(Count count) {
    return "% of " + count.of;
  }
}
