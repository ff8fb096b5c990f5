package dev.assay.cli.rubric;

import dev.assay.core.feedback.Assessment;
import dev.assay.core.feedback.Spend;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.judge.AnswerReader.ItemAnswer;
import dev.assay.wire.Mappers;
import tools.jackson.databind.node.ObjectNode;

/** A trial for machines to read. */
public final class TrialJson {
  private TrialJson() {}

  /** What would be asked, and what that may cost. */
  public static ObjectNode before(Trial trial) {
    ObjectNode json = Mappers.JSON.createObjectNode();
    json.put("rubric", trial.rubric().id());
    json.put("version", trial.rubric().version());
    json.put("trace_id", trial.trace().id().value());
    json.put("model", trial.model());
    json.putObject("prompt")
        .put("system", trial.prompt().system())
        .put("user", trial.prompt().user());
    json.putObject("at_most")
        .put("cost_usd", trial.upperCostUsd())
        .put("input_tokens", trial.inputTokens())
        .put("output_tokens", trial.prompt().answerTokens());
    return json;
  }

  /** Adds what was answered. */
  public static void after(ObjectNode json, Trial trial, Trial.Result result) {
    Assessment assessment = result.assessment();
    switch (assessment.verdict()) {
      case Verdict.Scored scored ->
          json.put("status", "scored")
              .put("score", scored.score().value())
              .put("label", trial.rubric().thresholds().label(scored.score()));
      case Verdict.Unscored unscored ->
          json.put("status", "unscored").put("reason", unscored.reason());
      case Verdict.Failed failed ->
          json.put("status", "failed").put("reason", failed.fault().reason());
    }
    var items = json.putArray("items");
    for (ItemAnswer answer : result.items()) {
      items
          .addObject()
          .put("id", answer.item())
          .put("answer", answer.yes() ? "yes" : "no")
          .put("passed", trial.passes(answer))
          .put("reason", answer.reason())
          .put("quote", answer.quote());
    }
    Spend spend = assessment.spend();
    json.putObject("spent")
        .put("cost_usd", spend.costUsd())
        .put("input_tokens", spend.inputTokens())
        .put("output_tokens", spend.outputTokens());
  }
}
