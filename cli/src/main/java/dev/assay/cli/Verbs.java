package dev.assay.cli;

import dev.assay.cli.terminal.Surroundings;
import java.util.List;
import picocli.CommandLine;

/** All verbs, in the order in which the help names them. A new verb is one more line here. */
final class Verbs {
  private Verbs() {}

  static List<Object> all(Surroundings surroundings) {
    return List.of(
        new DemoCommand(surroundings),
        new UpCommand(surroundings),
        new DownCommand(surroundings),
        new DoctorCommand(surroundings),
        new SendCommand(surroundings),
        new CheckCommand(surroundings),
        new TraceCommand(surroundings),
        new FeedbackCommand(surroundings),
        new PolicyCommand(surroundings),
        new StatusCommand(surroundings),
        new ReviewCommand(surroundings),
        rubric(surroundings),
        new RejudgeCommand(surroundings));
  }

  private static CommandLine rubric(Surroundings surroundings) {
    return new CommandLine(new RubricCommand(surroundings))
        .addSubcommand(new RubricTryCommand(surroundings))
        .addSubcommand(new RubricAgreementCommand(surroundings));
  }
}
