package dev.assay.bench.judge;

import com.sun.management.OperatingSystemMXBean;
import dev.assay.bench.Figure;
import dev.assay.bench.Measurement;
import dev.assay.bench.check.Corpora;
import dev.assay.core.ingest.Reading;
import dev.assay.core.judge.Judge;
import dev.assay.core.judge.JudgeBatch;
import dev.assay.core.judge.JudgeModel;
import dev.assay.core.judge.Marks;
import dev.assay.core.judge.Panel;
import dev.assay.core.judge.PromptWriter;
import dev.assay.core.judge.Rubric;
import dev.assay.core.judge.RubricJudge;
import dev.assay.core.judge.RubricSet;
import dev.assay.core.trace.Bytes;
import dev.assay.wire.JsonTraceFormat;
import dev.assay.wire.Mappers;
import dev.assay.wire.judge.BuiltInRubrics;
import dev.assay.wire.judge.JsonAnswerReader;
import dev.assay.wire.tau.TauTraces;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What judging costs beside the model's own time: stored trace to stored decision, all built-in
 * rubrics that are asked by default in one call, over the real conversations of tau; the heap over
 * a hundred thousand traces; and slow calls at once.
 */
public final class JudgeOverhead implements Measurement {
  private static final int WARM_UP = 3_000;
  private static final int[] STOPS = {10_000, 50_000, 100_000};
  private static final int BATCH = 100;
  private static final int AT_ONCE = 200;
  private static final long SLOW_MS = 100;
  private static final double MOST_MS = 3;

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @Override
  public String name() {
    return "judge.overhead";
  }

  @Override
  public String about() {
    return "CPU a judged trace without the model's, heap over 100,000, 200 slow calls at once";
  }

  @Override
  public List<Figure> measure(Path home, Consumer<String> details) throws Exception {
    List<Bytes> bodies = bodies(home);
    if (bodies.isEmpty()) {
      System.err.println("skipped: tau is not in shared/data");
      return List.of();
    }
    List<Figure> figures = new ArrayList<>();
    processorAndHeap(new InProcess(bodies), figures, details);
    slowCalls(new InProcess(bodies), figures);
    return figures;
  }

  private static List<Bytes> bodies(Path home) throws IOException {
    Optional<Path> tau = Corpora.shared(home, "data/tau");
    if (tau.isEmpty()) {
      return List.of();
    }
    TauTraces reader = TauTraces.beside(tau.get());
    JsonTraceFormat format = JsonTraceFormat.verbatim(InstantSource.system());
    List<Bytes> bodies = new ArrayList<>();
    for (String line : Files.readAllLines(tau.get().resolve("traces.jsonl"))) {
      Bytes json =
          Bytes.of(Mappers.JSON.writeValueAsBytes(reader.trace(Mappers.JSON.readTree(line))));
      if (format.read(json) instanceof Reading.Accepted accepted) {
        bodies.add(accepted.stored());
      }
    }
    return bodies;
  }

  private static JudgeBatch batch(InProcess stores, JudgeModel model, int concurrency) {
    List<Rubric> asked =
        BuiltInRubrics.all().stream()
            .filter(rubric -> BuiltInRubrics.ASKED_BY_DEFAULT.contains(rubric.id()))
            .toList();
    Judge judge =
        new RubricJudge(
            new RubricSet(asked),
            Panel.of(model),
            new JsonAnswerReader(),
            new PromptWriter(),
            Marks.from(new SecureRandom()));
    return new JudgeBatch(stores.ports(), project -> judge, concurrency, InstantSource.system());
  }

  private static void judge(JudgeBatch batch, InProcess stores, int from, int to) {
    for (int at = from; at < to; at += BATCH) {
      batch.judge(
          "b" + at, stores.due(at, Math.min(BATCH, to - at)), 1, true, Instant.EPOCH, Instant.MAX);
    }
  }

  private void processorAndHeap(InProcess stores, List<Figure> figures, Consumer<String> details) {
    JudgeBatch batch = batch(stores, new InstantModel(0), 8);
    judge(batch, stores, 0, WARM_UP);
    int done = 0;
    double least = Double.MAX_VALUE;
    double growth = 0;
    long cpu = 0;
    for (int stop : STOPS) {
      long start = SYSTEM.getProcessCpuTime();
      judge(batch, stores, done, stop);
      cpu += SYSTEM.getProcessCpuTime() - start;
      done = stop;
      double last = liveMiB();
      growth = last - least;
      least = Math.min(least, last);
      details.accept(stop + " traces: " + last + " MiB live");
      figures.add(Figure.told(name(), "live heap after " + stop + " traces", last, "MiB"));
    }
    figures.add(Figure.atMost(name(), "the last above the least before", growth, "MiB", 1));
    double ms = cpu / 1e6 / done;
    figures.addFirst(
        Figure.atMost(name(), "CPU a trace, collector and compiler included", ms, "ms", MOST_MS));
    double share = stores.scored.get() / (double) (stores.scored.get() + stores.others.get());
    figures.add(Figure.atLeast(name(), "of all asked rubrics scored", share, "", 0.99));
  }

  private static double liveMiB() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024.0 / 1024;
  }

  private void slowCalls(InProcess stores, List<Figure> figures) {
    JudgeBatch batch = batch(stores, new InstantModel(SLOW_MS), AT_ONCE);
    judgeAtOnce(batch, stores);
    THREADS.resetPeakThreadCount();
    int before = THREADS.getThreadCount();
    long start = System.nanoTime();
    judgeAtOnce(batch, stores);
    double ms = (System.nanoTime() - start) / 1e6;
    int more = THREADS.getPeakThreadCount() - before;
    figures.add(
        Figure.atMost(
            name(), AT_ONCE + " calls of 100 ms at once, all done after", ms, "ms", 5 * SLOW_MS));
    figures.add(Figure.atMost(name(), "platform threads more than before", more, "", 8));
  }

  private static void judgeAtOnce(JudgeBatch batch, InProcess stores) {
    batch.judge("slow", stores.due(0, AT_ONCE), 1, true, Instant.EPOCH, Instant.MAX);
  }
}
