package dev.assay.cli;

import dev.assay.cli.connect.Connection;
import dev.assay.cli.connect.ConnectionOptions;
import dev.assay.cli.connect.Queues;
import dev.assay.cli.connect.Resource;
import dev.assay.cli.show.BudgetView;
import dev.assay.cli.show.TierTable;
import dev.assay.cli.terminal.Exit;
import dev.assay.cli.terminal.Surroundings;
import dev.assay.cli.terminal.TextTable;
import dev.assay.cli.terminal.WrongInput;
import dev.assay.core.sampling.DayTotals;
import dev.assay.core.sampling.SamplingPolicy;
import dev.assay.wire.StatusJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** The online picture of one project and day. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Shows a day: tiers, commitments, judging, spend against cap, queues.",
    footer = {"", "Example:", "  assay status --project shop --day 2026-11-21"})
final class StatusCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(names = "--project", description = "Project, default \"default\".")
  private String project = "default";

  @Option(names = "--day", description = "UTC day on which traces were received; default today.")
  private String day = "";

  @Option(names = "--json", description = "Prints one JSON document.")
  private boolean json;

  @Mixin private final ConnectionOptions connection = new ConnectionOptions();

  StatusCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    LocalDate date = date();
    try (Connection open = connection.open(surroundings);
        Queues queues = new Queues(open)) {
      DayTotals totals = open.adapters().ledger().day(project, date);
      SamplingPolicy policy = open.adapters().policyStore().current();
      BudgetView budget =
          BudgetView.read(
              open.adapters().ledger(),
              open.adapters().windowLog(),
              project,
              policy,
              totals,
              at(date));
      Map<Resource, Queues.Depth> depths = queues.depths();
      if (json) {
        surroundings.out().println(document(date, totals, policy, budget, depths));
      } else {
        surroundings.out().print(page(date, totals, policy, budget, depths, open.where()));
      }
    }
    return Exit.DONE;
  }

  /** Now, or the end of a day that is over. */
  private Instant at(LocalDate date) {
    Instant now = surroundings.clock().instant();
    Instant end = date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1);
    return end.isBefore(now) ? end : now;
  }

  private LocalDate date() {
    if (day.isEmpty()) {
      return LocalDate.ofInstant(surroundings.clock().instant(), ZoneOffset.UTC);
    }
    try {
      return LocalDate.parse(day);
    } catch (DateTimeException e) {
      throw new WrongInput("--day: expected a date such as 2026-11-21, got " + day);
    }
  }

  private ObjectNode document(
      LocalDate date,
      DayTotals totals,
      SamplingPolicy policy,
      BudgetView budget,
      Map<Resource, Queues.Depth> depths) {
    ObjectNode document = StatusJson.write(project, date, totals, policy);
    budget.write(document.putObject("budget"));
    ObjectNode queues = document.putObject("queues");
    depths.forEach((queue, depth) ->
        queues
            .putObject(name(queue))
            .put("waiting", depth.waiting())
            .put("at_work", depth.atWork())
            .put("delayed", depth.delayed())
            .put("dead_letters", depth.dead()));
    return document;
  }

  private String page(
      LocalDate date,
      DayTotals totals,
      SamplingPolicy policy,
      BudgetView budget,
      Map<Resource, Queues.Depth> depths,
      String where) {
    TextTable table = new TextTable("queue", "waiting", "at work", "delayed", "dead letters");
    depths.forEach((queue, depth) ->
        table.row(
            name(queue),
            Long.toString(depth.waiting()),
            Long.toString(depth.atWork()),
            Long.toString(depth.delayed()),
            Long.toString(depth.dead())));
    return surroundings.heading("Project " + project + ", " + date)
        + " in "
        + where
        + "\n\n"
        + TierTable.of(totals, policy, "  ")
        + "\n  commitments: "
        + TierTable.count(totals, DayTotals.ALERTED)
        + " traces alerted, "
        + TierTable.count(totals, DayTotals.FLAGGED)
        + " flagged\n  judge: "
        + TierTable.count(totals, DayTotals.JUDGED)
        + " judged, "
        + TierTable.count(totals, DayTotals.JUDGE_FAILED)
        + " failed, "
        + TierTable.count(totals, DayTotals.OVER_BUDGET)
        + " over budget\n\n"
        + budget.words()
        + "\n"
        + table.text("  ");
  }

  private static String name(Resource queue) {
    return queue.nameIn("").substring(1);
  }
}
