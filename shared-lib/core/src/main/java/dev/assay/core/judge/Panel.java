package dev.assay.core.judge;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The models that answer.
 *
 * @param first asked about every trace
 * @param second of another family, asked where the first is in doubt or the trace was escalated;
 *     null for none
 * @param asks the terms of each ask of the first, 1 or more; the spread of its scores is kept
 * @param doubt first scores that want the second
 */
public record Panel(
    JudgeModel first, @Nullable JudgeModel second, List<CallTerms> asks, Doubt doubt) {
  public Panel {
    asks = List.copyOf(asks);
    if (asks.isEmpty()) {
      throw new IllegalArgumentException("repeats: expected 1 or more, got 0");
    }
  }

  /** The first asked so often, always at temperature 0. */
  public Panel(JudgeModel first, @Nullable JudgeModel second, int repeats) {
    this(first, second, Collections.nCopies(repeats, CallTerms.STANDARD), Doubt.DEFAULT);
  }

  /** One model, asked once. */
  public static Panel of(JudgeModel model) {
    return new Panel(model, null, 1);
  }

  /** Repeats and a second model included, each asked again once; US dollars. */
  public double upperCostUsd(Prompt prompt) {
    double once = asks.size() * first.upperCostUsd(prompt);
    double both = second == null ? once : once + second.upperCostUsd(prompt);
    return Interview.ATTEMPTS * both;
  }

  /** Names the models and repeats; part of a score's version. */
  String version() {
    double temperature = asks.getLast().temperature();
    String warm = temperature == 0 ? "" : "@" + temperature;
    String repeated = asks.size() == 1 ? first.id() : first.id() + "*" + asks.size() + warm;
    return second == null ? repeated : repeated + "," + second.id();
  }
}
