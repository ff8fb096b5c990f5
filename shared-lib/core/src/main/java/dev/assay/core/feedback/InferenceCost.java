package dev.assay.core.feedback;

import dev.assay.core.trace.LlmCall;
import dev.assay.core.trace.Trace;
import dev.assay.core.trace.Usage;
import org.jspecify.annotations.Nullable;

/**
 * What the agent's own inference of a conversation cost: what the agent says, else its tokens at
 * the list price of the model that used them. Safe for use by several threads.
 */
public final class InferenceCost {
  private final PriceTable prices;

  public InferenceCost(PriceTable prices) {
    this.prices = prices;
  }

  /**
   * In US dollars.
   *
   * @return null when nobody said what it cost and a model or its price is not known: unknown is
   *     not free, and a price too high would raise the budget of the judge
   */
  public @Nullable Double of(Trace trace) {
    Double said = trace.usage().costUsd();
    if (said != null && said >= 0) {
      return said;
    }
    return trace.llmCalls().isEmpty() ? ofTokens(trace) : ofCalls(trace);
  }

  private @Nullable Double ofCalls(Trace trace) {
    double sum = 0;
    for (LlmCall call : trace.llmCalls()) {
      Double cost = call.costUsd();
      Double one =
          cost != null && cost >= 0
              ? cost
              : cost(
                  call.model() == null ? trace.agent().model() : call.model(),
                  new TokenUse(
                      call.inputTokens(), call.cachedInputTokens(), 0, call.outputTokens()));
      if (one == null) {
        return null;
      }
      sum += one;
    }
    return sum;
  }

  private @Nullable Double ofTokens(Trace trace) {
    Usage usage = trace.usage();
    return cost(trace.agent().model(), new TokenUse(usage.inputTokens(), usage.outputTokens()));
  }

  private @Nullable Double cost(@Nullable String model, TokenUse tokens) {
    if (model == null || tokens.input() + tokens.output() == 0) {
      return null;
    }
    return prices.of(model).map(price -> price.of(tokens).costUsd()).orElse(null);
  }
}
