package dev.assay.core.judge;

import org.jspecify.annotations.Nullable;

/**
 * The models that answer.
 *
 * @param first asked about every trace
 * @param second of another family, asked where the first is in doubt or the trace was escalated;
 *     null for none
 * @param repeats how often the first is asked, 1 or more; the spread of its scores is kept
 */
public record Panel(JudgeModel first, @Nullable JudgeModel second, int repeats) {
  public Panel {
    if (repeats < 1) {
      throw new IllegalArgumentException("repeats: expected 1 or more, got " + repeats);
    }
  }

  /** One model, asked once. */
  public static Panel of(JudgeModel model) {
    return new Panel(model, null, 1);
  }

  /** Repeats and a second model included, each asked again once; US dollars. */
  public double upperCostUsd(Prompt prompt) {
    double once = repeats * first.upperCostUsd(prompt);
    double both = second == null ? once : once + second.upperCostUsd(prompt);
    return Interview.ATTEMPTS * both;
  }

  /** Names the models and repeats; part of a score's version. */
  String version() {
    String repeated = repeats == 1 ? first.id() : first.id() + "*" + repeats;
    return second == null ? repeated : repeated + "," + second.id();
  }
}
