package dev.assay.cli;

import dev.assay.cli.terminal.Exit;
import dev.assay.cli.terminal.OutsideFault;
import dev.assay.cli.terminal.Surroundings;
import dev.assay.cli.terminal.WrongInput;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import software.amazon.awssdk.core.exception.SdkException;

/** The command itself: names its verbs, and turns what went wrong into a line and an exit code. */
@Command(
    name = "assay",
    mixinStandardHelpOptions = true,
    version = "assay 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    description = "The quality loop for AI agents.",
    footer = {
      "",
      "The launcher also knows \"assay bench\", which measures the figures of docs/benchmarks.md.",
      "",
      "Exit codes: 0 done, 1 the answer is no, 2 wrong usage or input, 3 inconclusive,",
      "4 something outside failed.",
      "",
      "Example:",
      "  assay demo"
    })
final class Assay implements Runnable {
  private final Surroundings surroundings;

  private Assay(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * Runs one command line.
   *
   * @return the exit code
   */
  static int run(Surroundings surroundings, String... arguments) {
    return commandLine(surroundings).execute(arguments);
  }

  /** The command with all its verbs. */
  static CommandLine commandLine(Surroundings surroundings) {
    CommandLine root = new CommandLine(new Assay(surroundings));
    Verbs.all(surroundings).forEach(root::addSubcommand);
    return root.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((e, given) -> wrongUsage(e, surroundings))
        .setExecutionExceptionHandler((e, command, given) ->
            failed(e, command.getCommandSpec().qualifiedName(), surroundings));
  }

  @Override
  public void run() {
    surroundings.out().print(commandLine(surroundings).getUsageMessage());
    surroundings.out().flush();
  }

  private static int wrongUsage(CommandLine.ParameterException e, Surroundings surroundings) {
    surroundings.say("assay: " + e.getMessage());
    surroundings.say(
        "Try " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help for its options.");
    return Exit.WRONG_INPUT;
  }

  private static int failed(Exception e, String command, Surroundings surroundings) {
    surroundings.out().flush();
    surroundings.say(command + ": " + reason(e));
    if (surroundings.environment().containsKey("ASSAY_STACK_TRACES")) {
      e.printStackTrace(surroundings.err());
    }
    return e instanceof WrongInput ? Exit.WRONG_INPUT : Exit.OUTSIDE;
  }

  private static String reason(Exception e) {
    String message = String.valueOf(e.getMessage());
    return switch (e) {
      case WrongInput _, OutsideFault _, UncheckedIOException _ -> message;
      case SdkException _ ->
          message + "\n\"assay doctor\" says what is reachable and permitted, and what would help.";
      default ->
          e.getClass().getSimpleName() + ": " + message + "\nASSAY_STACK_TRACES=1 shows where.";
    };
  }
}
