package dev.assay.core.judge.evidence;

import dev.assay.core.check.commitment.verdict.CommitmentVerdict;
import dev.assay.core.check.commitment.verdict.CommitmentVerdict.Level;
import dev.assay.core.feedback.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The distinct claims of a trace, weighed.
 *
 * @param count of those that the check could hold against something
 * @param against those at odds with the evidence or without any, in the order of the trace
 * @param score 0..1
 */
record Claims(int count, List<Finding> against, double score) {
  private static final Set<String> DEARER =
      Set.of("PRICE", "FEE", "BALANCE", "LIMIT", "CREDIT", "REFUND", "DISCOUNT", "RATE");

  /** One alone takes the best score below the bound for review, 0.5. */
  private static final double ALERTED = 0.4;

  /** One alone takes it below the bound for a pass, 0.8. */
  private static final double FLAGGED = 0.6;

  private static final int MOST_PENALTIES = 3;

  Claims {
    against = List.copyOf(against);
  }

  static Claims of(List<Finding> findings) {
    Set<String> heard = new HashSet<>();
    List<Finding> against = new ArrayList<>();
    double weight = 0;
    double supported = 0;
    double penalty = 1;
    for (Finding finding : findings) {
      Level level = CommitmentVerdict.ofWireName(finding.verdict()).level();
      if (level == Level.SILENT
          || !heard.add(finding.type() + " " + finding.normalised() + " " + level)) {
        continue;
      }
      weight += weight(finding);
      if (level == Level.FINE) {
        supported += weight(finding);
      } else {
        penalty *= against.size() >= MOST_PENALTIES ? 1 : penalty(level);
        against.add(finding);
      }
    }
    double share = weight > 0 ? supported / weight : 0;
    return new Claims(heard.size(), against, Math.clamp(share * penalty, 0, 1));
  }

  private static double penalty(Level level) {
    return level == Level.ALERTED ? ALERTED : FLAGGED;
  }

  private static double weight(Finding finding) {
    return finding.type().equals("ACTION") ? 3 : DEARER.contains(finding.type()) ? 2 : 1;
  }
}
