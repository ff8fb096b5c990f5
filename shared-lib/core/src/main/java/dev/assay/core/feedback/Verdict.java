package dev.assay.core.feedback;

/** What came of an assessment. A failure is not a low score, and neither is a skipped one. */
public sealed interface Verdict {
  record Scored(Score score) implements Verdict {}

  /** Deliberately without a score: nothing to measure, sampled out, over budget, filtered. */
  record Unscored(String reason) implements Verdict {}

  record Failed(Fault fault) implements Verdict {}

  static Verdict scored(double value) {
    return new Scored(new Score(value));
  }

  static Verdict unscored(String reason) {
    return new Unscored(reason);
  }

  static Verdict failed(String reason) {
    return new Failed(new Fault(reason, false));
  }
}
