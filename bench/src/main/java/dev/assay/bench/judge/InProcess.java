package dev.assay.bench.judge;

import dev.assay.core.check.AgentSettingsStore;
import dev.assay.core.feedback.Feedback;
import dev.assay.core.feedback.Source;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.judge.Due;
import dev.assay.core.judge.JudgeBatch;
import dev.assay.core.judge.JudgeLog;
import dev.assay.core.sampling.DayTotals;
import dev.assay.core.sampling.PolicyStore;
import dev.assay.core.sampling.SamplingPolicy;
import dev.assay.core.trace.Bytes;
import dev.assay.core.trace.Handed;
import dev.assay.core.trace.Pointer;
import dev.assay.core.trace.TraceArchive;
import dev.assay.core.trace.TraceId;
import dev.assay.core.trace.TraceKey;
import dev.assay.core.trace.TraceRecord;
import dev.assay.wire.FeedbackJson;
import dev.assay.wire.JsonTraceFormat;
import dev.assay.wire.Mappers;
import dev.assay.wire.TraceCodec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.node.ArrayNode;

/**
 * The judge's stores as far as they cost the processor: stored traces are decompressed and read,
 * decisions are written as JSON and compressed; nothing is kept, and nothing goes over a network.
 */
final class InProcess {
  private final List<byte[]> stored = new ArrayList<>();

  /** Assessments with a score. */
  final AtomicLong scored = new AtomicLong();

  /** Assessments without one. */
  final AtomicLong others = new AtomicLong();

  InProcess(List<Bytes> bodies) {
    bodies.forEach(body -> stored.add(TraceCodec.encode(body)));
  }

  JudgeBatch.Ports ports() {
    return new JudgeBatch.Ports(
        new Archive(),
        JsonTraceFormat.verbatim(InstantSource.system()),
        AgentSettingsStore.NONE,
        new Policy(),
        new Log(),
        (trace, feedback, score) -> {},
        item -> false,
        alert -> {});
  }

  /** Traces number {@code from} to {@code from + count - 1}: the stored ones over and over. */
  List<Due> due(int from, int count) {
    List<Due> due = new ArrayList<>(count);
    for (int i = from; i < from + count; i++) {
      Pointer pointer = new Pointer("s", i % stored.size(), 0, 0);
      TraceKey key = new TraceKey(new TraceId("t" + i), 1);
      Handed trace =
          new Handed(key, pointer, "default", Instant.EPOCH, 0.1, List.of("routine"), 0.1, 0, true);
      due.add(new Due(trace, null));
    }
    return due;
  }

  private final class Archive implements TraceArchive {
    @Override
    public Optional<TraceRecord> find(TraceId id) {
      return Optional.empty();
    }

    @Override
    public List<Bytes> read(List<Pointer> pointers) {
      return pointers.stream()
          .map(pointer -> stored.get(pointer.ordinal()))
          .map(bytes -> TraceCodec.decode(bytes, 0, bytes.length))
          .toList();
    }
  }

  private static final class Policy implements PolicyStore {
    @Override
    public SamplingPolicy current() {
      return SamplingPolicy.DEFAULT;
    }

    @Override
    public boolean save(SamplingPolicy policy) {
      return false;
    }
  }

  private final class Log implements JudgeLog {
    @Override
    public Map<TraceKey, Decision> standing(List<Handed> traces, Source judge) {
      return Map.of();
    }

    @Override
    public Decision keep(Handed trace, Source judge, Decision decision) {
      ArrayNode all = Mappers.JSON.createArrayNode();
      for (Feedback one : decision.feedback()) {
        all.add(FeedbackJson.write(one));
        boolean score = one.assessment().verdict() instanceof Verdict.Scored;
        (score ? scored : others).incrementAndGet();
      }
      int bytes = TraceCodec.encode(Bytes.of(Mappers.JSON.writeValueAsBytes(all))).length;
      if (bytes == 0) {
        throw new IllegalStateException("nothing was written");
      }
      return decision;
    }

    @Override
    public void settle(String batch, int delivery, Map<String, DayTotals> totals, Instant now) {
      // Counted elsewhere.
    }
  }
}
