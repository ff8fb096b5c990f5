package dev.assay.core.check;

import dev.assay.core.check.CheckLog.Checked;
import dev.assay.core.feedback.Alert;
import dev.assay.core.feedback.Alerts;
import dev.assay.core.feedback.Feedback;
import dev.assay.core.feedback.Finding;
import dev.assay.core.feedback.LowScores;
import dev.assay.core.feedback.ReviewItem;
import dev.assay.core.feedback.ReviewRequests;
import dev.assay.core.feedback.Score;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.sampling.DayTotals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells people of what the checks found: the low-score index, the review queue and an alert. */
public final class Notices {
  /** The key under which commitments are assessed. */
  public static final String COMMITMENTS = "commitments";

  /** Verdicts that a person hears of at once; the command's contract lists them. */
  private static final Set<String> ALERTED =
      Set.of("contradicted", "misattributed", "wrong_object", "ghost", "action_failed");

  private static final int MAX_LINES = 20;

  private final LowScores lowScores;
  private final ReviewRequests review;
  private final Alerts alerts;
  private final String place;

  /**
   * Wires the notices.
   *
   * @param place what an alert's subject calls this deployment
   */
  public Notices(LowScores lowScores, ReviewRequests review, Alerts alerts, String place) {
    this.lowScores = lowScores;
    this.review = review;
    this.alerts = alerts;
    this.place = place;
  }

  /** Whether a trace counts as alerted or flagged, by the name of its counter. */
  static Optional<String> severity(Checked result) {
    for (Feedback feedback : result.feedback()) {
      if (feedback.assessment().key().equals(COMMITMENTS)
          && feedback.assessment().verdict() instanceof Verdict.Scored(Score score)
          && score.value() < 1) {
        return Optional.of(score.value() == 0 ? DayTotals.ALERTED : DayTotals.FLAGGED);
      }
    }
    return Optional.empty();
  }

  void tell(List<Checked> results, Instant now) {
    List<String> lines = new ArrayList<>();
    for (Checked result : results) {
      for (Feedback feedback : result.feedback()) {
        if (feedback.assessment().verdict() instanceof Verdict.Scored(Score score)) {
          tell(result, feedback, score, lines, now);
        }
      }
    }
    if (!lines.isEmpty()) {
      alerts.send(alert(lines));
    }
  }

  private void tell(
      Checked result, Feedback feedback, Score score, List<String> lines, Instant now) {
    boolean commitments = feedback.assessment().key().equals(COMMITMENTS);
    if (score.value() < 0.5 || (commitments && score.value() < 1)) {
      lowScores.note(result.trace(), feedback, score);
    }
    if (commitments && score.value() == 0) {
      String line = line(feedback);
      lines.add(result.trace().key().id() + "  " + line);
      review.request(
          new ReviewItem(
              result.trace().key(),
              result.trace().project(),
              ReviewItem.Reason.COMMITMENT,
              score.value(),
              line,
              now));
    }
  }

  private static String line(Feedback feedback) {
    for (Finding finding : feedback.assessment().findings()) {
      if (ALERTED.contains(finding.verdict())) {
        String nearest = finding.nearest();
        return finding.type()
            + " "
            + (finding.normalised() == null ? "" : finding.normalised())
            + " "
            + finding.verdict()
            + (nearest == null ? "" : "; nearest evidence " + nearest);
      }
    }
    return feedback.assessment().comment();
  }

  private Alert alert(List<String> lines) {
    String subject =
        lines.size() == 1
            ? place + ": a commitment that no evidence supports"
            : place + ": " + lines.size() + " traces with commitments that no evidence supports";
    List<String> shown = lines.subList(0, Math.min(lines.size(), MAX_LINES));
    String rest = lines.size() > MAX_LINES ? "\nand " + (lines.size() - MAX_LINES) + " more" : "";
    return new Alert(subject, String.join("\n", shown) + rest);
  }
}
