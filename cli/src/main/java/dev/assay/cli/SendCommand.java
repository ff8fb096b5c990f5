package dev.assay.cli;

import dev.assay.cli.connect.Connection;
import dev.assay.cli.connect.ConnectionOptions;
import dev.assay.cli.connect.Sender;
import dev.assay.cli.input.Entry;
import dev.assay.cli.input.Format;
import dev.assay.cli.input.TraceFile;
import dev.assay.cli.terminal.Exit;
import dev.assay.cli.terminal.Figures;
import dev.assay.cli.terminal.Progress;
import dev.assay.cli.terminal.Surroundings;
import dev.assay.wire.Mappers;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends traces to the queue. */
@Command(
    name = "send",
    mixinStandardHelpOptions = true,
    description = {
      "Sends traces to the queue, as JSON or JSON Lines.",
      "A file is validated whole before anything is sent; standard input as it comes."
    },
    footer = {
      "",
      "Examples:",
      "  assay send traces.jsonl",
      "  my-agent --export | assay send - --skip-invalid"
    })
final class SendCommand implements Callable<Integer> {
  private static final int MOST_SHOWN = 20;

  private final Surroundings surroundings;

  @Parameters(paramLabel = "FILE|-", description = "File of traces; - is standard input.")
  private String file = "";

  @Option(names = "--format", description = "auto, assay, tau or sgd; default auto.")
  private Format format = Format.AUTO;

  @Option(names = "--skip-invalid", description = "Sends the others when some are not valid.")
  private boolean skipInvalid;

  @Option(names = "--json", description = "Prints the counts as JSON.")
  private boolean json;

  @Mixin private final ConnectionOptions connection = new ConnectionOptions();

  private long invalid;

  SendCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    boolean standard = file.equals(TraceFile.STANDARD_INPUT);
    long valid = standard ? -1 : validate();
    if (invalid > 0 && !skipInvalid) {
      report(0);
      return Exit.WRONG_INPUT;
    }
    long sent = send(standard, valid);
    report(sent);
    return invalid > 0 && !skipInvalid ? Exit.WRONG_INPUT : Exit.DONE;
  }

  private long validate() {
    long valid = 0;
    try (TraceFile traces = TraceFile.open(surroundings, file, format)) {
      for (Optional<Entry> next = traces.next(); next.isPresent(); next = traces.next()) {
        switch (next.get()) {
          case Entry.Valid _ -> valid++;
          case Entry.Invalid wrong -> note(wrong);
        }
      }
    }
    return valid;
  }

  private long send(boolean standard, long valid) {
    try (Connection open = connection.open(surroundings);
        TraceFile traces = TraceFile.open(surroundings, file, format);
        Progress progress = Progress.start(surroundings, "Sending", valid);
        Sender sender = new Sender(open, progress::by)) {
      for (Optional<Entry> next = traces.next(); next.isPresent(); next = traces.next()) {
        switch (next.get()) {
          case Entry.Valid trace -> sender.send(trace.body());
          case Entry.Invalid wrong -> {
            if (standard) {
              note(wrong);
            }
          }
        }
        if (standard && invalid > 0 && !skipInvalid) {
          break;
        }
      }
      sender.flush();
      return sender.sent();
    }
  }

  private void note(Entry.Invalid wrong) {
    invalid++;
    if (invalid <= MOST_SHOWN) {
      surroundings.say(wrong.toString());
    }
  }

  private void report(long sent) {
    if (invalid > MOST_SHOWN) {
      surroundings.say("and " + (invalid - MOST_SHOWN) + " more");
    }
    if (json) {
      surroundings
          .out()
          .println(Mappers.JSON.createObjectNode().put("sent", sent).put("refused", invalid));
      return;
    }
    surroundings
        .out()
        .println(Figures.count(sent, "trace", "traces") + " sent, " + invalid + " refused");
    if (invalid > 0 && !skipInvalid && sent == 0) {
      surroundings.say("Nothing was sent; --skip-invalid sends the others.");
    }
  }
}
