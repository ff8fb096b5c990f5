package dev.assay.bench.check;

import dev.assay.bench.Figure;
import dev.assay.bench.Measurement;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.Trace;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** JMH over {@link CheckBenchmark}: one thread, so the figure is for one core. */
final class CheckSpeed implements Measurement {
  private static final double LEAST_TURNS = 40_000;
  private static final double MOST_HEAP = 64;
  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
  private static final long WARM_UP_NANOS = 6_000_000_000L;
  private static final long MEASURED_NANOS = 4_000_000_000L;

  @Override
  public String name() {
    return "check.speed";
  }

  @Override
  public String about() {
    return "JMH: assistant turns of tau a second and core, from parsed trace to verdict";
  }

  static List<Trace> traces(Path home) throws IOException {
    return Corpora.read(home).stream()
        .filter(corpus -> corpus.name().equals("tau"))
        .findFirst()
        .map(Corpus::traces)
        .orElse(List.of());
  }

  @Override
  public List<Figure> measure(Path home, Consumer<String> details) throws Exception {
    List<Trace> traces = traces(home);
    if (traces.isEmpty()) {
      return List.of();
    }
    RunResult run = new Runner(options(home)).run().iterator().next();
    long spoken = turns(traces, turn -> !turn.text().isBlank());
    double passes = run.getPrimaryResult().getScore();
    double error = run.getPrimaryResult().getScoreError();
    Result<?> allocated = run.getSecondaryResults().get("gc.alloc.rate.norm");
    List<Figure> figures = new ArrayList<>();
    figures.add(
        Figure.atLeast(name(), "assistant turns with text", passes * spoken, "1/s", LEAST_TURNS));
    figures.add(Figure.told(name(), "99.9 % interval, either side", error * spoken, "1/s"));
    double ofCpu = spoken / cpuSeconds(traces);
    figures.add(Figure.told(name(), "the same for each CPU-second of the thread", ofCpu, "1/s"));
    double all = passes * turns(traces, turn -> true);
    figures.add(Figure.told(name(), "all assistant messages", all, "1/s"));
    if (allocated != null) {
      double bytes = allocated.getScore() / spoken;
      figures.add(Figure.told(name(), "allocated a turn with text", bytes, "B"));
    }
    double heap = LargestTrace.smallestHeap(home);
    figures.add(Figure.atMost(name(), "heap that the largest trace needs", heap, "MiB", MOST_HEAP));
    return figures;
  }

  /**
   * Of one pass in this process, the thread's own time: what it would be on a core of its own, the
   * collector of garbage aside.
   */
  private static double cpuSeconds(List<Trace> traces) {
    passesWithin(traces, WARM_UP_NANOS);
    long start = THREAD.getCurrentThreadCpuTime();
    int passes = passesWithin(traces, MEASURED_NANOS);
    return (THREAD.getCurrentThreadCpuTime() - start) / 1e9 / passes;
  }

  private static int passesWithin(List<Trace> traces, long nanos) {
    long end = THREAD.getCurrentThreadCpuTime() + nanos;
    int passes = 0;
    while (THREAD.getCurrentThreadCpuTime() < end) {
      traces.forEach(Checked::findings);
      passes++;
    }
    return passes;
  }

  private static long turns(List<Trace> traces, Predicate<Step.AgentTurn> which) {
    return traces.stream()
        .flatMap(trace -> trace.steps().stream())
        .filter(step -> step instanceof Step.AgentTurn turn && which.test(turn))
        .count();
  }

  private static Options options(Path home) {
    return new OptionsBuilder()
        .include(CheckBenchmark.class.getName() + ".all")
        .mode(Mode.Throughput)
        .timeUnit(TimeUnit.SECONDS)
        .threads(1)
        .forks(2)
        .warmupIterations(4)
        .warmupTime(TimeValue.seconds(3))
        .measurementIterations(5)
        .measurementTime(TimeValue.seconds(3))
        .addProfiler(GCProfiler.class)
        .jvmArgs(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-Dassay.home=" + home.toAbsolutePath())
        .verbosity(VerboseMode.SILENT)
        .build();
  }
}
