package dev.assay.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Traces from sending to feedback for each second of CPU, with everything in this JVM. */
final class LoopLocal implements Measurement {
  private static final int WARM_UP_ROUNDS = 4;
  private static final int TRACES = 10_000;
  private static final int JUDGED_BP = 1_650;

  @Override
  public String name() {
    return "loop.local";
  }

  @Override
  public String about() {
    return "traces of 8 KB end to end for each CPU-second, sender and all services in one JVM";
  }

  @Override
  public List<Figure> measure(Path home, Consumer<String> details) throws Exception {
    List<String> traces = Traffic.traces(home, 3, TRACES);
    try (Run run = new Run(home, JUDGED_BP)) {
      // The optimising compiler is still at work after 10,000 traces, and is no cost of a trace.
      for (int round = 0; round < WARM_UP_ROUNDS; round++) {
        run.send(Traffic.renamed(traces, "warm-up-" + round + "-"));
        run.await((round + 1L) * TRACES);
      }
      long cpu = cpuNanos();
      long wall = System.nanoTime();
      run.send(traces);
      run.await((WARM_UP_ROUNDS + 1L) * TRACES);
      double cpuSeconds = (cpuNanos() - cpu) / 1e9;
      double wallSeconds = (System.nanoTime() - wall) / 1e9;
      return List.of(
          Figure.atLeast(name(), "traces for each CPU-second", TRACES / cpuSeconds, "1/s", 400),
          Figure.told(name(), "traces for each second", TRACES / wallSeconds, "1/s"));
    }
  }

  private static long cpuNanos() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime();
  }
}
