package dev.assay.bench.check;

import dev.assay.bench.Figure;
import dev.assay.bench.Measurement;
import dev.assay.core.feedback.Finding;
import dev.assay.core.trace.Trace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * What the check says of conversations as they are. Real agents err: the bars are for what is
 * alerted besides the errors that a reader found; the raw shares stand beside them.
 */
final class CheckClean implements Measurement {
  private static final double MOST_ALERTED = 0.3;
  private static final double MOST_TRACES = 1;

  @Override
  public String name() {
    return "check.clean";
  }

  @Override
  public String about() {
    return "share of commitments and traces of real conversations that are alerted or flagged";
  }

  @Override
  public List<Figure> measure(Path home, Consumer<String> details) throws Exception {
    List<Figure> figures = new ArrayList<>();
    KnownErrors errors = KnownErrors.read(home);
    Tally all = new Tally();
    for (Corpus corpus : Corpora.read(home)) {
      Tally tally = new Tally();
      corpus.traces().forEach(trace -> tally.add(trace, errors, details));
      all.add(tally);
      tell(corpus.name(), tally, figures);
    }
    if (all.commitments > 0) {
      bars(all, figures);
    }
    return figures;
  }

  private void tell(String corpus, Tally tally, List<Figure> figures) {
    figures.add(Figure.told(name(), corpus + ": commitments", tally.commitments, ""));
    tell(corpus + ": alerted", new Share(tally.alerted, tally.commitments), figures);
    tell(corpus + ": alerted or flagged", new Share(tally.caught, tally.commitments), figures);
    tell(corpus + ": not checkable", new Share(tally.silent, tally.commitments), figures);
    tell(corpus + ": traces alerted", new Share(tally.tracesAlerted, tally.traces), figures);
    tell(
        corpus + ": traces alerted or flagged",
        new Share(tally.tracesCaught, tally.traces),
        figures);
  }

  private void tell(String what, Share share, List<Figure> figures) {
    figures.add(Figure.told(name(), what, 100 * share.value(), unit(share)));
  }

  private static String unit(Share share) {
    return String.format(
        Locale.ROOT,
        "%% (%d of %d; 95 %%: %.2f-%.2f)",
        share.hits(),
        share.of(),
        100 * share.low(),
        100 * share.high());
  }

  private void bars(Tally all, List<Figure> figures) {
    Share wrongly = new Share(all.wrongly, all.commitments);
    Share traces = new Share(all.tracesWrongly, all.traces);
    tell("all: alerted", new Share(all.alerted, all.commitments), figures);
    tell("all: alerted or flagged", new Share(all.caught, all.commitments), figures);
    tell("all: traces alerted", new Share(all.tracesAlerted, all.traces), figures);
    figures.add(
        Figure.atMost(
            name(),
            "all: alerted besides known errors",
            100 * wrongly.value(),
            unit(wrongly),
            MOST_ALERTED));
    figures.add(
        Figure.atMost(
            name(),
            "all: traces alerted besides known errors",
            100 * traces.value(),
            unit(traces),
            MOST_TRACES));
  }

  private static final class Tally {
    private int traces;
    private int tracesAlerted;
    private int tracesCaught;
    private int commitments;
    private int alerted;
    private int wrongly;
    private int tracesWrongly;
    private int caught;
    private int silent;

    void add(Trace trace, KnownErrors errors, Consumer<String> details) {
      int alertedBefore = alerted;
      int wronglyBefore = wrongly;
      int caughtBefore = caught;
      for (Finding finding : Checked.findings(trace)) {
        commitments++;
        alerted += Checked.isAlerted(finding) ? 1 : 0;
        wrongly += Checked.isAlerted(finding) && !errors.has(trace, finding) ? 1 : 0;
        caught += Checked.isCaught(finding) ? 1 : 0;
        silent += Checked.isSilent(finding) ? 1 : 0;
        if (Checked.isCaught(finding)) {
          details.accept(Checked.line(trace, finding));
        }
      }
      traces++;
      tracesAlerted += alerted > alertedBefore ? 1 : 0;
      tracesWrongly += wrongly > wronglyBefore ? 1 : 0;
      tracesCaught += caught > caughtBefore ? 1 : 0;
    }

    void add(Tally other) {
      traces += other.traces;
      tracesAlerted += other.tracesAlerted;
      tracesCaught += other.tracesCaught;
      commitments += other.commitments;
      alerted += other.alerted;
      wrongly += other.wrongly;
      tracesWrongly += other.tracesWrongly;
      caught += other.caught;
      silent += other.silent;
    }
  }
}
