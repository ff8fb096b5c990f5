package dev.assay.core.check.commitment.ladder.remark;

import dev.assay.core.check.commitment.ladder.Ruling;
import dev.assay.core.check.commitment.value.Remark.Comparison;
import dev.assay.core.check.commitment.verdict.CommitmentVerdict;

/** Does the comparison that the agent stated: no evidence is needed but the two amounts. */
final class ComparisonLadder {
  private ComparisonLadder() {}

  static Ruling judge(Comparison claim) {
    for (long left : claim.left()) {
      if (isFalse(claim, left)) {
        String form = claim.shown(left) + " and " + claim.shown(claim.right());
        return new Ruling(
            CommitmentVerdict.CONTRADICTED,
            form,
            "The agent said "
                + words(claim, left)
                + ", but it is "
                + (left > claim.right() ? "more." : "less."));
      }
    }
    return Ruling.derived(claim.normalised());
  }

  /** Equal amounts refute no "under" or "over": both are said of the bound itself. */
  private static boolean isFalse(Comparison claim, long left) {
    int sign = Long.compare(left, claim.right());
    return sign != 0 && !claim.relation().holds(sign);
  }

  private static String words(Comparison claim, long left) {
    String is =
        switch (claim.relation()) {
          case LESS -> " is less than ";
          case AT_MOST -> " is not more than ";
          case SAME -> " is the same as ";
          case AT_LEAST -> " is not less than ";
          case MORE -> " is more than ";
        };
    return claim.shown(left) + is + claim.shown(claim.right());
  }
}
