package dev.assay.wire;

import dev.assay.core.sampling.DayTotals;
import dev.assay.core.sampling.SamplingPolicy;
import dev.assay.core.sampling.Tier;
import java.time.LocalDate;
import tools.jackson.databind.node.ObjectNode;

/** The online picture of one project and day. Rates are absent, not 0, where nothing was seen. */
public final class StatusJson {
  private StatusJson() {}

  /** One JSON object. */
  public static ObjectNode write(
      String project, LocalDate day, DayTotals totals, SamplingPolicy policy) {
    ObjectNode json = Mappers.JSON.createObjectNode();
    json.put("project", project);
    json.put("day", day.toString());
    json.put("traces", count(totals, DayTotals.TRACES));
    ObjectNode tiers = json.putObject("tiers");
    for (Tier tier : Tier.values()) {
      tier(tiers.putObject(tier.wireName()), totals, tier, policy);
    }
    ObjectNode commitments = json.putObject("commitments");
    commitments.put("alerted", count(totals, DayTotals.ALERTED));
    commitments.put("flagged", count(totals, DayTotals.FLAGGED));
    ObjectNode judge = json.putObject("judge");
    judge.put("judged", count(totals, DayTotals.JUDGED));
    judge.put("failed", count(totals, DayTotals.JUDGE_FAILED));
    judge.put("over_budget", count(totals, DayTotals.OVER_BUDGET));
    judge.put("maybe_repeated_calls", count(totals, DayTotals.MAYBE_REPEATED));
    spend(json.putObject("spend"), totals, policy);
    return json;
  }

  private static void tier(ObjectNode json, DayTotals totals, Tier tier, SamplingPolicy policy) {
    double traces = totals.get("tier." + tier.wireName());
    json.put("traces", (long) traces);
    json.put("policy_rate", policy.rate(tier) / (double) SamplingPolicy.ALWAYS);
    if (traces > 0) {
      json.put("wished_rate", totals.get("wished." + tier.wireName()) / traces);
      json.put("judged_rate", totals.get("judged." + tier.wireName()) / traces);
    }
  }

  private static void spend(ObjectNode json, DayTotals totals, SamplingPolicy policy) {
    double inference = totals.get(DayTotals.INFERENCE_USD);
    double judge = totals.get(DayTotals.JUDGE_USD);
    json.put("inference_usd", inference);
    json.put("judge_usd", judge);
    json.put("cap_usd", inference * policy.budget().share());
    if (inference > 0) {
      json.put("share", judge / inference);
    }
  }

  private static long count(DayTotals totals, String name) {
    return (long) totals.get(name);
  }
}
