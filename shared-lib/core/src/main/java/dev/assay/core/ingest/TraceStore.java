package dev.assay.core.ingest;

import dev.assay.core.trace.Bytes;
import dev.assay.core.trace.Pointer;
import dev.assay.core.trace.Trace;
import dev.assay.core.trace.TraceRecord;
import java.time.Instant;
import java.util.List;

/**
 * Writes batches. One call writes one segment, then each index item on condition that there is none
 * yet; so a second delivery, in whatever grouping, changes nothing. Failures are thrown and mean
 * "try again".
 */
public interface TraceStore {
  /**
   * Stores traces.
   *
   * @return for each arrival, in order, the record that stands now: its own, or the one that was
   *     there before
   */
  List<TraceRecord> store(List<Arrival> arrivals, Instant receivedAt);

  /** Stores pieces, to be joined later. A piece whose number is there already is not replaced. */
  void storePieces(List<PieceArrival> pieces, Instant receivedAt);

  /** The stored pieces of a conversation, by number. Sees every piece stored before the call. */
  List<StoredPiece> pieces(String conversation);

  /**
   * A piece on its way into the store.
   *
   * @param stored its redacted form
   */
  record PieceArrival(Trace trace, Bytes stored) {}

  /** A piece in the store; {@code stored} is read when asked for. */
  record StoredPiece(int number, boolean last, Pointer pointer) {}
}
