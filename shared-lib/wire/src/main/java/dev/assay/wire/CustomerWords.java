package dev.assay.wire;

import dev.assay.core.trace.Step;
import dev.assay.core.trace.Trace;

/** The customer's words, as many as a language detector needs. */
final class CustomerWords {
  private static final int ENOUGH_CHARS = 400;

  private CustomerWords() {}

  static String of(Trace trace) {
    StringBuilder words = new StringBuilder();
    for (Step step : trace.steps()) {
      if (step instanceof Step.UserTurn turn && words.length() < ENOUGH_CHARS) {
        words.append(turn.text()).append('\n');
      }
    }
    return words.toString();
  }
}
