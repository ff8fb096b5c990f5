package dev.assay.core.check;

import dev.assay.core.feedback.Assessment;
import dev.assay.core.feedback.Evaluator;
import dev.assay.core.feedback.InferenceCost;
import dev.assay.core.feedback.Source;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.trace.Trace;
import java.util.List;
import java.util.Locale;

/**
 * What the agent's own inference of the conversation cost, in US dollars, as the agent says or by
 * the price of its tokens. Unscored when neither is known: unknown is not free.
 */
public final class Cost implements Evaluator {
  /** The key of its assessment. */
  public static final String KEY = "cost";

  /** Our own default: up to ten cents is full marks, a dollar is none. */
  public static final Ramp DEFAULT_USD = new Ramp(0.10, 1.00);

  private static final Source SOURCE = new Source(Source.Type.CHECK, KEY, "2");
  private final Ramp usd;
  private final InferenceCost inference;

  /**
   * Creates the check.
   *
   * @param usd what a conversation may cost, in US dollars
   */
  public Cost(Ramp usd, InferenceCost inference) {
    this.usd = usd;
    this.inference = inference;
  }

  @Override
  public Source source() {
    return SOURCE;
  }

  @Override
  public List<Assessment> assess(Trace trace) {
    Double cost = inference.of(trace);
    if (cost == null) {
      String reason = "nobody said what the conversation cost, and its tokens have no known price";
      return List.of(Assessment.of(KEY, Verdict.unscored(reason), null, reason));
    }
    String value = String.format(Locale.ROOT, "USD %.4f", cost);
    return List.of(
        Assessment.of(KEY, Verdict.scored(usd.score(cost)), value, "the inference cost " + value));
  }
}
