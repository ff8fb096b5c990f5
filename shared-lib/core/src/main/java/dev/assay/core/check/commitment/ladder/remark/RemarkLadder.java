package dev.assay.core.check.commitment.ladder.remark;

import dev.assay.core.check.commitment.claim.Commitment;
import dev.assay.core.check.commitment.claim.Turn;
import dev.assay.core.check.commitment.grammar.Now;
import dev.assay.core.check.commitment.ladder.Ruling;
import dev.assay.core.check.commitment.ledger.Keys;
import dev.assay.core.check.commitment.ledger.Ledger;
import dev.assay.core.check.commitment.value.Remark;
import dev.assay.core.check.commitment.verdict.CommitmentVerdict;

/** Holds remarks against what tools returned. */
public final class RemarkLadder {
  private final ElapsedLadder elapsed;
  private final StateLadder states;
  private final SuperlativeLadder superlatives;

  public RemarkLadder(Ledger ledger, Keys keys) {
    this.elapsed = new ElapsedLadder(ledger);
    this.superlatives = new SuperlativeLadder(ledger, keys);
    this.states = new StateLadder(ledger);
  }

  /** A report of what is recorded binds nobody as long as it is right: then it is no finding. */
  public static boolean isTold(Commitment claim, Ruling ruling) {
    boolean report =
        claim.value() instanceof Remark.Elapsed || claim.value() instanceof Remark.State;
    return !report
        || ruling.verdict().level() == CommitmentVerdict.Level.ALERTED
        || ruling.verdict().level() == CommitmentVerdict.Level.FLAGGED;
  }

  public Ruling judge(Commitment claim, Remark remark, Turn turn, Now now) {
    return switch (remark) {
      case Remark.Elapsed past -> elapsed.judge(claim, past, turn.utterance(), now);
      case Remark.Comparison comparison -> ComparisonLadder.judge(comparison);
      case Remark.Superlative superlative ->
          superlatives.judge(claim, superlative, turn.utterance());
      case Remark.State state -> states.judge(claim, state, turn);
    };
  }
}
