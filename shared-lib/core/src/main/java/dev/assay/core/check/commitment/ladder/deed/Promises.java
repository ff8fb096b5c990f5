package dev.assay.core.check.commitment.ladder.deed;

import dev.assay.core.check.commitment.ladder.Ruling;
import dev.assay.core.check.commitment.ledger.Calls;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.value.Value.Deed;
import dev.assay.core.check.commitment.value.Value.Deed.Claim;
import dev.assay.core.check.commitment.verdict.CommitmentType;
import dev.assay.core.check.commitment.verdict.CommitmentVerdict;
import dev.assay.core.feedback.Finding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the agent promised, judged when the conversation is over: kept by a later call, or not. Real
 * agents say "I will ..." most often before they ask for a confirmation, so a promise counts as
 * broken only when it was for at once, nothing was asked beside it, and the talk went on without
 * the call and without a word of taking it back.
 */
public final class Promises {
  private record Open(int finding, Deed deed, int calls, int turn, boolean asking) {}

  private final DeedLadder ladder;
  private final List<Open> open = new ArrayList<>();
  private int turns;
  private int lastWithdrawal = -1;

  public Promises(DeedLadder ladder) {
    this.ladder = ladder;
  }

  /**
   * Notes what may still come true.
   *
   * @param finding its place among the findings
   * @param calls how many calls were made before the message was judged
   */
  public void made(int finding, Deed deed, int calls, Utterance utterance) {
    boolean asking = false;
    for (Token token : utterance.tokens()) {
      asking |= token.is('?') || token.is('？') || token.is(WordClass.ASK);
    }
    open.add(new Open(finding, deed, calls, turns, asking));
  }

  /** Notes an agent turn with words, after what it promises was noted. */
  public void said(Utterance utterance) {
    if (!open.isEmpty() && open.getFirst().turn() < turns && withdraws(utterance)) {
      lastWithdrawal = turns;
    }
    turns++;
  }

  private static boolean withdraws(Utterance utterance) {
    for (Token token : utterance.tokens()) {
      if (token.is(WordClass.NEGATOR) || token.is(WordClass.REPAIR)) {
        return true;
      }
    }
    return false;
  }

  /** Replaces the findings of promises by what became of them. */
  public void settle(List<Finding> findings) {
    for (Open promise : open) {
      Finding said = findings.get(promise.finding());
      Ruling ruling = promise.deed().promised() ? kept(promise) : begun(promise);
      if (ruling != null) {
        findings.set(promise.finding(), with(said, ruling));
      }
    }
  }

  private static Finding with(Finding said, Ruling ruling) {
    return new Finding(
        said.message(),
        said.start(),
        said.end(),
        said.text(),
        said.type(),
        said.normalised(),
        ruling.verdict().wireName(),
        ruling.nearest(),
        ruling.reason());
  }

  /** "You are being transferred" is true when the call comes after. */
  private @Nullable Ruling begun(Open claim) {
    FamilyCalls family = ladder.family(claim.deed().family());
    return family.lastMade() >= claim.calls()
        ? new Ruling(CommitmentVerdict.PREMATURE, null, "The call was made after it was said.")
        : null;
  }

  private Ruling kept(Open promise) {
    FamilyCalls family = ladder.family(promise.deed().family());
    Calls.Call done = family.succeeded();
    if (done != null && family.lastDone() >= promise.calls()) {
      return new Ruling(
          CommitmentVerdict.GROUNDED,
          done.name(),
          "Kept: the call of " + done.name() + " succeeded.");
    }
    if (family.lastMade() >= 0) {
      return Ruling.weak(null, "Such a call was made, though not after the promise or in vain.");
    }
    boolean handedOver = ladder.family("TRANSFERRED").lastMade() >= promise.calls();
    boolean broken =
        promise.deed().claim() == Claim.PROMISED_NOW
            && !promise.asking()
            && turns > promise.turn() + 1
            && lastWithdrawal <= promise.turn()
            && family.vague() == null
            && !handedOver
            && ladder.calls().anyByAgent();
    return broken
        ? new Ruling(
            CommitmentVerdict.UNFULFILLED,
            null,
            "The agent promised to do it at once, and no such call followed.")
        : Ruling.notCheckable(CommitmentType.ACTION);
  }
}
