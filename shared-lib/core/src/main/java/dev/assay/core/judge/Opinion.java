package dev.assay.core.judge;

import dev.assay.core.feedback.Assessment;
import dev.assay.core.feedback.Score;
import dev.assay.core.feedback.Spend;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.trace.Trace;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the models made of one rubric.
 *
 * @param first the first model's checklists, one a repeat, 1 or more
 * @param second the second model's; null when it was not asked or did not answer
 */
record Opinion(Rubric rubric, List<Checklist> first, @Nullable Checklist second) {
  Opinion {
    first = List.copyOf(first);
  }

  /** The mean over repeats; with a second model the mean of both models. */
  Score score() {
    double own = mean();
    return new Score(Math.clamp(second == null ? own : (own + second.score()) / 2, 0, 1));
  }

  boolean isIn(Doubt doubt) {
    return doubt.has(mean());
  }

  Opinion with(Checklist other) {
    return new Opinion(rubric, first, other);
  }

  Assessment assessment(Trace trace, boolean cut, Spend spend) {
    Checklist shown = first.getFirst();
    String comment = shown.comment();
    return new Assessment(
        rubric.id(),
        new Verdict.Scored(score()),
        value(),
        cut ? comment + " (trace cut for the judge)" : comment,
        shown.findings(trace),
        spend);
  }

  /** Such as {@code pass, 4 of 5 items; 3 repeats, spread 0.20; second judge 0.60}. */
  private String value() {
    StringBuilder out = new StringBuilder(rubric.thresholds().label(score()));
    out.append(", ").append(first.getFirst().value());
    if (first.size() > 1) {
      double low = first.stream().mapToDouble(Checklist::score).min().orElse(0);
      double high = first.stream().mapToDouble(Checklist::score).max().orElse(0);
      out.append(String.format(Locale.ROOT, "; %d repeats, spread %.2f", first.size(), high - low));
    }
    if (second != null) {
      out.append(String.format(Locale.ROOT, "; second judge %.2f", second.score()));
    }
    return out.toString();
  }

  private double mean() {
    return first.stream().mapToDouble(Checklist::score).average().orElse(0);
  }
}
