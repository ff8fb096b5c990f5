package dev.assay.core.check.commitment;

import dev.assay.core.check.commitment.Value.Span;

/** Holds a promised duration against the evidence: a weaker promise is entailed by a stronger. */
final class SpanLadder {
  private final EvidenceIndex index;

  SpanLadder(EvidenceIndex index) {
    this.index = index;
  }

  Ruling judge(Span span, Turn turn) {
    return Ruling.notCheckable(CommitmentType.SLA);
  }
}
