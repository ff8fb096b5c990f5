package dev.assay.core.judge;

/**
 * A language model that answers a prompt: the port behind which every provider sits. Safe for use
 * by several threads at once. Does not throw for what a provider or network does wrong: that is a
 * {@link ModelReply.Faulty}.
 */
public interface JudgeModel {
  /** The provider's id of the model; part of a score's version. */
  String id();

  /** One call at temperature 0. Blocks until the answer is there or the time-out has passed. */
  ModelReply ask(Prompt prompt);

  /**
   * One call on these terms. A model that knows no terms answers as without.
   *
   * @return a passing fault when the answer cannot be there in time
   */
  default ModelReply ask(Prompt prompt, CallTerms terms) {
    return ask(prompt);
  }

  /**
   * What one {@link #ask} may cost at most, in US dollars, for the budget to reserve before it is
   * made. A judge that asks twice reserves twice. Without more knowledge, at the dearest price.
   */
  default double upperCostUsd(Prompt prompt) {
    return CostBound.UNKNOWN.of(prompt);
  }
}
