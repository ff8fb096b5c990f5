package dev.assay.cli.agreement;

import dev.assay.core.judge.RejudgePlan;
import dev.assay.core.judge.RejudgeResult;
import dev.assay.wire.Mappers;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Judging again, for machines. */
public final class RejudgeJson {
  private RejudgeJson() {}

  /** What it would do and cost. */
  public static ObjectNode write(RejudgePlan plan) {
    ObjectNode json = Mappers.JSON.createObjectNode();
    json.put("project", plan.project());
    json.put("found", plan.found());
    json.put("to_judge", plan.traces().size());
    json.put("same_version", plan.same());
    json.put("gone", plan.gone());
    json.put("beyond_limit", plan.left());
    json.put("upper_usd", plan.upperUsd());
    json.put("expected_usd", plan.expectedUsd());
    json.put("allowance_usd", plan.roomUsd());
    json.put("fits", plan.fits());
    return json;
  }

  /** Adds what came of it. */
  public static void add(ObjectNode json, RejudgeResult result) {
    json.put("judged", result.judged());
    json.put("unscored", result.unscored());
    json.put("failed", result.failed());
    json.put("later", result.later());
    json.put("stopped", result.stopped());
    json.put("cost_usd", result.spend().costUsd());
    json.put("cost_estimated", result.spend().estimated());
    ArrayNode changes = json.putArray("changes");
    for (RejudgeResult.Change change : result.changes()) {
      ObjectNode row = changes.addObject().put("rubric", change.key());
      AgreementJson.put(
          row,
          "difference",
          change.difference(),
          (to, difference) -> {
            to.put("mean", difference.mean()).put("n", difference.count());
            AgreementJson.interval(to.putObject("interval"), difference.interval());
          });
      row.put("pass_to_fail", change.passToFail()).put("fail_to_pass", change.failToPass());
    }
  }
}
