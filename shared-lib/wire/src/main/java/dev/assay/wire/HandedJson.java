package dev.assay.wire;

import dev.assay.core.ingest.HandOver.Reminder;
import dev.assay.core.trace.Handed;
import dev.assay.core.trace.Pointer;
import dev.assay.core.trace.TraceId;
import dev.assay.core.trace.TraceKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The messages between the stages: pointers, never bodies. */
public final class HandedJson {
  private HandedJson() {}

  /** The body of a message on {@code checks} or {@code judgements}. */
  public static String write(List<Handed> traces) {
    ObjectNode json = Mappers.JSON.createObjectNode();
    ArrayNode list = json.putArray("traces");
    traces.forEach(trace -> list.add(write(trace)));
    return json.toString();
  }

  static ObjectNode write(Handed trace) {
    ObjectNode one = Mappers.JSON.createObjectNode();
    one.put("trace_id", trace.key().id().value());
    one.put("revision", trace.key().revision());
    one.put("segment", trace.pointer().segment());
    one.put("ordinal", trace.pointer().ordinal());
    one.put("offset", trace.pointer().offset());
    one.put("length", trace.pointer().length());
    one.put("project", trace.project());
    one.put("started_at", trace.startedAt().toEpochMilli());
    if (trace.costUsd() != null) {
      one.put("cost_usd", trace.costUsd());
    }
    ArrayNode tiers = one.putArray("tiers");
    trace.tiers().forEach(tiers::add);
    one.put("probability", trace.probability());
    one.put("hash", trace.hash());
    one.put("keep", trace.keep());
    return one;
  }

  /**
   * Reads such a body.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static List<Handed> read(String body) {
    try {
      return read(Mappers.JSON.readTree(body));
    } catch (JacksonException e) {
      throw new IllegalArgumentException("expected a JSON object of pointers", e);
    }
  }

  static List<Handed> read(JsonNode body) {
    JsonNode list = body.path("traces");
    if (!list.isArray() || list.isEmpty()) {
      throw new IllegalArgumentException("traces: expected an array of 1 or more pointers");
    }
    List<Handed> traces = new ArrayList<>(list.size());
    for (JsonNode one : list) {
      traces.add(readOne(one));
    }
    return traces;
  }

  static Handed readOne(JsonNode json) {
    List<String> tiers = new ArrayList<>();
    json.path("tiers").forEach(tier -> tiers.add(tier.asString()));
    return new Handed(
        new TraceKey(
            new TraceId(json.path("trace_id").asString("")), json.path("revision").asInt(0)),
        new Pointer(
            json.path("segment").asString(),
            json.path("ordinal").asInt(),
            json.path("offset").asLong(),
            json.path("length").asInt()),
        json.path("project").asString(),
        Instant.ofEpochMilli(json.path("started_at").asLong()),
        cost(json),
        tiers,
        json.path("probability").asDouble(),
        json.path("hash").asLong(),
        json.path("keep").asBoolean());
  }

  private static @Nullable Double cost(JsonNode json) {
    JsonNode cost = json.path("cost_usd");
    return cost.isNumber() ? Double.valueOf(cost.doubleValue()) : null;
  }

  /** The body of a message on {@code joins}. */
  public static String write(Reminder reminder) {
    return Mappers.JSON
        .createObjectNode()
        .put("conversation_id", reminder.conversation())
        .put("pieces", reminder.pieces())
        .toString();
  }

  /**
   * Reads such a body.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static Reminder readReminder(String body) {
    try {
      JsonNode json = Mappers.JSON.readTree(body);
      return new Reminder(json.path("conversation_id").asString(), json.path("pieces").asInt());
    } catch (JacksonException e) {
      throw new IllegalArgumentException("expected a reminder to join", e);
    }
  }
}
