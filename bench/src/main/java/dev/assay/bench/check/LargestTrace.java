package dev.assay.bench.check;

import dev.assay.core.trace.Step;
import dev.assay.core.trace.Trace;
import dev.assay.wire.Mappers;
import dev.assay.wire.tau.TauTraces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Checks the one largest conversation in a virtual machine of its own, with ever less heap. */
final class LargestTrace {
  private static final int[] HEAPS = {8, 12, 16, 24, 32, 48, 64, 96, 128};
  private static final int ROUNDS = 20;

  private LargestTrace() {}

  /** The smallest heap in MiB with which it runs, all of the virtual machine's own included. */
  static int smallestHeap(Path home) throws IOException, InterruptedException {
    for (int heap : HEAPS) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx" + heap + "m",
                  "-XX:+UseSerialGC",
                  "-Dassay.home=" + home.toAbsolutePath(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  LargestTrace.class.getName())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor() == 0) {
        return heap;
      }
    }
    return Integer.MAX_VALUE;
  }

  /** One run; ends with an error when the heap does not suffice. */
  public static void main(String[] arguments) throws IOException {
    Path home = Path.of(System.getProperty("assay.home", "."));
    Path tau = Corpora.shared(home, "data/tau").orElseThrow();
    String largest;
    try (Stream<String> lines = Files.lines(tau.resolve("traces.jsonl"))) {
      largest = lines.max(Comparator.comparingInt(String::length)).orElseThrow();
    }
    Trace trace = Corpora.trace(TauTraces.beside(tau).trace(Mappers.JSON.readTree(largest)));
    int found = 0;
    for (int i = 0; i < ROUNDS; i++) {
      found += Checked.findings(trace).size();
    }
    long characters = trace.steps().stream().map(Step::text).mapToLong(String::length).sum();
    System.out.println(characters + " characters, " + found / ROUNDS + " commitments");
  }
}
