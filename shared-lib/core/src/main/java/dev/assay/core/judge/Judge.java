package dev.assay.core.judge;

import dev.assay.core.feedback.Evaluator;
import dev.assay.core.trace.Trace;

/** An evaluator whose scores mean something to people: it says which of them want a look. */
public interface Judge extends Evaluator {
  /** What a score under the key means. */
  Thresholds thresholds(String key);

  /**
   * What judging the trace may cost at most, in US dollars, known before it is done. What costs
   * nothing is judged at once; the rest waits for its window.
   */
  default double upperCostUsd(Trace trace) {
    return 0;
  }
}
