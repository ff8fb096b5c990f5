package dev.assay.core.sampling;

import java.util.Locale;

/** Why a trace deserves a judge's time; a trace may be in several, the highest rate counts. */
public enum Tier {
  /** No other tier. */
  ROUTINE,
  /** The agent called a tool. */
  TOOL_CALL,
  /** The locale's language is not English. */
  NON_ENGLISH,
  /** The flow was first seen less than {@link SamplingPolicy#newFlowDays()} days before. */
  NEW_FLOW,
  /** The customer rated the conversation below {@link SamplingPolicy#lowCsatBelow()}. */
  LOW_CSAT,
  /** Handed to a human. */
  ESCALATED;

  /** The name in policy documents, metrics and the command line. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
