package dev.assay.core.ingest;

import dev.assay.core.trace.Bytes;
import dev.assay.core.trace.Trace;
import java.util.List;
import java.util.stream.Collectors;

/** What came of reading a body. */
public sealed interface Reading {
  /**
   * A valid trace, redacted.
   *
   * @param stored its stored form
   */
  record Accepted(Trace trace, Bytes stored) implements Reading {}

  /** No trace, and why. */
  record Refused(List<Problem> problems) implements Reading {
    public Refused {
      problems = List.copyOf(problems);
    }

    /** All problems in one line, the first few in words. */
    public String reason() {
      String first =
          problems.stream().limit(5).map(Problem::toString).collect(Collectors.joining("; "));
      return problems.size() <= 5 ? first : first + "; and " + (problems.size() - 5) + " more";
    }
  }
}
