package dev.assay.core.trace;

import org.jspecify.annotations.Nullable;

/**
 * How the conversation ended, as far as anyone said.
 *
 * @param csat 1 to 5
 */
public record Outcome(
    boolean escalated, @Nullable Double csat, @Nullable Boolean resolved, @Nullable String error) {
  public static final Outcome UNKNOWN = new Outcome(false, null, null, null);
}
