package dev.assay.cli.agreement;

import dev.assay.cli.terminal.Figures;
import dev.assay.core.judge.RejudgePlan;
import dev.assay.core.judge.RejudgeResult;
import java.util.Locale;

/** Judging again, for people: before and after. */
public final class RejudgePage {
  private RejudgePage() {}

  /** What it would do and cost. */
  public static String write(RejudgePlan plan) {
    return String.format(
        Locale.ROOT,
        "%s scored before; to judge again: %d. This version has judged %d already, %d are stored no"
            + " more in that revision, %d are beyond the limit.%n"
            + "  cost: %s at most, about %s expected; the caps on judging leave %s%n",
        Figures.count(plan.found(), "trace", "traces"),
        plan.traces().size(),
        plan.same(),
        plan.gone(),
        plan.left(),
        Figures.usd(plan.upperUsd()),
        Figures.usd(plan.expectedUsd()),
        Figures.usd(plan.roomUsd()));
  }

  /** What came of it. */
  public static String write(RejudgeResult result) {
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "%s judged again, %d unscored, %d failed; %s spent%s%n",
            Figures.count(result.judged(), "trace", "traces"),
            result.unscored(),
            result.failed(),
            Figures.usd(result.spend().costUsd()),
            result.spend().estimated() ? " (estimated)" : ""));
    if (result.later() > 0) {
      out.append(
          String.format(
              Locale.ROOT,
              "%d could not be judged now; the same command takes them up%n",
              result.later()));
    }
    if (result.stopped() > 0) {
      out.append(
          String.format(
              Locale.ROOT, "%d left: the cap on judging was reached%n", result.stopped()));
    }
    if (!result.changes().isEmpty()) {
      out.append("New minus old, on the same traces, unweighted, 95 % intervals:\n");
    }
    result.changes().forEach(change -> out.append(row(change)));
    return out.toString();
  }

  private static String row(RejudgeResult.Change change) {
    return AgreementPage.row(
            change.key(),
            change.difference(),
            difference ->
                String.format(
                    Locale.ROOT,
                    "%+.3f  %s  n %d",
                    difference.mean(),
                    AgreementPage.interval(difference.interval()),
                    difference.count()))
        + String.format(
            Locale.ROOT,
            "    %-46s %d from pass to fail, %d from fail to pass%n",
            "",
            change.passToFail(),
            change.failToPass());
  }
}
