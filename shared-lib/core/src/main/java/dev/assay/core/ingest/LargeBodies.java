package dev.assay.core.ingest;

import dev.assay.core.trace.Bytes;

/** Fetches bodies that were too large for a queue message. */
public interface LargeBodies {
  /** What came of fetching. A passing fault is thrown as {@link java.io.UncheckedIOException}. */
  sealed interface Fetched {}

  record Body(Bytes bytes) implements Fetched {}

  /** Not to be had, now or later: wrong bucket, too large. */
  record Denied(Problem problem) implements Fetched {}

  Fetched fetch(String bucket, String key);
}
