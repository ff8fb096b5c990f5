package dev.assay.core.ingest;

import dev.assay.core.feedback.InferenceCost;
import dev.assay.core.ingest.TraceStore.PieceArrival;
import dev.assay.core.sampling.FlowLog;
import dev.assay.core.sampling.PolicyStore;
import dev.assay.core.sampling.Sampler;
import dev.assay.core.sampling.SamplingDecision;
import dev.assay.core.sampling.SamplingPolicy;
import dev.assay.core.trace.Bytes;
import dev.assay.core.trace.Trace;
import dev.assay.core.trace.TraceKey;
import dev.assay.core.trace.TraceRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes one batch of messages in: the segment first, then the index, then the hand-over, so that a
 * batch that comes again repairs what was lost and repeats nothing. Safe for use by several
 * threads.
 */
public final class IngestBatch {
  private final Doors doors;
  private final JoinPieces joins;

  public IngestBatch(Doors doors, JoinPieces joins) {
    this.doors = doors;
    this.joins = joins;
  }

  /**
   * What became of a batch.
   *
   * @param again ids of the messages that shall be delivered again
   * @param accepted traces and pieces taken in, repeated ones included
   * @param refused messages sent to the dead-letter queue
   */
  public record Outcome(Set<String> again, int accepted, int refused) {
    public Outcome {
      again = Set.copyOf(again);
    }
  }

  /**
   * Takes a batch in.
   *
   * @throws RuntimeException when storing or handing over failed: all of it is to come again
   */
  public Outcome ingest(List<Delivery> deliveries, Instant now) {
    Sorted sorted = new Sorted();
    for (Delivery delivery : deliveries) {
      sort(delivery, sorted);
    }
    List<TraceRecord> records = new ArrayList<>(store(sorted.whole.values(), now));
    records.addAll(joinPieces(sorted, now));
    if (!records.isEmpty()) {
      doors.handOver().handOver(records);
    }
    return new Outcome(sorted.again, sorted.whole.size() + sorted.acceptedPieces, sorted.refused);
  }

  private static final class Sorted {
    // Keyed by id: what comes twice in one batch is stored once.
    final Map<String, Reading.Accepted> whole = new LinkedHashMap<>();
    final Map<String, List<Piece>> pieces = new LinkedHashMap<>();
    final Set<String> again = new LinkedHashSet<>();
    int acceptedPieces;
    int refused;
  }

  /** A piece and the message it came in. */
  private record Piece(PieceArrival arrival, String original) {}

  /** Whatever goes wrong with one message is that message's own: it comes again by itself. */
  private void sort(Delivery delivery, Sorted sorted) {
    try {
      switch (delivery.content()) {
        case Delivery.Inline(String body) ->
            sort(doors.format().read(Bytes.utf8(body)), body, sorted);
        case Delivery.Large large -> sort(fetch(large), large.original(), sorted);
      }
    } catch (RuntimeException e) {
      // A body by pointer may not be there yet; anything else ends in the dead-letter queue.
      sorted.again.add(delivery.id());
    }
  }

  private Reading fetch(Delivery.Large large) {
    return switch (doors.largeBodies().fetch(large.bucket(), large.key())) {
      case LargeBodies.Body(Bytes bytes) -> doors.format().read(bytes);
      case LargeBodies.Denied(Problem problem) -> new Reading.Refused(List.of(problem));
    };
  }

  private void sort(Reading reading, String original, Sorted sorted) {
    switch (reading) {
      case Reading.Refused refused -> {
        bury(original, refused.reason(), sorted);
      }
      case Reading.Accepted accepted -> {
        if (accepted.trace().piece() == null) {
          sorted.whole.putIfAbsent(accepted.trace().id().value(), accepted);
        } else {
          PieceArrival arrival = new PieceArrival(accepted.trace(), accepted.stored());
          sorted
              .pieces
              .computeIfAbsent(accepted.trace().conversation(), c -> new ArrayList<>())
              .add(new Piece(arrival, original));
        }
      }
    }
  }

  private void bury(String original, String reason, Sorted sorted) {
    doors.deadLetters().bury(original, reason);
    sorted.refused++;
  }

  private List<TraceRecord> store(Collection<Reading.Accepted> accepted, Instant receivedAt) {
    if (accepted.isEmpty()) {
      return List.of();
    }
    SamplingPolicy policy = doors.policy().current();
    List<Arrival> arrivals = new ArrayList<>();
    for (Reading.Accepted one : accepted) {
      TraceKey key = new TraceKey(one.trace().id(), 1);
      SamplingDecision decision = doors.decide(policy, one.trace());
      arrivals.add(
          new Arrival(
              key, one.trace(), one.stored(), doors.cost().of(one.trace()), decision, List.of()));
    }
    return doors.store().store(arrivals, receivedAt);
  }

  private List<TraceRecord> joinPieces(Sorted sorted, Instant now) {
    if (sorted.pieces.isEmpty()) {
      return List.of();
    }
    doors
        .store()
        .storePieces(
            sorted.pieces.values().stream().flatMap(List::stream).map(Piece::arrival).toList(),
            now);
    List<TraceRecord> joined = new ArrayList<>();
    sorted.pieces.forEach((conversation, pieces) -> {
      switch (joins.onArrival(conversation, now)) {
        case Joining.Joined(TraceRecord trace) -> {
          joined.add(trace);
          sorted.acceptedPieces += pieces.size();
        }
        case Joining.Waiting() -> sorted.acceptedPieces += pieces.size();
        // Thrown, it would bring the whole batch again and again, neighbours included.
        case Joining.Refused(String reason) ->
            pieces.forEach(piece -> bury(piece.original(), reason, sorted));
      }
    });
    return joined;
  }

  /** The ports that ingest works through, in the order of the data. */
  public record Doors(
      TraceFormat format,
      LargeBodies largeBodies,
      DeadLetters deadLetters,
      PolicyStore policy,
      InferenceCost cost,
      FlowLog flows,
      TraceStore store,
      HandOver handOver) {

    SamplingDecision decide(SamplingPolicy current, Trace trace) {
      String flow = trace.flow();
      Instant firstSeen =
          flow == null
              ? Instant.EPOCH
              : flows.firstSeen(trace.project(), trace.agent().name(), flow, trace.startedAt());
      return Sampler.decide(current, trace, firstSeen);
    }
  }
}
