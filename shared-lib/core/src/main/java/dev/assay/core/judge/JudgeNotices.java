package dev.assay.core.judge;

import dev.assay.core.feedback.Alert;
import dev.assay.core.feedback.Alerts;
import dev.assay.core.feedback.Feedback;
import dev.assay.core.feedback.LowScores;
import dev.assay.core.feedback.ReviewItem;
import dev.assay.core.feedback.ReviewRequests;
import dev.assay.core.feedback.Score;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.judge.JudgeLog.Decision;
import dev.assay.core.trace.Handed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tells people of low scores, and notes every score where the lowest are looked for. */
final class JudgeNotices {
  private final LowScores lowScores;
  private final ReviewRequests review;
  private final Alerts alerts;

  JudgeNotices(JudgeBatch.Ports ports) {
    this.lowScores = ports.lowScores();
    this.review = ports.review();
    this.alerts = ports.alerts();
  }

  /** Says it once for each trace, however often it is told. */
  void tell(Map<Handed, Decision> decided, Judges judges) {
    List<String> lines = new ArrayList<>();
    decided.forEach((trace, decision) -> {
      Judge judge = judges.of(trace.project());
      decision.feedback().forEach(feedback -> note(judge, trace, feedback));
      worst(judge, decision)
          .filter(worst -> review.request(item(trace, worst)))
          .ifPresent(worst -> lines.add(trace.key().id() + "  " + words(worst)));
    });
    if (!lines.isEmpty()) {
      String subject = lines.size() + (lines.size() == 1 ? " trace waits" : " traces wait");
      alerts.send(new Alert(subject + " for review", String.join("\n", lines)));
    }
  }

  /** Whether a decision asks for a person's look. */
  static boolean wantsReview(Judge judge, Decision decision) {
    return worst(judge, decision).isPresent();
  }

  private void note(Judge judge, Handed trace, Feedback feedback) {
    if (feedback.assessment().verdict() instanceof Verdict.Scored(Score score)) {
      lowScores.note(
          trace, feedback, judge.thresholds(feedback.assessment().key()).goodness(score));
    }
  }

  /** A score that asks for a person's look. */
  private record Worst(Feedback feedback, Score score, double goodness) {}

  /** There is one item for each trace: it is about the rubric that went worst. */
  private static Optional<Worst> worst(Judge judge, Decision decision) {
    List<Worst> wanted = new ArrayList<>();
    for (Feedback feedback : decision.feedback()) {
      if (feedback.assessment().verdict() instanceof Verdict.Scored(Score score)) {
        Thresholds thresholds = judge.thresholds(feedback.assessment().key());
        if (thresholds.wantsReview(score)) {
          wanted.add(new Worst(feedback, score, thresholds.goodness(score).value()));
        }
      }
    }
    return wanted.stream().min(Comparator.comparingDouble(Worst::goodness));
  }

  private static ReviewItem item(Handed trace, Worst worst) {
    return new ReviewItem(
        trace.key(),
        trace.project(),
        ReviewItem.Reason.LOW_JUDGE_SCORE,
        worst.goodness(),
        words(worst),
        worst.feedback().createdAt());
  }

  private static String words(Worst worst) {
    return String.format(
        Locale.ROOT,
        "%s %.2f by %s",
        worst.feedback().assessment().key(),
        worst.score().value(),
        worst.feedback().source().name());
  }
}
