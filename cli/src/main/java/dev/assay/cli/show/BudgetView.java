package dev.assay.cli.show;

import dev.assay.cli.terminal.Figures;
import dev.assay.cli.terminal.TextTable;
import dev.assay.core.judge.WindowLog;
import dev.assay.core.judge.WindowLog.Closed;
import dev.assay.core.judge.WindowLog.Decided;
import dev.assay.core.sampling.Books;
import dev.assay.core.sampling.DayTotals;
import dev.assay.core.sampling.Ledger;
import dev.assay.core.sampling.SamplingPolicy;
import dev.assay.core.sampling.SpendCounters;
import dev.assay.core.sampling.Spending;
import dev.assay.core.sampling.WindowDraw;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a project's judging may cost and costs, and how its windows were drawn of late.
 *
 * @param today counters of the day that is shown
 * @param windows decided in the last day, in order
 * @param last the newest of them, with its rates; null where there was none
 */
public record BudgetView(
    Spending spending, DayTotals today, List<Decided> windows, @Nullable Closed last) {
  private static final Duration LOOK_BACK = Duration.ofDays(1);
  private static final int SHOWN = 3;

  public BudgetView {
    windows = List.copyOf(windows);
  }

  /** Reads it as it was at an instant. */
  public static BudgetView read(
      Ledger ledger,
      WindowLog log,
      String project,
      SamplingPolicy policy,
      DayTotals today,
      Instant at) {
    Books books = Books.read(ledger, project, at);
    List<Decided> windows = log.decidedBetween(project, at.minus(LOOK_BACK), at);
    Optional<Closed> last =
        windows.isEmpty() ? Optional.empty() : log.closed(project, windows.getLast().window());
    return new BudgetView(
        Spending.of(policy.budget(), today, books.accounts(), at),
        today,
        windows,
        last.orElse(null));
  }

  /**
   * First of the windows on end up to now whose rates were lowered; empty while the wish stands.
   */
  Optional<Instant> loweredSince() {
    Optional<Instant> since = Optional.empty();
    for (Decided window : windows.reversed()) {
      if (!window.lowered()) {
        return since;
      }
      since = Optional.of(window.window());
    }
    return since;
  }

  /** The block for people. */
  public String words() {
    TextTable table = new TextTable("judging", "spent", "reserved", "cap", "of inference");
    row(table, "this day", spending.day());
    row(table, "24 hours", spending.rollingDay());
    row(table, "month so far", spending.month());
    row(table, "month projected", spending.projected());
    return "  budget: "
        + Figures.percent(spending.share())
        + " of inference\n"
        + table.text("  ")
        + "  projected: as if all hours to come were like the last 24\n"
        + "  cost of inference assumed for "
        + Figures.share(
            TierTable.count(today, DayTotals.COST_ASSUMED),
            TierTable.count(today, DayTotals.TRACES))
        + " of the traces\n"
        + windowWords();
  }

  private void row(TextTable table, String name, SpendCounters counters) {
    table.row(
        name,
        Figures.usd(counters.settledUsd()),
        Figures.usd(counters.reservedUsd()),
        Figures.usd(spending.cap(counters)),
        Figures.usd(counters.inferenceUsd()));
  }

  private String windowWords() {
    if (windows.isEmpty()) {
      return "  windows: none decided in 24 hours (judging that costs nothing needs none)\n";
    }
    StringBuilder out = new StringBuilder();
    out.append("  rates: ")
        .append(
            loweredSince()
                .map(since -> "lowered since the window of " + since)
                .orElse("the policy's wish"))
        .append('\n');
    for (Decided window : windows.subList(Math.max(0, windows.size() - SHOWN), windows.size())) {
      out.append("  window ")
          .append(window.window())
          .append(": ")
          .append(window.reason())
          .append("; drawn for ")
          .append(Figures.usd(window.drawnUsd()))
          .append('\n');
    }
    Closed newest = last;
    return newest == null ? out.toString() : out.append(rates(newest)).toString();
  }

  private static String rates(Closed closed) {
    TextTable table = new TextTable("last window", "wish", "rate", "waited");
    for (WindowDraw.Rate rate : closed.parameters().rates()) {
      table.row(
          rate.cell().key(),
          Figures.percent(rate.wish()),
          Figures.percent(rate.rate()),
          Integer.toString(rate.candidates()));
    }
    return table.text("  ");
  }

  /** The same for machines. */
  public void write(ObjectNode json) {
    json.put("share", spending.share());
    write(json.putObject("day"), spending.day());
    write(json.putObject("rolling_day"), spending.rollingDay());
    write(json.putObject("month"), spending.month());
    write(json.putObject("month_projected"), spending.projected());
    json.put("projection", "month so far, and every hour to come like those of the last day");
    double traces = today.get(DayTotals.TRACES);
    if (traces > 0) {
      json.put("cost_assumed_share", today.get(DayTotals.COST_ASSUMED) / traces);
    }
    loweredSince().ifPresent(since -> json.put("lowered_since", since.toString()));
    var list = json.putArray("windows");
    for (Decided window : windows) {
      list.addObject()
          .put("window", window.window().toString())
          .put("lowered", window.lowered())
          .put("reason", window.reason())
          .put("budget_usd", window.budgetUsd())
          .put("wished_usd", window.wishedUsd())
          .put("drawn_usd", window.drawnUsd());
    }
    Closed newest = last;
    if (newest != null) {
      var rates = json.putArray("last_rates");
      for (WindowDraw.Rate rate : newest.parameters().rates()) {
        rates
            .addObject()
            .put("cell", rate.cell().key())
            .put("wish", rate.wish())
            .put("rate", rate.rate())
            .put("waited", rate.candidates());
      }
    }
  }

  private void write(ObjectNode json, SpendCounters counters) {
    json.put("judge_usd", counters.settledUsd());
    json.put("reserved_usd", counters.reservedUsd());
    json.put("cap_usd", spending.cap(counters));
    json.put("inference_usd", counters.inferenceUsd());
  }
}
