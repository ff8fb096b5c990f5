package dev.assay.bench.check;

import dev.assay.core.trace.Trace;
import java.util.List;

/** Conversations of one origin. */
record Corpus(String name, List<Trace> traces) {
  Corpus {
    traces = List.copyOf(traces);
  }
}
