package dev.assay.cli.story;

import dev.assay.aws.Adapters;
import dev.assay.cli.demo.DemoTruth;
import dev.assay.cli.show.Verdicts;
import dev.assay.core.feedback.Feedback;
import dev.assay.core.feedback.Finding;
import dev.assay.core.sampling.DayTotals;
import dev.assay.core.sampling.SamplingPolicy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What happened, in figures; {@link StoryPage} and {@link StoryJson} tell it.
 *
 * @param sent bodies that went to the queue
 * @param seconds from the first body to the last feedback
 * @param deadLetters messages that nobody could take
 * @param verdicts commitments by verdict
 * @param alerts notifications on the alerts topic
 * @param truth the comparison with what was planted; null for a user's own traces
 */
public record Story(
    long sent,
    double seconds,
    Heard heard,
    DayTotals totals,
    SamplingPolicy policy,
    long deadLetters,
    Map<String, Integer> verdicts,
    List<Worst> worst,
    Scores scores,
    Map<String, Integer> review,
    int alerts,
    DemoTruth.@Nullable Report truth) {
  private static final int WORST = 3;
  private static final int MOST_REVIEW = 1_000;

  public Story {
    verdicts = Map.copyOf(verdicts);
    worst = List.copyOf(worst);
    review = Map.copyOf(review);
  }

  /** How the play went, as the one who played it knows. */
  public record Play(
      long sent, double seconds, long deadLetters, int alerts, DemoTruth.@Nullable Report truth) {}

  /** Puts the figures together. */
  public static Story of(Play play, Heard heard, DayTotals totals, Adapters adapters) {
    return new Story(
        play.sent(),
        play.seconds(),
        heard,
        totals,
        adapters.policyStore().current(),
        play.deadLetters(),
        verdicts(heard),
        Worst.of(heard, adapters, WORST),
        Scores.of(heard),
        review(adapters),
        play.alerts(),
        play.truth());
  }

  private static Map<String, Integer> verdicts(Heard heard) {
    Map<String, Integer> verdicts = new TreeMap<>();
    for (Heard.Line line : heard.lines()) {
      for (Feedback feedback : line.feedback()) {
        if (feedback.assessment().key().equals(Verdicts.COMMITMENTS)) {
          for (Finding finding : feedback.assessment().findings()) {
            verdicts.merge(finding.verdict(), 1, Integer::sum);
          }
        }
      }
    }
    return verdicts;
  }

  private static Map<String, Integer> review(Adapters adapters) {
    Map<String, Integer> reasons = new TreeMap<>();
    for (String project : adapters.ledger().projects()) {
      for (var item : adapters.reviewQueue().open(project, MOST_REVIEW)) {
        reasons.merge(item.reason().wireName(), 1, Integer::sum);
      }
    }
    return reasons;
  }

  /** The found in the form that the truth is compared with. */
  public static List<DemoTruth.Found> found(Heard heard) {
    return heard.lines().stream()
        .flatMap(line -> line.feedback().stream())
        .map(Story::found)
        .toList();
  }

  private static DemoTruth.Found found(Feedback feedback) {
    var assessment = feedback.assessment();
    Double score =
        assessment.verdict()
                instanceof
                dev.assay.core.feedback.Verdict.Scored(dev.assay.core.feedback.Score value)
            ? value.value()
            : null;
    return new DemoTruth.Found(
        feedback.trace().id().value(),
        assessment.key(),
        score,
        assessment.findings().stream()
            .map(finding -> new DemoTruth.Mark(finding.message(), finding.verdict()))
            .toList());
  }
}
