package dev.assay.core.sampling;

import java.time.Instant;

/** Remembers when a flow was first seen, for the new-flow tier. */
public interface FlowLog {
  /** The first time this flow was seen; {@code seen} when this is it. Keeps the earliest told. */
  Instant firstSeen(String project, String agent, String flow, Instant seen);
}
