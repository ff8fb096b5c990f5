package dev.assay.core.judge;

import dev.assay.core.statistics.Agreement;
import dev.assay.core.statistics.Confusion;
import dev.assay.core.statistics.Confusion.Rate;
import dev.assay.core.statistics.Quantity;
import java.time.Instant;
import java.util.List;

/**
 * How the versions of a judge agree with people under one key.
 *
 * @param versions in the order in which they began to speak
 * @param labelled traces that people judged
 * @param unpaired those of them that no version scored in the same revision
 */
public record AgreementReport(
    String key, List<Version> versions, List<Change> changes, int labelled, int unpaired) {
  public AgreementReport {
    versions = List.copyOf(versions);
    changes = List.copyOf(changes);
  }

  /**
   * One version of the judge.
   *
   * @param scored traces, whether people judged them or not
   * @param first when it began to speak; by the clock of judging
   * @param last when it last spoke
   */
  public record Version(
      String version, long scored, Instant first, Instant last, Figures figures) {}

  /**
   * The judge changed: figures before and after are not of one judge.
   *
   * @param at when the new version began to speak
   * @param what changed of it: rubric, prompt, model, or judge where that cannot be told
   * @param before scores of the old version
   * @param after scores of the new one
   */
  public record Change(
      Instant at, String from, String to, List<String> what, long before, long after) {
    public Change {
      what = List.copyOf(what);
    }
  }

  /**
   * What one version and people said of the same traces. Category 0 is fail, 1 is pass; people in
   * rows, the judge in columns. Weighted figures count each trace with the inverse of the
   * probability with which it was judged. Nothing corrects for which of the judged traces people
   * chose, so none of them is an estimate for all traffic.
   *
   * @param counts traces, unweighted
   * @param weighted the same by weight
   * @param kappa weighted
   * @param ac1 weighted
   * @param passRecall weighted: of what people passed, the share that the judge passed (TPR)
   * @param failRecall weighted: of what people failed, the share that the judge failed (TNR)
   * @param amongPeople Krippendorff's α of those who judged the same traces: no judge can be
   *     expected to agree better
   * @param reliability unweighted
   */
  public record Figures(
      int labelled,
      Confusion counts,
      Confusion weighted,
      Quantity<Agreement> kappa,
      Quantity<Agreement> ac1,
      Quantity<Rate> passRecall,
      Quantity<Rate> failRecall,
      Quantity<Double> amongPeople,
      Reliability reliability) {}
}
