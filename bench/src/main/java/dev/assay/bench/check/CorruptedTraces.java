package dev.assay.bench.check;

import dev.assay.core.trace.Trace;
import java.util.List;
import java.util.function.Supplier;

/** The corruptions of {@code check.recall} for measurements of other packages. */
public final class CorruptedTraces {
  private CorruptedTraces() {}

  /**
   * A trace in which one grounded claim is made wrong, or its evidence is taken away.
   *
   * @param kind in words
   */
  public record Corrupted(String kind, Supplier<Trace> trace) {}

  /** All of a trace, in a fixed order. */
  public static List<Corrupted> of(Trace trace) {
    return new Corruptions(trace)
        .all().stream()
            .filter(one -> !one.kind().isRestated())
            .map(one -> new Corrupted(one.kind().words(), one.trace()))
            .toList();
  }
}
