package dev.assay.core.trace;

import java.util.List;
import java.util.Optional;

/** Reads stored traces. Safe for use by several threads. */
public interface TraceArchive {
  /** The newest revision. */
  Optional<TraceRecord> find(TraceId id);

  /**
   * The stored forms behind the pointers, in their order. Reads each segment once.
   *
   * @throws java.io.UncheckedIOException when a segment cannot be read now
   */
  List<Bytes> read(List<Pointer> pointers);
}
