package dev.assay.models;

import dev.assay.core.feedback.PriceTable;
import dev.assay.core.feedback.Spend;
import dev.assay.core.feedback.TokenUse;
import dev.assay.core.judge.CallTerms;
import dev.assay.core.judge.CostBound;
import dev.assay.core.judge.ModelReply;
import dev.assay.core.judge.ModelReply.Cause;
import dev.assay.core.judge.Prompt;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** What every call of a model is made under. */
record Terms(CallLimits limits, PriceTable prices) {
  static final ModelReply OUT_OF_TIME =
      Statuses.fault("the time for the judge's call was over", Cause.DOWN, null);

  /** How long an attempt may take; empty when it may not begin. */
  Optional<Duration> left(CallTerms asked, InstantSource clock) {
    if (asked.until() == null) {
      return Optional.of(limits.answer());
    }
    Duration left = Duration.between(clock.instant(), asked.until());
    if (!left.isPositive()) {
      return Optional.empty();
    }
    return Optional.of(left.compareTo(limits.answer()) < 0 ? left : limits.answer());
  }

  /** What one attempt may cost at most. */
  double upperCostUsd(String model, Prompt prompt) {
    return new CostBound(prices.orDearest(model), limits.outputTokens(prompt), 1).of(prompt);
  }

  /** What an answer cost at most that was begun and never read whole. */
  Spend lost(String model, Prompt prompt) {
    TokenUse most = new TokenUse(CostBound.inputTokens(prompt), limits.outputTokens(prompt));
    return prices.spend(model, most).asEstimate();
  }

  /** What a call cost whose provider did not say so. */
  Spend unsaid(String model, Prompt prompt, String answer) {
    TokenUse likely = new TokenUse(CostBound.inputTokens(prompt), CostBound.tokens(answer));
    return prices.spend(model, likely).asEstimate();
  }
}
