package dev.assay.bench.check;

import dev.assay.core.trace.Trace;
import java.util.List;

/** Conversations of one origin. */
public record Corpus(String name, List<Trace> traces) {
  public Corpus {
    traces = List.copyOf(traces);
  }
}
