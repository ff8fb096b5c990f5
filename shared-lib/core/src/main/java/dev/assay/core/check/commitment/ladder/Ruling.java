package dev.assay.core.check.commitment.ladder;

import dev.assay.core.check.commitment.evidence.Fact;
import dev.assay.core.check.commitment.verdict.CommitmentType;
import dev.assay.core.check.commitment.verdict.CommitmentVerdict;
import org.jspecify.annotations.Nullable;

/**
 * A verdict with what led to it.
 *
 * @param nearest the evidence that decided or came nearest
 * @param reason one sentence that a support lead understands
 */
public record Ruling(CommitmentVerdict verdict, @Nullable String nearest, String reason) {

  public static Ruling grounded(Fact fact) {
    return new Ruling(
        CommitmentVerdict.GROUNDED, fact.label(), "Exactly what " + fact.where() + " says.");
  }

  public static Ruling derived(String how) {
    return new Ruling(CommitmentVerdict.GROUNDED, how, "Follows from the evidence: " + how + ".");
  }

  public static Ruling weak(@Nullable String nearest, String reason) {
    return new Ruling(CommitmentVerdict.WEAK, nearest, reason);
  }

  public static Ruling notCheckable(CommitmentType type) {
    return new Ruling(
        CommitmentVerdict.NOT_CHECKABLE,
        null,
        "Nothing in the conversation tells " + type.words() + " to compare with.");
  }

  public static Ruling contradicted(Fact fact, String said) {
    return new Ruling(
        CommitmentVerdict.CONTRADICTED,
        fact.label(),
        "The agent said " + said + ", but " + fact.where() + " says " + fact.value() + ".");
  }

  public static Ruling misattributed(Fact own, Fact other, String said) {
    return new Ruling(
        CommitmentVerdict.MISATTRIBUTED,
        own.label(),
        "The agent said "
            + said
            + ", which "
            + other.where()
            + " gives for something else; what was named has "
            + own.value()
            + ".");
  }

  /** The value is recorded, but under another key than the words ask for. */
  public static Ruling misplaced(Fact own, Fact other, String said) {
    return new Ruling(
        CommitmentVerdict.UNSUPPORTED,
        own.label(),
        "The agent said "
            + said
            + ", which is what "
            + other.where()
            + " says; "
            + own.where()
            + " says "
            + own.value()
            + ".");
  }

  /**
   * What the agent reckoned itself, and wrongly.
   *
   * @param equation what it really comes to
   */
  public static Ruling misreckoned(String equation, String said) {
    return new Ruling(
        CommitmentVerdict.CONTRADICTED,
        equation,
        "The agent said " + said + ", but what it reckoned is " + equation + ".");
  }

  public static Ruling stale(Fact newer, String said) {
    return new Ruling(
        CommitmentVerdict.STALE,
        newer.label(),
        "The agent said " + said + ", which was so before; now it is " + newer.value() + ".");
  }

  /** An arrival after midnight. */
  public static Ruling nextDay() {
    return weak(null, "One day after a recorded date, as for an arrival after midnight.");
  }

  public static Ruling unsupported(@Nullable Fact nearest, String said) {
    String hint =
        nearest == null ? "" : "; the nearest is " + nearest.value() + " from " + nearest.where();
    return new Ruling(
        CommitmentVerdict.UNSUPPORTED,
        nearest == null ? null : nearest.label(),
        "Neither a tool result nor a policy gives " + said + hint + ".");
  }
}
