package dev.assay.core.ingest;

import dev.assay.core.ingest.HandOver.Reminder;
import dev.assay.core.ingest.TraceStore.StoredPiece;
import dev.assay.core.sampling.SamplingDecision;
import dev.assay.core.trace.Bytes;
import dev.assay.core.trace.TraceArchive;
import dev.assay.core.trace.TraceId;
import dev.assay.core.trace.TraceKey;
import dev.assay.core.trace.TraceRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Makes one trace of the pieces of a conversation: when the last piece and all before it are there,
 * when it has been idle for long enough, or when a piece comes late, which makes the next revision.
 */
public final class JoinPieces {
  private static final int MAX_ATTEMPTS = 20;

  private final IngestBatch.Doors doors;
  private final TraceArchive archive;
  private final Duration idle;

  /**
   * Wires the join.
   *
   * @param idle how long a conversation may be silent before it is joined as it is
   */
  public JoinPieces(IngestBatch.Doors doors, TraceArchive archive, Duration idle) {
    this.doors = doors;
    this.archive = archive;
    this.idle = idle;
  }

  /** Called when pieces of the conversation were stored. */
  Joining onArrival(String conversation, Instant now) {
    List<StoredPiece> pieces = doors.store().pieces(conversation);
    boolean joinedBefore = archive.find(new TraceId(conversation)).isPresent();
    if (isComplete(pieces) || joinedBefore) {
      return join(conversation, pieces, now);
    }
    doors.handOver().remind(new Reminder(conversation, pieces.size()), idle);
    return new Joining.Waiting();
  }

  /**
   * Called when a reminder comes back: joins what is there unless more pieces came meanwhile, which
   * brought reminders of their own. Hands the joined trace on; buries the conversation's id where
   * the pieces are no trace together.
   */
  public void onReminder(Reminder reminder, Instant now) {
    List<StoredPiece> pieces = doors.store().pieces(reminder.conversation());
    if (!pieces.isEmpty() && pieces.size() <= reminder.pieces()) {
      switch (join(reminder.conversation(), pieces, now)) {
        case Joining.Joined(TraceRecord trace) -> doors.handOver().handOver(List.of(trace));
        case Joining.Refused(String reason) ->
            doors.deadLetters().bury(reminder.conversation(), reason);
        case Joining.Waiting() -> {}
      }
    }
  }

  private static boolean isComplete(List<StoredPiece> pieces) {
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i).number() != i) {
        return false;
      }
      if (pieces.get(i).last()) {
        return true;
      }
    }
    return false;
  }

  private Joining join(String conversation, List<StoredPiece> pieces, Instant now) {
    List<Integer> numbers = pieces.stream().map(StoredPiece::number).toList();
    TraceId id = new TraceId(conversation);
    Reading.Accepted joined = null;
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      Optional<TraceRecord> newest = archive.find(id);
      if (newest.isPresent() && newest.get().pieces().containsAll(numbers)) {
        return new Joining.Joined(newest.get());
      }
      int revision = newest.map(record -> record.key().revision()).orElse(0) + 1;
      if (joined == null) {
        switch (read(pieces)) {
          case Reading.Accepted accepted -> joined = accepted;
          case Reading.Refused refused -> {
            return new Joining.Refused(
                pieces.size() + " pieces are no trace together: " + refused.reason());
          }
        }
      }
      TraceRecord standing = store(new TraceKey(id, revision), joined, numbers, now);
      if (standing.pieces().equals(numbers)) {
        return new Joining.Joined(standing);
      }
    }
    throw new IllegalStateException(
        "conversation is being joined elsewhere again and again: " + pieces.size() + " pieces");
  }

  private Reading read(List<StoredPiece> pieces) {
    List<Bytes> bodies = archive.read(pieces.stream().map(StoredPiece::pointer).toList());
    return doors.format().join(bodies);
  }

  private TraceRecord store(
      TraceKey key, Reading.Accepted joined, List<Integer> numbers, Instant now) {
    SamplingDecision decision = doors.decide(doors.policy().current(), joined.trace());
    Arrival arrival =
        new Arrival(
            key,
            joined.trace(),
            joined.stored(),
            doors.cost().of(joined.trace()),
            decision,
            numbers);
    return doors.store().store(List.of(arrival), now).getFirst();
  }
}
