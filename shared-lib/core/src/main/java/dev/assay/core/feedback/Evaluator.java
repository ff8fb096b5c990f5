package dev.assay.core.feedback;

import dev.assay.core.trace.Trace;
import java.util.List;

/**
 * Anything that assesses a trace. The same object runs online and offline. Implementations are safe
 * for use by several threads at once and do not throw for bad conversations: what cannot be
 * assessed is {@link Verdict.Unscored} or {@link Verdict.Failed}.
 */
public interface Evaluator {
  /** Name and version; the version changes whenever the same trace could get another answer. */
  Source source();

  /** Who speaks under one key: the evaluator itself, unless it speaks for several. */
  default Source source(String key) {
    return source();
  }

  /**
   * One assessment for each key this evaluator serves; empty when the trace is none of its kind.
   */
  List<Assessment> assess(Trace trace);
}
