package dev.assay.cli.story;

import dev.assay.core.feedback.Feedback;
import dev.assay.core.feedback.Score;
import dev.assay.core.feedback.Source;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.judge.RubricJudge;
import dev.assay.core.judge.evidence.EvidenceJudge;
import dev.assay.core.trace.TraceKey;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the judge said of faithfulness, in figures: scores of different rubrics have no mean.
 *
 * @param n how many were scored
 * @param mean of the scored; plain, not weighted by the sampling
 * @param lowest the lowest score and its trace
 * @param unscored judged without a score, by intent
 * @param failed judged in vain
 */
record Scores(int n, double mean, @Nullable Low lowest, int unscored, int failed) {
  /** What was not judged at all stands under the judge's name. */
  private static final Set<String> COUNTED =
      Set.of(EvidenceJudge.KEY, EvidenceJudge.NAME, RubricJudge.NAME);

  record Low(TraceKey trace, double score) {}

  static Scores of(Heard heard) {
    int n = 0;
    int unscored = 0;
    int failed = 0;
    double sum = 0;
    Low lowest = null;
    for (Heard.Line line : heard.lines()) {
      for (Feedback feedback : line.feedback()) {
        if (feedback.source().type() != Source.Type.JUDGE || isOfAnother(feedback)) {
          continue;
        }
        switch (feedback.assessment().verdict()) {
          case Verdict.Scored(Score score) -> {
            n++;
            sum += score.value();
            if (lowest == null || score.value() < lowest.score()) {
              lowest = new Low(feedback.trace(), score.value());
            }
          }
          case Verdict.Unscored _ -> unscored++;
          case Verdict.Failed _ -> failed++;
        }
      }
    }
    return new Scores(n, n == 0 ? 0 : sum / n, lowest, unscored, failed);
  }

  private static boolean isOfAnother(Feedback feedback) {
    return !COUNTED.contains(feedback.assessment().key());
  }

  Optional<Low> low() {
    return Optional.ofNullable(lowest);
  }
}
