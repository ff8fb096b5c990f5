package dev.assay.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.feedback.InferenceCost;
import dev.assay.core.feedback.PriceTable;
import dev.assay.core.sampling.PolicyStore;
import dev.assay.core.sampling.SamplingPolicy;
import dev.assay.core.trace.Agent;
import dev.assay.core.trace.Bytes;
import dev.assay.core.trace.Outcome;
import dev.assay.core.trace.Pointer;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.Timing;
import dev.assay.core.trace.Trace;
import dev.assay.core.trace.TraceArchive;
import dev.assay.core.trace.TraceId;
import dev.assay.core.trace.TraceRecord;
import dev.assay.core.trace.Usage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is wrong with one message stays its own. */
final class IngestBatchTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private final List<String> buried = new ArrayList<>();
  private final Shelf shelf = new Shelf();

  @Test
  void a_message_that_breaks_the_reader_comes_again_alone() {
    IngestBatch.Outcome outcome =
        ingest()
            .ingest(
                List.of(inline("m1", "good-1"), inline("m2", "break"), inline("m3", "good-2")),
                NOW);
    assertThat(outcome.again()).containsExactly("m2");
    assertThat(outcome.accepted()).isEqualTo(2);
    assertThat(shelf.handedOn).containsExactly("good-1", "good-2");
    assertThat(buried).isEmpty();
  }

  @Test
  void a_body_that_is_not_there_yet_comes_again_alone() {
    Delivery missing = new Delivery("m1", new Delivery.Large("inbox", "late", "pointer"), 1);
    IngestBatch.Outcome outcome = ingest().ingest(List.of(missing, inline("m2", "good")), NOW);
    assertThat(outcome.again()).containsExactly("m1");
    assertThat(shelf.handedOn).containsExactly("good");
  }

  @Test
  void a_refused_message_is_buried_with_its_reason_and_never_comes_again() {
    IngestBatch.Outcome outcome =
        ingest().ingest(List.of(inline("m1", "refuse"), inline("m2", "good")), NOW);
    assertThat(outcome.again()).isEmpty();
    assertThat(outcome.refused()).isEqualTo(1);
    assertThat(buried).containsExactly("refuse: field: expected this, got that");
    assertThat(shelf.handedOn).containsExactly("good");
  }

  @Test
  void what_comes_twice_in_one_batch_is_stored_once() {
    ingest().ingest(List.of(inline("m1", "good"), inline("m2", "good")), NOW);
    assertThat(shelf.handedOn).containsExactly("good");
  }

  private static Delivery inline(String id, String body) {
    return new Delivery(id, new Delivery.Inline(body), 1);
  }

  private IngestBatch ingest() {
    IngestBatch.Doors doors =
        new IngestBatch.Doors(
            new WordFormat(),
            (bucket, key) -> {
              throw new UncheckedIOException(new IOException("no such object"));
            },
            (body, reason) -> buried.add(body + ": " + reason),
            new DefaultPolicy(),
            new InferenceCost(PriceTable.builtIn()),
            (project, agent, flow, seen) -> seen,
            shelf,
            shelf);
    return new IngestBatch(doors, new JoinPieces(doors, shelf, Duration.ofMinutes(10)));
  }

  /** A body is one word: a trace id, or what shall become of it. */
  private record WordFormat() implements TraceFormat {
    @Override
    public Reading read(Bytes body) {
      return switch (body.utf8()) {
        case "break" -> throw new IllegalStateException("a bug in the reader");
        case "refuse" -> new Reading.Refused(List.of(new Problem("field", "this", "that")));
        default -> new Reading.Accepted(restore(body), body);
      };
    }

    @Override
    public Reading join(List<Bytes> pieces) {
      throw new IllegalStateException("no pieces here");
    }

    @Override
    public Trace restore(Bytes stored) {
      Step hello = new Step.UserTurn("hello", List.of(), Timing.UNKNOWN, false);
      return new Trace(
          new TraceId(stored.utf8()),
          stored.utf8(),
          "default",
          new Agent("a", null, null, null, null),
          "production",
          null,
          null,
          "en",
          ZoneOffset.UTC,
          NOW,
          null,
          List.of(hello),
          List.of(),
          List.of(),
          Usage.UNKNOWN,
          Outcome.UNKNOWN,
          List.of(),
          null);
    }
  }

  private record DefaultPolicy() implements PolicyStore {
    @Override
    public SamplingPolicy current() {
      return SamplingPolicy.DEFAULT;
    }

    @Override
    public boolean save(SamplingPolicy policy) {
      return false;
    }
  }

  /** Keeps what was handed on, by trace id. */
  private static final class Shelf implements TraceStore, TraceArchive, HandOver {
    private final List<String> handedOn = new ArrayList<>();

    @Override
    public List<TraceRecord> store(List<Arrival> arrivals, Instant receivedAt) {
      return arrivals.stream()
          .map(arrival ->
              new TraceRecord(
                  arrival.key(),
                  new Pointer("s", 0, 0, 1),
                  arrival.trace().conversation(),
                  arrival.trace().project(),
                  arrival.trace().agent(),
                  null,
                  null,
                  null,
                  arrival.trace().startedAt(),
                  receivedAt,
                  null,
                  arrival.pieces(),
                  arrival.sampling().sampled()))
          .toList();
    }

    @Override
    public void storePieces(List<PieceArrival> pieces, Instant receivedAt) {
      throw new IllegalStateException("no pieces here");
    }

    @Override
    public List<StoredPiece> pieces(String conversation) {
      return List.of();
    }

    @Override
    public Optional<TraceRecord> find(TraceId id) {
      return Optional.empty();
    }

    @Override
    public List<Bytes> read(List<Pointer> pointers) {
      return List.of();
    }

    @Override
    public void handOver(List<TraceRecord> records) {
      records.forEach(record -> handedOn.add(record.key().id().value()));
    }

    @Override
    public void remind(Reminder reminder, Duration delay) {
      throw new IllegalStateException("no pieces here");
    }
  }
}
