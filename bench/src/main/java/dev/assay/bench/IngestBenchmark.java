package dev.assay.bench;

import dev.assay.core.feedback.InferenceCost;
import dev.assay.core.feedback.PriceTable;
import dev.assay.core.ingest.Arrival;
import dev.assay.core.ingest.Delivery;
import dev.assay.core.ingest.HandOver;
import dev.assay.core.ingest.IngestBatch;
import dev.assay.core.ingest.JoinPieces;
import dev.assay.core.ingest.LargeBodies;
import dev.assay.core.ingest.TraceStore;
import dev.assay.core.sampling.PolicyStore;
import dev.assay.core.sampling.SamplingPolicy;
import dev.assay.core.trace.Bytes;
import dev.assay.core.trace.Handed;
import dev.assay.core.trace.Pointer;
import dev.assay.core.trace.Redaction;
import dev.assay.core.trace.TraceArchive;
import dev.assay.core.trace.TraceId;
import dev.assay.core.trace.TraceRecord;
import dev.assay.function.ingest.OpenNlpLanguageDetector;
import dev.assay.wire.HandedJson;
import dev.assay.wire.JsonTraceFormat;
import dev.assay.wire.Segment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Ingest of one batch of 8 KB traces: parse, validate, redact, detect the language where none is
 * given, sample, compress, write pointers. The adapters do nothing else.
 */
@State(Scope.Benchmark)
public class IngestBenchmark {
  static final int BATCH = 250;

  private List<Delivery> batch = List.of();
  private final Sink sink = new Sink();
  private IngestBatch ingest = ingest(sink);

  /** Makes the batch; not measured. */
  @Setup
  public void traces() throws IOException {
    Path home = Path.of(System.getProperty("assay.home", "."));
    List<Delivery> deliveries = new ArrayList<>();
    for (String trace : Traffic.traces(home, 4, BATCH)) {
      deliveries.add(new Delivery("m" + deliveries.size(), new Delivery.Inline(trace), 1));
    }
    batch = deliveries;
    ingest = ingest(sink);
  }

  @Benchmark
  @OperationsPerInvocation(BATCH)
  public IngestBatch.Outcome batch() {
    IngestBatch.Outcome outcome = ingest.ingest(batch, Instant.now());
    if (outcome.accepted() != BATCH || sink.bytes == 0) {
      throw new IllegalStateException("accepted " + outcome.accepted());
    }
    return outcome;
  }

  private static IngestBatch ingest(Sink sink) {
    byte[] key = "a key of the benchmark's own".getBytes(StandardCharsets.UTF_8);
    Redaction redaction = new Redaction(Redaction.Rules.ALL, key);
    OpenNlpLanguageDetector detector = new OpenNlpLanguageDetector();
    JsonTraceFormat format =
        new JsonTraceFormat(
            InstantSource.system(),
            conversation -> {
              Redaction.Scope scope = redaction.scope(conversation);
              return (field, text) ->
                  field == null ? scope.redact(text) : scope.redactField(field, text);
            },
            words -> detector.detect(words).orElse(""));
    IngestBatch.Doors doors =
        new IngestBatch.Doors(
            format,
            (bucket, objectKey) -> new LargeBodies.Body(Bytes.utf8("")),
            (body, reason) -> {
              throw new IllegalStateException(reason);
            },
            new DefaultPolicy(),
            new InferenceCost(PriceTable.builtIn()),
            (project, agent, flow, seen) -> seen,
            sink,
            sink);
    return new IngestBatch(doors, new JoinPieces(doors, sink, Duration.ofMinutes(10)));
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

  /** Compresses as the store does, and keeps nothing. */
  private static final class Sink implements TraceStore, TraceArchive, HandOver {
    private long bytes;

    @Override
    public List<TraceRecord> store(List<Arrival> arrivals, Instant receivedAt) {
      List<TraceRecord> records = new ArrayList<>(arrivals.size());
      try (Segment.Writer segment = new Segment.Writer()) {
        for (Arrival arrival : arrivals) {
          Segment.Extent extent = segment.add(arrival.stored());
          Pointer pointer =
              new Pointer("segment", records.size(), extent.offset(), extent.length());
          records.add(record(arrival, pointer, receivedAt));
        }
        bytes += segment.finish().length;
      }
      return records;
    }

    private static TraceRecord record(Arrival arrival, Pointer pointer, Instant receivedAt) {
      var trace = arrival.trace();
      return new TraceRecord(
          arrival.key(),
          pointer,
          trace.conversation(),
          trace.project(),
          trace.agent(),
          trace.flow(),
          trace.channel(),
          trace.locale(),
          trace.startedAt(),
          receivedAt,
          trace.usage().costUsd(),
          arrival.pieces(),
          arrival.sampling().sampled());
    }

    @Override
    public void storePieces(List<PieceArrival> pieces, Instant receivedAt) {
      throw new IllegalStateException("the benchmark sends no pieces");
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
      bytes += HandedJson.write(records.stream().map(Handed::of).toList()).length();
    }

    @Override
    public void remind(Reminder reminder, Duration delay) {
      bytes++;
    }
  }
}
