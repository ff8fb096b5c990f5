package dev.assay.core.check.commitment;

import dev.assay.core.check.commitment.Value.Terms;

/** Holds promised terms against what the policy says, and its conditions against the results. */
final class PolicyLadder {
  private final EvidenceIndex index;

  PolicyLadder(EvidenceIndex index) {
    this.index = index;
  }

  Ruling judge(Commitment claim, Terms terms, Turn turn) {
    return Ruling.notCheckable(CommitmentType.POLICY);
  }
}
