package dev.assay.core.judge;

import dev.assay.core.feedback.Score;

/**
 * What a score of a rubric means. With {@link Direction#HIGHER} a score passes from {@code passAt}
 * on and wants a person's look below {@code reviewAt}; with {@link Direction#LOWER} it passes up to
 * {@code passAt} and wants a look above {@code reviewAt}.
 */
public record Thresholds(Direction direction, Score passAt, Score reviewAt) {
  /** Higher is better; passes from 0.8, a person looks below 0.5. */
  public static final Thresholds DEFAULT =
      new Thresholds(Direction.HIGHER, new Score(0.8), Score.HALF);

  public Thresholds {
    int order = passAt.compareTo(reviewAt);
    if (direction == Direction.HIGHER ? order < 0 : order > 0) {
      throw new IllegalArgumentException(
          "thresholds: expected no score that both passes and wants a review, got pass_at "
              + passAt.value()
              + " and review_at "
              + reviewAt.value());
    }
  }

  /** Whether a high score is good or bad. */
  public enum Direction {
    HIGHER,
    LOWER
  }

  /** Whether a person should look. */
  public boolean wantsReview(Score score) {
    int order = score.compareTo(reviewAt);
    return direction == Direction.HIGHER ? order < 0 : order > 0;
  }

  /** {@code pass}, {@code fail} where a person should look, {@code borderline} between them. */
  public String label(Score score) {
    int order = score.compareTo(passAt);
    if (direction == Direction.HIGHER ? order >= 0 : order <= 0) {
      return "pass";
    }
    return wantsReview(score) ? "fail" : "borderline";
  }

  /** Whether a score with high meaning good, as {@link #goodness} gives it, passes. */
  boolean passes(Score goodness) {
    return goodness.compareTo(goodness(passAt)) >= 0;
  }

  /** The score with high always meaning good, so that the worst are the lowest. */
  public Score goodness(Score score) {
    return direction == Direction.HIGHER ? score : new Score(1 - score.value());
  }
}
