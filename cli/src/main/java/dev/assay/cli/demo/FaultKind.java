package dev.assay.cli.demo;

import java.util.Arrays;

/** What a script can plant. The wire name is the one that the scripts use. */
public enum FaultKind {
  WRONG_PRICE("wrong price", Family.COMMITMENT),
  WRONG_REFUND("wrong refund amount", Family.COMMITMENT),
  WRONG_DATE("wrong appointment date", Family.COMMITMENT),
  WRONG_TIME("wrong time", Family.COMMITMENT),
  INVENTED_DISCOUNT("invented discount", Family.COMMITMENT),
  WRONG_SUM("wrong sum", Family.COMMITMENT),
  GHOST_ACTION("claimed action without call", Family.COMMITMENT),
  FAILED_ACTION("claimed action after failed call", Family.COMMITMENT),
  USER_PRICE("price only from the user's word", Family.COMMITMENT),
  STALE_VALUE("stale value", Family.COMMITMENT),
  TOOL_ERROR("tool error", Family.TOOLS),
  TOOL_LOOP("tool-call loop", Family.TOOLS),
  SLOW_RESPONSE("slow voice response", Family.VOICE),
  TALK_OVER("talk-over", Family.VOICE),
  MONOLOGUE("monologue", Family.VOICE),
  LONG_PAUSE("long pause", Family.VOICE),
  UNFAITHFUL("unfaithful answer", Family.JUDGED),
  LOW_CSAT("low csat", Family.OUTCOME),
  ESCALATION("escalation", Family.OUTCOME);

  /** Which part of the loop ought to notice the fault. */
  public enum Family {
    /** The commitment check, at the planted message. */
    COMMITMENT,
    /** The tool checks, anywhere in the trace. */
    TOOLS,
    /** The voice timing check, anywhere in the trace. */
    VOICE,
    /** The judge, and only where the trace was sampled for it. */
    JUDGED,
    /** Sampling tiers; no evaluator is asked. */
    OUTCOME
  }

  private final String wireName;
  private final Family family;

  FaultKind(String wireName, Family family) {
    this.wireName = wireName;
    this.family = family;
  }

  public String wireName() {
    return wireName;
  }

  public Family family() {
    return family;
  }

  /**
   * The kind with this wire name.
   *
   * @throws IllegalArgumentException naming the kinds there are
   */
  public static FaultKind named(String wireName) {
    for (FaultKind kind : values()) {
      if (kind.wireName.equals(wireName)) {
        return kind;
      }
    }
    String known = String.join(", ", Arrays.stream(values()).map(FaultKind::wireName).toList());
    throw new IllegalArgumentException("fault '" + wireName + "' is none of: " + known);
  }
}
