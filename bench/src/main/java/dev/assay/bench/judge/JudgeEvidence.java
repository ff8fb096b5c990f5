package dev.assay.bench.judge;

import dev.assay.bench.Figure;
import dev.assay.bench.Measurement;
import dev.assay.bench.check.Corpora;
import dev.assay.bench.check.Corpus;
import dev.assay.bench.check.CorruptedTraces;
import dev.assay.bench.check.CorruptedTraces.Corrupted;
import dev.assay.bench.judge.Discrimination.Measured;
import dev.assay.bench.judge.Discrimination.Unit;
import dev.assay.bench.judge.LabelledTurns.Labelled;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.judge.evidence.EvidenceJudge;
import dev.assay.core.statistics.Quantity;
import dev.assay.core.statistics.SplitMix64;
import dev.assay.core.trace.Trace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * How well the evidence judge tells right from wrong: on real conversations against their reward,
 * on the same with one claim of each corrupted, and on invented ones by turn. What it leaves
 * unscored is left out of all figures but its own.
 */
public final class JudgeEvidence implements Measurement {
  private static final long SEED = 4;

  /** From it on a score passes. */
  private static final double PASS = 0.8;

  private final EvidenceJudge judge = new EvidenceJudge();

  @Override
  public String name() {
    return "judge.evidence";
  }

  @Override
  public String about() {
    return "the evidence judge against rewards, corrupted and invented conversations";
  }

  @Override
  public List<Figure> measure(Path home, Consumer<String> details) throws Exception {
    List<Figure> figures = new ArrayList<>();
    for (Corpus corpus : Corpora.read(home)) {
      if (corpus.name().equals("tau")) {
        reward(corpus.traces(), figures);
        blind(corpus.traces(), figures);
        corrupted(corpus.traces(), figures);
      }
    }
    invented(home, figures, details);
    return figures;
  }

  private OptionalDouble score(Trace trace) {
    return judge.assess(trace).getFirst().verdict() instanceof Verdict.Scored scored
        ? OptionalDouble.of(scored.score().value())
        : OptionalDouble.empty();
  }

  private void reward(List<Trace> traces, List<Figure> figures) {
    List<Unit> units = new ArrayList<>();
    int unscored = 0;
    int low = 0;
    for (Trace trace : traces) {
      OptionalDouble score = score(trace);
      if (score.isEmpty()) {
        unscored++;
      } else {
        List<Double> one = List.of(score.getAsDouble());
        boolean solved = Boolean.TRUE.equals(trace.outcome().resolved());
        units.add(solved ? new Unit(one, List.of()) : new Unit(List.of(), one));
        low += score.getAsDouble() < Discrimination.BOUND ? 1 : 0;
      }
    }
    tell("tau against reward", units, figures);
    figures.add(Figure.told(name(), "tau: scored", units.size(), ""));
    figures.add(Figure.told(name(), "tau: unscored", unscored, ""));
    figures.add(Figure.told(name(), "tau: scored below 0.5", low, ""));
  }

  private void blind(List<Trace> traces, List<Figure> figures) {
    List<Unit> units = new ArrayList<>();
    SplitMix64 random = new SplitMix64(SEED);
    for (Trace trace : traces) {
      OptionalDouble whole = score(trace);
      OptionalDouble wrong =
          BlindCorruption.of(trace, random).map(this::score).orElse(OptionalDouble.empty());
      if (whole.isPresent() && wrong.isPresent()) {
        units.add(new Unit(List.of(whole.getAsDouble()), List.of(wrong.getAsDouble())));
      }
    }
    tell("tau, any digit, chosen blindly", units, figures);
  }

  /** One corruption of each kind that a conversation allows, chosen by a seeded draw. */
  private void corrupted(List<Trace> traces, List<Figure> figures) {
    Map<String, List<Unit>> byKind = new TreeMap<>();
    List<Unit> any = new ArrayList<>();
    SplitMix64 random = new SplitMix64(SEED);
    for (Trace trace : traces) {
      Map<String, List<Corrupted>> kinds = new LinkedHashMap<>();
      CorruptedTraces.of(trace)
          .forEach(one -> kinds.computeIfAbsent(one.kind(), k -> new ArrayList<>()).add(one));
      OptionalDouble whole = score(trace);
      if (kinds.isEmpty() || whole.isEmpty()) {
        continue;
      }
      List<Double> right = List.of(whole.getAsDouble());
      List<Double> wrong = new ArrayList<>();
      kinds.forEach((kind, ones) -> {
        OptionalDouble score = score(ones.get(random.index(ones.size())).trace().get());
        if (score.isPresent()) {
          List<Double> value = List.of(score.getAsDouble());
          byKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(new Unit(right, value));
          wrong.addAll(value);
        }
      });
      any.add(new Unit(right, wrong));
    }
    tell("tau, one claim corrupted", any, figures);
    byKind.forEach((kind, units) -> tell("tau, " + kind, units, figures));
  }

  private void invented(Path home, List<Figure> figures, Consumer<String> details)
      throws Exception {
    List<Unit> units = new ArrayList<>();
    int unscored = 0;
    for (Labelled conversation : LabelledTurns.read(home)) {
      List<Double> right = new ArrayList<>();
      List<Double> wrong = new ArrayList<>();
      for (Map.Entry<Trace, Boolean> turn : conversation.turns().entrySet()) {
        OptionalDouble score = score(turn.getKey());
        if (score.isEmpty()) {
          unscored++;
        } else {
          (turn.getValue() ? right : wrong).add(score.getAsDouble());
          details.accept(
              conversation.id() + "\t" + (turn.getValue() ? "right" : "wrong") + "\t" + score);
        }
      }
      units.add(new Unit(right, wrong));
    }
    tell("invented, by turn", units, figures);
    figures.add(Figure.told(name(), "invented: turns unscored", unscored, ""));
  }

  private void tell(String set, List<Unit> units, List<Figure> figures) {
    double right = units.stream().mapToInt(unit -> unit.right().size()).sum();
    double wrong = units.stream().mapToInt(unit -> unit.wrong().size()).sum();
    add(set + ": AUROC", Discrimination.auroc(units), figures);
    add(
        set + ": balanced accuracy at 0.5",
        Discrimination.balancedAccuracy(units, Discrimination.BOUND),
        figures);
    add(set + ": balanced accuracy at 0.8", Discrimination.balancedAccuracy(units, PASS), figures);
    figures.add(Figure.told(name(), set + ": right", right, ""));
    figures.add(Figure.told(name(), set + ": wrong", wrong, ""));
  }

  private void add(String what, Quantity<Measured> quantity, List<Figure> figures) {
    quantity
        .known()
        .ifPresent(measured -> {
          String interval =
              String.format(
                  Locale.ROOT,
                  "(95 %%: %.3f to %.3f)",
                  measured.interval().low(),
                  measured.interval().high());
          figures.add(Figure.told(name(), what, measured.value(), interval));
        });
  }
}
