package dev.assay.core.ingest;

import dev.assay.core.trace.Bytes;
import dev.assay.core.trace.Trace;
import java.util.List;

/** Reads what agents send and writes what is stored. Safe for use by several threads. */
public interface TraceFormat {
  /** Validates, normalises and redacts one body. */
  Reading read(Bytes body);

  /**
   * Makes one trace of stored pieces.
   *
   * @param pieces stored forms, in the order of their numbers; at least one
   */
  Reading join(List<Bytes> pieces);

  /**
   * The trace behind a stored form.
   *
   * @throws IllegalArgumentException when these are not the bytes of a stored trace
   */
  Trace restore(Bytes stored);
}
