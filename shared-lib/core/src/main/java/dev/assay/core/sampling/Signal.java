package dev.assay.core.sampling;

import java.util.Locale;

/** A cheap sign of risk, known for every trace before any judge is asked (method book §7.3). */
public enum Signal {
  /** A tool call failed. */
  TOOL_ERROR,
  /** The customer or the agent tried again. */
  RETRY,
  /** The customer was not content. */
  THUMBS_DOWN,
  /** Much longer than is usual for its flow. */
  LONG,
  /** The check alerted or flagged something. */
  FLAGGED,
  /** The embedded evidence judge scored it below 0.5. */
  LOW_EVIDENCE;

  /** The name in counters and messages. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
