package dev.assay.cli;

import dev.assay.cli.connect.Connections;
import dev.assay.cli.terminal.Exit;
import dev.assay.cli.terminal.OutsideFault;
import dev.assay.cli.terminal.Surroundings;
import dev.assay.cli.terminal.WrongInput;
import dev.assay.local.LocalOptions;
import dev.assay.local.LocalState;
import dev.assay.local.LocalSystem;
import dev.assay.wire.Mappers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the local system until it is told to end. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = "Starts the local system: the template's queues, tables, buckets and functions.",
    footer = {"", "Example:", "  assay up --data ~/assay-data --detach"})
final class UpCommand implements Callable<Integer> {
  /** The port unless another is asked for: one that nothing well known uses. */
  static final int PORT = 4571;

  private static final Duration START = Duration.ofSeconds(90);
  private static final int POLL_MS = 100;

  private final Surroundings surroundings;

  @Option(names = "--port", description = "Port on loopback, default 4571; 0 takes a free one.")
  private int port = PORT;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keeps everything there between runs; without it, in memory.")
  private String data = "";

  @Option(names = "--detach", description = "Returns when the system is up; \"down\" ends it.")
  private boolean detach;

  @Option(names = "--json", description = "Prints endpoint and console as JSON.")
  private boolean json;

  UpCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Optional<LocalState> running = Connections.running(surroundings);
    if (running.isPresent()) {
      throw new WrongInput(
          "a local system is up at " + running.get().endpoint() + "; \"assay down\" ends it");
    }
    return detach ? startAnother() : runHere();
  }

  private int runHere() throws InterruptedException {
    Instant begin = surroundings.clock().instant();
    LocalOptions options = LocalOptions.of(surroundings.template()).withPort(port);
    if (!data.isEmpty()) {
      options = options.withData(surroundings.file(data));
    }
    LocalSystem system = LocalSystem.start(options);
    LocalState.of(system.endpoint(), surroundings.clock().instant()).write(surroundings.home());
    Stay.untilEnded(
        () -> {
          LocalState.delete(surroundings.home());
          system.close();
        },
        () -> tell(system.endpoint().toString(), begin));
    return Exit.DONE;
  }

  private void tell(String endpoint, Instant begin) {
    Duration took = Duration.between(begin, surroundings.clock().instant());
    if (json) {
      surroundings
          .out()
          .println(
              Mappers.JSON
                  .createObjectNode()
                  .put("endpoint", endpoint)
                  .put("console", endpoint + "/")
                  .put("pid", ProcessHandle.current().pid())
                  .put("started_ms", took.toMillis()));
    } else {
      surroundings
          .out()
          .println(
              String.format(
                  Locale.ROOT,
                  "The local system is up after %.1f s: endpoint %s, console %s/%n"
                      + "Send a trace:  ./assay send traces.jsonl%n"
                      + "Ctrl-C or \"assay down\" ends it.",
                  took.toMillis() / 1000.0,
                  endpoint,
                  endpoint));
    }
    surroundings.out().flush();
  }

  /** The launcher again, in a process of its own that outlives this one and its terminal. */
  private int startAnother() throws IOException, InterruptedException {
    Path log = surroundings.home().resolve(".assay").resolve("up.log");
    Files.createDirectories(surroundings.home().resolve(".assay"));
    List<String> command = new ArrayList<>(List.of("nohup"));
    command.add(surroundings.home().resolve("assay").toString());
    command.addAll(List.of("up", "--port", Integer.toString(port)));
    if (!data.isEmpty()) {
      command.addAll(List.of("--data", surroundings.file(data).toString()));
    }
    Process other =
        new ProcessBuilder(command)
            .redirectInput(new java.io.File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Instant begin = surroundings.clock().instant();
    while (Duration.between(begin, surroundings.clock().instant()).compareTo(START) < 0) {
      Optional<LocalState> state = Connections.running(surroundings);
      if (state.isPresent()) {
        tell(state.get().endpoint().toString(), begin);
        return Exit.DONE;
      }
      if (!other.isAlive()) {
        throw new OutsideFault("the local system did not start; its messages are in " + log);
      }
      Thread.sleep(POLL_MS);
    }
    throw new OutsideFault("the local system does not answer; its messages are in " + log);
  }
}
