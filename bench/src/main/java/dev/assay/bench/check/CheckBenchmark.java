package dev.assay.bench.check;

import dev.assay.core.check.commitment.CommitmentCheck;
import dev.assay.core.trace.Trace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The check over every parsed conversation of a corpus; one operation is all of them. */
@State(Scope.Benchmark)
public class CheckBenchmark {
  private final CommitmentCheck check = new CommitmentCheck();
  private List<Trace> traces = List.of();

  /** Reads and parses; not measured. */
  @Setup
  public void read() throws IOException {
    traces = CheckSpeed.traces(Path.of(System.getProperty("assay.home", ".")));
  }

  @Benchmark
  public long all() {
    long findings = 0;
    for (Trace trace : traces) {
      findings += check.assess(trace).getFirst().findings().size();
    }
    if (findings == 0) {
      throw new IllegalStateException("nothing found");
    }
    return findings;
  }
}
