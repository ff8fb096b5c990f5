package dev.assay.core.judge;

import dev.assay.core.feedback.Spend;
import dev.assay.core.statistics.PairedDifference;
import dev.assay.core.statistics.Quantity;
import java.util.List;

/**
 * What became of judging again.
 *
 * @param judged traces with a score
 * @param unscored traces with nothing to score
 * @param failed traces that cannot be judged
 * @param later traces whose failure may pass: nothing of them was kept, run it again for them
 * @param stopped traces that were left because the allowance was used up meanwhile
 */
public record RejudgeResult(
    int judged,
    int unscored,
    int failed,
    int later,
    int stopped,
    Spend spend,
    List<Change> changes) {
  public RejudgeResult {
    changes = List.copyOf(changes);
  }

  /**
   * How the new scores of a rubric differ from the ones before, on the same traces, unweighted.
   *
   * @param difference new minus old, high meaning good
   * @param passToFail traces that passed before and do not now
   */
  public record Change(
      String key, Quantity<PairedDifference> difference, int passToFail, int failToPass) {}
}
