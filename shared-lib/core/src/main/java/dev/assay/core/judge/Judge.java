package dev.assay.core.judge;

import dev.assay.core.feedback.Evaluator;

/** An evaluator whose scores mean something to people: it says which of them want a look. */
public interface Judge extends Evaluator {
  /** What a score under the key means. */
  Thresholds thresholds(String key);
}
