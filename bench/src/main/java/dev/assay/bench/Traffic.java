package dev.assay.bench;

import dev.assay.cli.demo.DemoScript;
import dev.assay.cli.demo.TraceFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Distinct traces of one size from the demo's scripts, the same for the same seed. */
final class Traffic {
  static final int BYTES = 8 << 10;

  private Traffic() {}

  static List<String> traces(Path home, long seed, int count) throws IOException {
    Instant day = Instant.now().minus(Duration.ofHours(24));
    TraceFactory factory =
        new TraceFactory(DemoScript.readAll(home.resolve("events/demo")), seed, day);
    List<String> traces = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      traces.add(factory.trace(i, BYTES));
    }
    return traces;
  }

  /** The same traces under other ids. */
  static List<String> renamed(List<String> traces, String prefix) {
    String before = "\"trace_id\":\"";
    return traces.stream().map(trace -> trace.replaceFirst(before, before + prefix)).toList();
  }
}
