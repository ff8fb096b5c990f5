package dev.assay.core.check;

import dev.assay.core.check.commitment.CommitmentCheck;
import dev.assay.core.check.voice.VoiceTiming;
import dev.assay.core.feedback.Evaluator;
import dev.assay.core.feedback.InferenceCost;
import dev.assay.core.feedback.PriceTable;
import java.util.List;

/** The evaluators that every trace passes through. */
public final class Checks {
  private Checks() {}

  /** With their default thresholds, in the order in which people read them. */
  public static List<Evaluator> standard() {
    return List.of(
        new CommitmentCheck(),
        new ToolErrors(),
        new ToolLoops(),
        new VoiceTiming(VoiceTiming.Thresholds.DEFAULT),
        new Latency(Latency.Thresholds.DEFAULT),
        new Cost(Cost.DEFAULT_USD, new InferenceCost(PriceTable.builtIn())));
  }
}
