package dev.assay.aws;

import dev.assay.core.ingest.Arrival;
import dev.assay.core.trace.Agent;
import dev.assay.core.trace.Pointer;
import dev.assay.core.trace.Trace;
import dev.assay.core.trace.TraceId;
import dev.assay.core.trace.TraceKey;
import dev.assay.core.trace.TraceRecord;
import dev.assay.core.trace.TraceRecord.Sampled;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The slim index item: less than 1 KB, since the 1,025th byte doubles its price. */
final class TraceItems {
  private TraceItems() {}

  static Item write(Arrival arrival, Pointer pointer, Instant receivedAt, Duration retention) {
    Trace trace = arrival.trace();
    return pointer(
            Item.key(Keys.trace(arrival.key().id()), Keys.revision(arrival.key().revision())),
            pointer)
        .with("conversation", sameAs(trace.id().value(), trace.conversation()))
        .with("project", trace.project())
        .with("agent", trace.agent().name())
        .with("version", trace.agent().version())
        .with("model", trace.agent().model())
        .with("variant", trace.agent().variant())
        .with("flow", trace.flow())
        .with("channel", trace.channel())
        .with("locale", trace.locale())
        .with("started_at", trace.startedAt().toEpochMilli())
        .with("received_at", receivedAt.toEpochMilli())
        .with("cost_usd", arrival.costUsd())
        .with("pieces", arrival.pieces().stream().map(String::valueOf).toList())
        .with("tiers", arrival.sampling().sampled().tiers())
        .with("rate_bp", arrival.sampling().rateBp())
        .with("probability", arrival.sampling().probability())
        .with("hash", arrival.sampling().hash())
        .with("keep", arrival.sampling().keep())
        .with("policy", arrival.sampling().policyVersion())
        .with(Keys.TTL, receivedAt.plus(retention).getEpochSecond());
  }

  static TraceRecord read(Item item) {
    TraceId id = new TraceId(item.text(Keys.PK).substring(2));
    int revision = Integer.parseInt(item.text(Keys.SK).substring(Keys.REVISION_PREFIX.length()));
    String conversation = item.optionalText("conversation");
    Double probability = item.decimal("probability");
    return new TraceRecord(
        new TraceKey(id, revision),
        pointer(item),
        conversation == null ? id.value() : conversation,
        item.text("project"),
        new Agent(
            item.text("agent"),
            item.optionalText("version"),
            item.optionalText("model"),
            null,
            item.optionalText("variant")),
        item.optionalText("flow"),
        item.optionalText("channel"),
        item.optionalText("locale"),
        Instant.ofEpochMilli(item.number("started_at")),
        Instant.ofEpochMilli(item.number("received_at")),
        item.decimal("cost_usd"),
        item.texts("pieces").stream().map(Integer::valueOf).toList(),
        new Sampled(
            item.texts("tiers"),
            (int) item.number("rate_bp"),
            probability == null ? 0 : probability,
            item.number("hash"),
            item.flag("keep"),
            (int) item.number("policy")));
  }

  static Item pointer(Item item, Pointer pointer) {
    return item.with("segment", pointer.segment())
        .with("ordinal", pointer.ordinal())
        .with("offset", pointer.offset())
        .with("length", pointer.length());
  }

  static Pointer pointer(Item item) {
    return new Pointer(
        item.text("segment"),
        (int) item.number("ordinal"),
        item.number("offset"),
        (int) item.number("length"));
  }

  private static @Nullable String sameAs(String id, String conversation) {
    return id.equals(conversation) ? null : conversation;
  }
}
