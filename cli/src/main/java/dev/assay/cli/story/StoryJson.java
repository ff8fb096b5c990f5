package dev.assay.cli.story;

import dev.assay.cli.demo.DemoTruth;
import dev.assay.core.feedback.Finding;
import dev.assay.wire.Mappers;
import dev.assay.wire.StatusJson;
import java.time.LocalDate;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The story for machines. */
public final class StoryJson {
  private StoryJson() {}

  /** One JSON object. */
  public static ObjectNode write(Story story, LocalDate day) {
    ObjectNode json = Mappers.JSON.createObjectNode();
    json.put("sent", story.sent());
    json.put("conversations", story.heard().lines().size());
    json.put("missing", story.heard().missing().size());
    json.put("dead_letters", story.deadLetters());
    json.put("seconds", story.seconds());
    ObjectNode redacted = json.putObject("redacted");
    story.heard().redacted().forEach(redacted::put);
    json.set("status", StatusJson.write("*", day, story.totals(), story.policy()));
    ObjectNode verdicts = json.putObject("commitments");
    story.verdicts().forEach(verdicts::put);
    ArrayNode worst = json.putArray("worst");
    story.worst().forEach(one -> worst.add(worst(one)));
    ObjectNode judge = json.putObject("judge");
    judge.put("n", story.scores().n());
    if (story.scores().n() > 0) {
      judge.put("mean", story.scores().mean());
    }
    story
        .scores()
        .low()
        .ifPresent(
            low -> judge.put("lowest", low.score()).put("lowest_trace", low.trace().id().value()));
    judge.put("unscored", story.scores().unscored()).put("failed", story.scores().failed());
    ObjectNode review = json.putObject("review");
    story.review().forEach(review::put);
    json.put("alerts", story.alerts());
    DemoTruth.Report truth = story.truth();
    if (truth != null) {
      truth(json.putObject("truth"), truth);
    }
    return json;
  }

  private static ObjectNode worst(Worst worst) {
    Finding finding = worst.finding();
    return Mappers.JSON
        .createObjectNode()
        .put("trace_id", worst.trace().key().id().value())
        .put("message", finding.message())
        .put("before", worst.sentence().before())
        .put("text", worst.sentence().span())
        .put("after", worst.sentence().after())
        .put("type", finding.type())
        .put("normalised", finding.normalised())
        .put("verdict", finding.verdict())
        .put("nearest", finding.nearest())
        .put("reason", finding.reason());
  }

  private static void truth(ObjectNode json, DemoTruth.Report truth) {
    ArrayNode recalls = json.putArray("recalls");
    for (DemoTruth.Recall recall : truth.recalls()) {
      recalls
          .addObject()
          .put("fault", recall.kind().wireName())
          .put("planted", recall.planted())
          .put("alerted", recall.alerted())
          .put("found", recall.found())
          .put("not_scored", recall.notScored());
    }
    ArrayNode flags = json.putArray("false_flags");
    for (DemoTruth.FalseFlags one : truth.falseFlags()) {
      flags
          .addObject()
          .put("family", one.family().name().toLowerCase(Locale.ROOT))
          .put("clean", one.scored())
          .put("alerted", one.alerted())
          .put("flagged", one.flagged());
    }
  }
}
