package dev.assay.core.ingest;

import dev.assay.core.trace.TraceRecord;

/** What came of the pieces of a conversation. */
sealed interface Joining {
  /** One trace, stored. */
  record Joined(TraceRecord trace) implements Joining {}

  /** Nothing yet: pieces are missing, and a reminder is on its way. */
  record Waiting() implements Joining {}

  /** Pieces that are valid one by one and no trace together, such as one too long. */
  record Refused(String reason) implements Joining {}
}
