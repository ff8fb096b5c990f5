package dev.assay.aws;

import dev.assay.core.ingest.Arrival;
import dev.assay.core.ingest.TraceStore;
import dev.assay.core.trace.Bytes;
import dev.assay.core.trace.Pointer;
import dev.assay.core.trace.TraceArchive;
import dev.assay.core.trace.TraceId;
import dev.assay.core.trace.TraceRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Traces in S3 segments with a slim DynamoDB index. */
public final class SegmentTraceStore implements TraceStore, TraceArchive {
  private static final String PREFIX = "segments";

  private final Table traces;
  private final SegmentObjects objects;
  private final Duration retention;

  SegmentTraceStore(Table traces, SegmentObjects objects, Duration retention) {
    this.traces = traces;
    this.objects = objects;
    this.retention = retention;
  }

  @Override
  public List<TraceRecord> store(List<Arrival> arrivals, Instant receivedAt) {
    List<String> names = arrivals.stream().map(arrival -> arrival.key().toString()).toList();
    List<Pointer> pointers =
        objects.write(PREFIX, names, arrivals.stream().map(Arrival::stored).toList(), receivedAt);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < arrivals.size(); i++) {
      items.add(TraceItems.write(arrivals.get(i), pointers.get(i), receivedAt, retention));
    }
    return Parallel.map(items, item -> TraceItems.read(traces.putIfAbsent(item).orElse(item)));
  }

  @Override
  public void storePieces(List<PieceArrival> pieces, Instant receivedAt) {
    List<String> names = pieces.stream().map(SegmentTraceStore::name).toList();
    List<Pointer> pointers =
        objects.write(
            PREFIX, names, pieces.stream().map(PieceArrival::stored).toList(), receivedAt);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      items.add(item(pieces.get(i), pointers.get(i), receivedAt));
    }
    Parallel.map(items, traces::putIfAbsent);
  }

  private Item item(PieceArrival arrival, Pointer pointer, Instant receivedAt) {
    var piece = arrival.trace().piece();
    if (piece == null) {
      throw new IllegalArgumentException("trace " + arrival.trace().id() + " is no piece");
    }
    Item key =
        Item.key(Keys.conversation(arrival.trace().conversation()), Keys.piece(piece.number()));
    return TraceItems.pointer(key, pointer)
        .with("last", piece.last())
        .with(Keys.TTL, receivedAt.plus(retention).getEpochSecond());
  }

  private static String name(PieceArrival arrival) {
    return arrival.trace().conversation() + "#" + arrival.trace().piece();
  }

  @Override
  public List<StoredPiece> pieces(String conversation) {
    return traces.query(Keys.conversation(conversation), Keys.PIECE_PREFIX).stream()
        .map(item ->
            new StoredPiece(
                Integer.parseInt(item.text(Keys.SK).substring(Keys.PIECE_PREFIX.length())),
                item.flag("last"),
                TraceItems.pointer(item)))
        .toList();
  }

  @Override
  public Optional<TraceRecord> find(TraceId id) {
    return traces
        .query(
            request ->
                request
                    .keyConditionExpression("pk = :pk AND begins_with(sk, :sk)")
                    .expressionAttributeValues(
                        Map.of(
                            ":pk", AttributeValue.fromS(Keys.trace(id)),
                            ":sk", AttributeValue.fromS(Keys.REVISION_PREFIX)))
                    .scanIndexForward(false)
                    .consistentRead(true),
            1)
        .stream()
        .map(TraceItems::read)
        .findFirst();
  }

  @Override
  public List<Bytes> read(List<Pointer> pointers) {
    return objects.read(pointers);
  }
}
