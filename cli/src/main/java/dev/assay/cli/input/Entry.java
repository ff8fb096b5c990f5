package dev.assay.cli.input;

import dev.assay.core.trace.Bytes;
import dev.assay.core.trace.Trace;

/** One document of a file. */
public sealed interface Entry {
  /** File and line, such as {@code traces.jsonl:12}. */
  String place();

  /**
   * A trace.
   *
   * @param body its JSON by the trace contract
   */
  record Valid(String place, Trace trace, Bytes body) implements Entry {}

  /**
   * None, and why.
   *
   * @param reason field path, what was expected and what came
   */
  record Invalid(String place, String reason) implements Entry {
    @Override
    public String toString() {
      return place + ": " + reason;
    }
  }
}
