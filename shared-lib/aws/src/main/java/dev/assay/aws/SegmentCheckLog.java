package dev.assay.aws;

import dev.assay.core.check.CheckLog;
import dev.assay.core.check.commitment.CommitmentCheck;
import dev.assay.core.feedback.Feedback;
import dev.assay.core.feedback.Score;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.judge.CheckVerdicts;
import dev.assay.core.sampling.DayTotals;
import dev.assay.core.trace.Bytes;
import dev.assay.core.trace.Handed;
import dev.assay.core.trace.Pointer;
import dev.assay.core.trace.TraceKey;
import dev.assay.wire.FeedbackJson;
import dev.assay.wire.Mappers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * The checks' results: an object a batch, and one packed item a segment that says for each ordinal
 * where its result lies. The item is replaced only by whoever read its last state.
 */
public final class SegmentCheckLog implements CheckLog, CheckVerdicts {
  private static final String PREFIX = "checks";

  private final Table traces;
  private final DynamoLedger ledger;
  private final SegmentObjects objects;
  private final Duration retention;

  SegmentCheckLog(Table traces, DynamoLedger ledger, SegmentObjects objects, Duration retention) {
    this.traces = traces;
    this.ledger = ledger;
    this.objects = objects;
    this.retention = retention;
  }

  @Override
  public Set<TraceKey> checked(String segment, String version, List<Handed> among) {
    Set<TraceKey> checked = new HashSet<>();
    packed(segment, version)
        .ifPresent(packed -> {
          for (Handed trace : among) {
            if (packed.find(trace.pointer().ordinal()).isPresent()) {
              checked.add(trace.key());
            }
          }
        });
    return checked;
  }

  private Optional<PackedChecks> packed(String segment, String version) {
    return traces.get(Keys.segment(segment), Keys.check(version)).map(PackedChecks::read);
  }

  @Override
  public boolean keep(
      String segment,
      String version,
      List<Checked> results,
      Map<String, DayTotals> totals,
      Instant now) {
    PackedChecks before = packed(segment, version).orElse(PackedChecks.EMPTY);
    for (Checked result : results) {
      if (before.find(result.trace().pointer().ordinal()).isPresent()) {
        return false;
      }
    }
    PackedChecks after = before.with(write(results, now), ordinals(results));
    return commit(segment, version, before, after, totals, now);
  }

  private static List<Integer> ordinals(List<Checked> results) {
    return results.stream().map(result -> result.trace().pointer().ordinal()).toList();
  }

  private List<Pointer> write(List<Checked> results, Instant now) {
    List<String> names = results.stream().map(result -> result.trace().toString()).toList();
    List<Bytes> bodies = results.stream().map(SegmentCheckLog::body).toList();
    return objects.write(PREFIX, names, bodies, now);
  }

  private static Bytes body(Checked result) {
    ArrayNode list = Mappers.JSON.createArrayNode();
    result.feedback().forEach(feedback -> list.add(FeedbackJson.write(feedback)));
    return Bytes.of(Mappers.JSON.writeValueAsBytes(list));
  }

  private boolean commit(
      String segment,
      String version,
      PackedChecks before,
      PackedChecks after,
      Map<String, DayTotals> totals,
      Instant now) {
    Item item =
        after
            .write(Item.key(Keys.segment(segment), Keys.check(version)))
            .with(Keys.TTL, now.plus(retention).getEpochSecond());
    Put.Builder put = Put.builder().tableName(traces.name()).item(item.map());
    if (before.state() == 0) {
      put.conditionExpression(Table.ABSENT);
    } else {
      put.conditionExpression("#state = :before")
          .expressionAttributeNames(Map.of("#state", PackedChecks.STATE))
          .expressionAttributeValues(
              Map.of(":before", AttributeValue.fromN(Integer.toString(before.state()))));
    }
    return ledger.write(put.build(), totals, now);
  }

  @Override
  public Map<TraceKey, Boolean> flagged(List<Handed> wanted) {
    Map<TraceKey, Boolean> flagged = new ConcurrentHashMap<>();
    Parallel.map(
        wanted,
        trace -> {
          List<Feedback> said = of(trace.pointer());
          if (!said.isEmpty()) {
            flagged.put(trace.key(), said.stream().anyMatch(SegmentCheckLog::isLow));
          }
          return trace;
        });
    return flagged;
  }

  /** Commitments score 1 where nothing was alerted or flagged. */
  private static boolean isLow(Feedback feedback) {
    return feedback.assessment().key().equals(CommitmentCheck.KEY)
        && feedback.assessment().verdict() instanceof Verdict.Scored(Score score)
        && score.compareTo(Score.ONE) < 0;
  }

  /** What the checks said of one trace, under every version that was ever run. */
  List<Feedback> of(Pointer trace) {
    List<Feedback> feedback = new ArrayList<>();
    for (Item item : traces.query(Keys.segment(trace.segment()), Keys.CHECK_PREFIX)) {
      PackedChecks.read(item)
          .find(trace.ordinal())
          .ifPresent(pointer -> {
            Bytes body = objects.read(List.of(pointer)).getFirst();
            for (JsonNode one : Mappers.JSON.readTree(body.array())) {
              feedback.add(FeedbackJson.read(one));
            }
          });
    }
    return feedback;
  }
}
