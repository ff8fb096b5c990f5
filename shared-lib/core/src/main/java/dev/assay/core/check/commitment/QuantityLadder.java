package dev.assay.core.check.commitment;

import dev.assay.core.check.commitment.Value.Quantity;

/** Holds a count against the evidence. */
final class QuantityLadder {
  private final EvidenceIndex index;

  QuantityLadder(EvidenceIndex index) {
    this.index = index;
  }

  Ruling judge(Quantity quantity, Turn turn) {
    return Ruling.notCheckable(CommitmentType.QUANTITY);
  }
}
