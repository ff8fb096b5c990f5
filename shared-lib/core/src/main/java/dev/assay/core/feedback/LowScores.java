package dev.assay.core.feedback;

import dev.assay.core.trace.Handed;

/** Lets the lowest scores be found without looking at the others. */
public interface LowScores {
  /** Notes a score. Doing so twice changes nothing. */
  void note(Handed trace, Feedback feedback, Score score);
}
