package dev.assay.wire;

import dev.assay.core.feedback.Feedback;
import dev.assay.core.feedback.ReviewItem;
import dev.assay.core.trace.Bytes;
import dev.assay.core.trace.TraceRecord;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the command and the API show of a trace. */
public final class TraceViewJson {
  private TraceViewJson() {}

  /** One trace with its conversation, sampling decision and feedback. */
  public static ObjectNode write(TraceRecord trace, Bytes stored, List<Feedback> feedback) {
    ObjectNode json = record(trace);
    json.set("trace", Mappers.JSON.readTree(stored.array()));
    ArrayNode list = json.putArray("feedback");
    feedback.forEach(one -> list.add(FeedbackJson.write(one)));
    return json;
  }

  private static ObjectNode record(TraceRecord trace) {
    ObjectNode json = Mappers.JSON.createObjectNode();
    json.put("trace_id", trace.key().id().value());
    json.put("revision", trace.key().revision());
    json.put("conversation_id", trace.conversation());
    json.put("project", trace.project());
    json.put("received_at", trace.receivedAt().toString());
    ObjectNode sampling = json.putObject("sampling");
    ArrayNode tiers = sampling.putArray("tiers");
    trace.sampling().tiers().forEach(tiers::add);
    sampling.put("rate_bp", trace.sampling().rateBp());
    sampling.put("probability", trace.sampling().probability());
    sampling.put("keep", trace.sampling().keep());
    sampling.put("policy_version", trace.sampling().policyVersion());
    ObjectNode stored = json.putObject("stored");
    stored.put("segment", trace.pointer().segment());
    stored.put("offset", trace.pointer().offset());
    stored.put("length", trace.pointer().length());
    return json;
  }

  /** One open review item. */
  public static ObjectNode write(ReviewItem item) {
    ObjectNode json = Mappers.JSON.createObjectNode();
    json.put("trace_id", item.trace().id().value());
    json.put("revision", item.trace().revision());
    json.put("project", item.project());
    json.put("reason", item.reason().wireName());
    json.put("score", item.score());
    json.put("note", item.note());
    json.put("created_at", item.createdAt().toString());
    return json;
  }
}
