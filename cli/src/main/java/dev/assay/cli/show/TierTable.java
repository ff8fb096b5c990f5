package dev.assay.cli.show;

import dev.assay.cli.terminal.Figures;
import dev.assay.cli.terminal.TextTable;
import dev.assay.core.sampling.DayTotals;
import dev.assay.core.sampling.SamplingPolicy;
import dev.assay.core.sampling.Tier;

/** Sampling tiers of a day: what the policy wishes, what was chosen and what was judged. */
public final class TierTable {
  private TierTable() {}

  /** The table; shares stand with their counts. */
  public static String of(DayTotals totals, SamplingPolicy policy, String indent) {
    TextTable table = new TextTable("tier", "traces", "policy", "chosen", "judged");
    for (Tier tier : Tier.values()) {
      String name = tier.wireName();
      long traces = count(totals, "tier." + name);
      table.row(
          name,
          Long.toString(traces),
          Figures.percent(policy.rate(tier) / (double) SamplingPolicy.ALWAYS),
          Figures.share(count(totals, "wished." + name), traces),
          Figures.share(count(totals, "judged." + name), traces));
    }
    long traces = count(totals, DayTotals.TRACES);
    table.row(
        "all",
        Long.toString(traces),
        "",
        Figures.share(count(totals, DayTotals.WISHED), traces),
        Figures.share(count(totals, DayTotals.JUDGED), traces));
    return table.text(indent);
  }

  /** Spend against the cap in one sentence. */
  public static String spend(DayTotals totals, SamplingPolicy policy) {
    double inference = totals.get(DayTotals.INFERENCE_USD);
    double judge = totals.get(DayTotals.JUDGE_USD);
    double share = policy.budget().share();
    return "judging "
        + Figures.usd(judge)
        + " of a cap of "
        + Figures.usd(inference * share)
        + " ("
        + Figures.percent(share)
        + " of the agents' "
        + Figures.usd(inference)
        + ")";
  }

  /** A counter as a whole number. */
  public static long count(DayTotals totals, String name) {
    return Math.round(totals.get(name));
  }
}
