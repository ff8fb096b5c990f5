package dev.assay.core.judge;

import dev.assay.core.feedback.Assessment;
import dev.assay.core.feedback.Evaluator;
import dev.assay.core.trace.Trace;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** An evaluator whose scores mean something to people: it says which of them want a look. */
public interface Judge extends Evaluator {
  /** What a score under the key means. */
  Thresholds thresholds(String key);

  /**
   * The same with a limit of time: what cannot be had by then is a passing fault. A judge that
   * waits for nobody needs none.
   */
  default List<Assessment> assess(Trace trace, Instant until) {
    return assess(trace);
  }

  /**
   * What judging the trace may cost at most, in US dollars, known before it is done. What costs
   * nothing is judged at once; the rest waits for its window.
   */
  default double upperCostUsd(Trace trace) {
    return 0;
  }

  /**
   * The same judge asked under some of its keys alone.
   *
   * @param keys of its own, 1 or more
   */
  default Judge only(Set<String> keys) {
    return this;
  }
}
