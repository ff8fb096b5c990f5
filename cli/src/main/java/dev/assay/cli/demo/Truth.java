package dev.assay.cli.demo;

import org.jspecify.annotations.Nullable;

/**
 * What one written conversation really contains.
 *
 * @param traceId the id under which the loop keeps it: for a conversation sent in pieces the
 *     conversation's
 * @param script where it was written from
 * @param fault null in a clean conversation
 * @param message index of the message that carries the fault; -1 where there is none or the fault
 *     has no single place
 * @param wrong the planted value, as said; null where the fault is no value
 * @param right the true value, as the agent should have said it; null likewise
 * @param language two letters
 */
public record Truth(
    String traceId,
    String script,
    @Nullable FaultKind fault,
    int message,
    @Nullable String wrong,
    @Nullable String right,
    String language,
    String channel,
    String flow,
    String agent,
    String version) {
  public boolean clean() {
    return fault == null;
  }
}
