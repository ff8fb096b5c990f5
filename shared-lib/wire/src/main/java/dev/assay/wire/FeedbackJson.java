package dev.assay.wire;

import dev.assay.core.feedback.Assessment;
import dev.assay.core.feedback.Fault;
import dev.assay.core.feedback.Feedback;
import dev.assay.core.feedback.Finding;
import dev.assay.core.feedback.Score;
import dev.assay.core.feedback.Source;
import dev.assay.core.feedback.Spend;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.trace.TraceId;
import dev.assay.core.trace.TraceKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Feedback as the command's contract writes it, and back. */
public final class FeedbackJson {
  private FeedbackJson() {}

  /** One JSON object. */
  public static ObjectNode write(Feedback feedback) {
    Assessment assessment = feedback.assessment();
    ObjectNode json = Mappers.JSON.createObjectNode();
    json.put("feedback_id", feedback.id());
    json.put("trace_id", feedback.trace().id().value());
    json.put("revision", feedback.trace().revision());
    json.put("key", assessment.key());
    writeVerdict(json, assessment.verdict());
    json.put("value", assessment.value());
    json.put("comment", assessment.comment());
    ObjectNode source = json.putObject("source");
    source.put("type", feedback.source().type().wireName());
    source.put("name", feedback.source().name());
    source.put("version", feedback.source().version());
    ArrayNode evidence = json.putArray("evidence");
    assessment.findings().forEach(finding -> evidence.add(write(finding)));
    if (!assessment.spend().equals(Spend.NOTHING)) {
      ObjectNode spend = json.putObject("spend");
      spend.put("input_tokens", assessment.spend().inputTokens());
      spend.put("output_tokens", assessment.spend().outputTokens());
      spend.put("cost_usd", assessment.spend().costUsd());
      if (assessment.spend().estimated()) {
        spend.put("estimated", true);
      }
    }
    json.put("created_at", feedback.createdAt().toString());
    return json;
  }

  private static void writeVerdict(ObjectNode json, Verdict verdict) {
    switch (verdict) {
      case Verdict.Scored(Score score) -> {
        json.put("score", score.value());
        json.put("status", "scored");
      }
      case Verdict.Unscored(String reason) -> {
        json.putNull("score");
        json.put("status", "unscored");
        json.put("reason", reason);
      }
      case Verdict.Failed(Fault fault) -> {
        json.putNull("score");
        json.put("status", "failed");
        json.put("reason", fault.reason());
        json.put("passing", fault.passing());
      }
    }
  }

  private static ObjectNode write(Finding finding) {
    ObjectNode json = Mappers.JSON.createObjectNode();
    json.put("message", finding.message());
    json.put("start", finding.start());
    json.put("end", finding.end());
    json.put("text", finding.text());
    json.put("type", finding.type());
    json.put("normalised", finding.normalised());
    json.put("verdict", finding.verdict());
    json.put("nearest", finding.nearest());
    json.put("reason", finding.reason());
    return json;
  }

  /** Reads what {@link #write(Feedback)} wrote. */
  public static Feedback read(JsonNode json) {
    JsonNode source = json.path("source");
    JsonNode spend = json.path("spend");
    List<Finding> findings = new ArrayList<>();
    json.path("evidence").forEach(finding -> findings.add(finding(finding)));
    Assessment assessment =
        new Assessment(
            json.path("key").asString(),
            verdict(json),
            text(json, "value"),
            json.path("comment").asString(""),
            findings,
            new Spend(
                spend.path("input_tokens").asLong(0),
                spend.path("output_tokens").asLong(0),
                spend.path("cost_usd").asDouble(0),
                spend.path("estimated").asBoolean(false)));
    return new Feedback(
        json.path("feedback_id").asString(),
        new TraceKey(new TraceId(json.path("trace_id").asString()), json.path("revision").asInt(1)),
        assessment,
        new Source(
            Source.Type.valueOf(source.path("type").asString().toUpperCase(Locale.ROOT)),
            source.path("name").asString(),
            source.path("version").asString()),
        Instant.parse(json.path("created_at").asString()));
  }

  private static Verdict verdict(JsonNode json) {
    String reason = json.path("reason").asString("");
    return switch (json.path("status").asString()) {
      case "scored" -> Verdict.scored(json.path("score").doubleValue());
      case "failed" -> new Verdict.Failed(new Fault(reason, json.path("passing").asBoolean(false)));
      default -> Verdict.unscored(reason);
    };
  }

  private static Finding finding(JsonNode json) {
    return new Finding(
        json.path("message").asInt(),
        json.path("start").asInt(),
        json.path("end").asInt(),
        json.path("text").asString(""),
        json.path("type").asString(""),
        text(json, "normalised"),
        json.path("verdict").asString(""),
        text(json, "nearest"),
        text(json, "reason"));
  }

  private static @Nullable String text(JsonNode json, String name) {
    JsonNode value = json.get(name);
    return value == null || value.isNull() ? null : value.asString();
  }
}
