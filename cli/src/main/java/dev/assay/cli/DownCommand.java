package dev.assay.cli;

import dev.assay.cli.terminal.Exit;
import dev.assay.cli.terminal.OutsideFault;
import dev.assay.cli.terminal.Surroundings;
import dev.assay.local.LocalState;
import dev.assay.wire.Mappers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Ends the local system. */
@Command(
    name = "down",
    mixinStandardHelpOptions = true,
    description = "Ends the local system that \"up\" or \"demo\" started.",
    footer = {"", "Example:", "  assay down"})
final class DownCommand implements Callable<Integer> {
  private static final int SECONDS = 60;

  private final Surroundings surroundings;

  @Option(names = "--json", description = "Says as JSON whether one was up.")
  private boolean json;

  DownCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    Optional<LocalState> state = LocalState.read(surroundings.home());
    Optional<ProcessHandle> process = state.flatMap(DownCommand::process);
    process.ifPresent(this::end);
    LocalState.delete(surroundings.home());
    boolean ended = process.isPresent();
    if (json) {
      surroundings.out().println(Mappers.JSON.createObjectNode().put("ended", ended));
    } else {
      surroundings.out().println(ended ? "The local system has ended." : "No local system was up.");
    }
    return Exit.DONE;
  }

  /** The process that wrote the state; a younger one has only got its number. */
  private static Optional<ProcessHandle> process(LocalState state) {
    return ProcessHandle.of(state.pid())
        .filter(found -> found.pid() != ProcessHandle.current().pid())
        .filter(found ->
            found
                .info()
                .startInstant()
                .orElse(Instant.EPOCH)
                .isBefore(state.started().plus(Duration.ofSeconds(2))));
  }

  private void end(ProcessHandle process) {
    process.destroy();
    try {
      process.onExit().get(SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new OutsideFault("process " + process.pid() + " does not end", e);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new OutsideFault("process " + process.pid() + " cannot be watched", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
