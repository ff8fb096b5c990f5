package dev.assay.cli;

import dev.assay.aws.Adapters;
import dev.assay.cli.connect.Connection;
import dev.assay.cli.connect.ConnectionOptions;
import dev.assay.cli.show.TracePage;
import dev.assay.cli.terminal.Exit;
import dev.assay.cli.terminal.Surroundings;
import dev.assay.cli.terminal.WrongInput;
import dev.assay.core.feedback.Feedback;
import dev.assay.core.trace.Bytes;
import dev.assay.core.trace.TraceId;
import dev.assay.core.trace.TraceRecord;
import dev.assay.wire.JsonTraceFormat;
import dev.assay.wire.TraceViewJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one trace with its feedback, decisions and cost. */
@Command(
    name = "trace",
    mixinStandardHelpOptions = true,
    description = "Shows a trace: conversation, commitments, feedback, sampling, cost.",
    footer = {"", "Example:", "  assay trace call-4711 --wait 10"})
final class TraceCommand implements Callable<Integer> {
  private static final int POLL_MS = 300;

  private final Surroundings surroundings;

  @Parameters(paramLabel = "ID", description = "The trace's id.")
  private String id = "";

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      description = "Waits so long at most until there is feedback.")
  private int waitSeconds;

  @Option(names = "--json", description = "Prints one JSON document.")
  private boolean json;

  @Mixin private final ConnectionOptions connection = new ConnectionOptions();

  TraceCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  private record Found(TraceRecord stored, List<Feedback> feedback) {}

  @Override
  public Integer call() throws InterruptedException {
    TraceId trace = traceId(id);
    try (Connection open = connection.open(surroundings)) {
      Adapters adapters = open.adapters();
      Optional<Found> found = find(adapters, trace);
      if (found.isEmpty()) {
        surroundings.say("No trace " + trace + " in " + open.where() + ".");
        return Exit.NO;
      }
      show(adapters, found.get());
      if (waitSeconds > 0 && found.get().feedback().isEmpty()) {
        surroundings.say("No feedback within " + waitSeconds + " seconds.");
        return Exit.NO;
      }
      return Exit.DONE;
    }
  }

  /** A valid trace id, or the user's mistake. */
  static TraceId traceId(String id) {
    if (!TraceId.isValid(id)) {
      throw new WrongInput("trace id: expected 1 to 128 characters of A-Z a-z 0-9 . _ : -");
    }
    return new TraceId(id);
  }

  private Optional<Found> find(Adapters adapters, TraceId trace) throws InterruptedException {
    Instant end = surroundings.clock().instant().plusSeconds(waitSeconds);
    while (true) {
      Optional<Found> found =
          adapters
              .traceArchive()
              .find(trace)
              .map(stored -> new Found(stored, adapters.feedbackLog().of(trace)));
      boolean complete = found.isPresent() && !found.get().feedback().isEmpty();
      if (complete || !surroundings.clock().instant().isBefore(end)) {
        return found;
      }
      Thread.sleep(POLL_MS);
    }
  }

  private void show(Adapters adapters, Found found) {
    Bytes body = adapters.traceArchive().read(List.of(found.stored().pointer())).getFirst();
    if (json) {
      surroundings.out().println(TraceViewJson.write(found.stored(), body, found.feedback()));
    } else {
      var trace = JsonTraceFormat.verbatim(surroundings.clock()).restore(body);
      surroundings
          .out()
          .print(TracePage.write(surroundings, found.stored(), trace, found.feedback()));
    }
  }
}
