package dev.assay.cli;

import dev.assay.cli.connect.Connection;
import dev.assay.cli.connect.ConnectionOptions;
import dev.assay.cli.terminal.Exit;
import dev.assay.cli.terminal.Figures;
import dev.assay.cli.terminal.Surroundings;
import dev.assay.cli.terminal.WrongInput;
import dev.assay.wire.TraceViewJson;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What waits for a person. */
@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    description = "The human queue.",
    footer = {"", "Example:", "  assay review list --limit 10"})
final class ReviewCommand implements Runnable {
  private static final int MOST = 1_000;

  private final Surroundings surroundings;

  @Spec private @Nullable CommandSpec spec;

  ReviewCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "review: expected list");
    }
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Open items, lowest score first.",
      footer = {"", "Example:", "  assay review list --project shop"})
  int list(
      @Option(names = "--project", defaultValue = "default", description = "Project.")
          String project,
      @Option(names = "--limit", defaultValue = "20", description = "Most items, 1 to 1000.")
          int limit,
      @Option(names = "--json", description = "Prints JSON Lines.") boolean json,
      @Mixin ConnectionOptions connection) {
    if (limit < 1 || limit > MOST) {
      throw new WrongInput("--limit: expected 1 to " + MOST + ", got " + limit);
    }
    try (Connection open = connection.open(surroundings)) {
      var items = open.adapters().reviewQueue().open(project, limit);
      for (var item : items) {
        if (json) {
          surroundings.out().println(TraceViewJson.write(item));
        } else {
          Double score = item.score();
          surroundings
              .out()
              .println(
                  String.format(
                      Locale.ROOT,
                      "%5s  %-15s  %s  %s",
                      score == null ? "-" : Figures.score(score),
                      item.reason().wireName(),
                      item.trace().id(),
                      item.note()));
        }
      }
      if (items.isEmpty() && !json) {
        surroundings.out().println("Nothing waits.");
      }
    }
    return Exit.DONE;
  }
}
