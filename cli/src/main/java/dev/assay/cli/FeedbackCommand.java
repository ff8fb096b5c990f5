package dev.assay.cli;

import dev.assay.cli.connect.Connection;
import dev.assay.cli.connect.ConnectionOptions;
import dev.assay.cli.terminal.Exit;
import dev.assay.cli.terminal.Figures;
import dev.assay.cli.terminal.Surroundings;
import dev.assay.cli.terminal.WrongInput;
import dev.assay.core.feedback.Assessment;
import dev.assay.core.feedback.Feedback;
import dev.assay.core.feedback.Source;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.trace.TraceId;
import dev.assay.core.trace.TraceRecord;
import dev.assay.wire.FeedbackJson;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes feedback as a person or a program. */
@Command(
    name = "feedback",
    mixinStandardHelpOptions = true,
    description = {
      "Writes feedback on a trace. Nothing is overwritten: a changed mind is a second feedback,",
      "the same words twice are one."
    },
    footer = {
      "",
      "Example:",
      "  assay feedback call-4711 helpfulness --score 0.5 --comment \"too slow\"",
    })
final class FeedbackCommand implements Callable<Integer> {
  private static final String VERSION = "1";

  private final Surroundings surroundings;

  /** Who can speak through the command. */
  enum Speaker {
    PERSON,
    API
  }

  @Parameters(index = "0", paramLabel = "ID", description = "The trace's id.")
  private String id = "";

  @Parameters(index = "1", paramLabel = "KEY", description = "What is assessed.")
  private String key = "";

  @Option(names = "--score", required = true, description = "From 0, bad, to 1, good.")
  private double score;

  @Option(names = "--value", description = "What was seen, in words or with its unit.")
  private @Nullable String value;

  @Option(names = "--comment", description = "One sentence for people.")
  private String comment = "";

  @Option(names = "--source", description = "person or api; default person.")
  private Speaker source = Speaker.PERSON;

  @Option(names = "--name", description = "Who says it; default the user's name here.")
  private String name = "";

  @Option(names = "--json", description = "Prints the feedback as JSON.")
  private boolean json;

  @Mixin private final ConnectionOptions connection = new ConnectionOptions();

  FeedbackCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    TraceId trace = TraceCommand.traceId(id);
    if (!(score >= 0 && score <= 1)) {
      throw new WrongInput("--score: expected 0 to 1, got " + score);
    }
    if (key.isBlank()) {
      throw new WrongInput("KEY: expected a name such as helpfulness, got nothing");
    }
    try (Connection open = connection.open(surroundings)) {
      Optional<TraceRecord> found = open.adapters().traceArchive().find(trace);
      if (found.isEmpty()) {
        surroundings.say("No trace " + trace + " in " + open.where() + ".");
        return Exit.NO;
      }
      TraceRecord stored = found.get();
      Feedback feedback = feedback(stored);
      boolean added =
          open.adapters().feedbackLog().append(feedback, stored.project(), stored.startedAt());
      tell(feedback, added);
      return Exit.DONE;
    }
  }

  private void tell(Feedback feedback, boolean added) {
    if (json) {
      surroundings.out().println(FeedbackJson.write(feedback));
    } else {
      surroundings
          .out()
          .println(
              (added ? "Written: " : "There already: ")
                  + feedback.id()
                  + ", "
                  + key
                  + " "
                  + Figures.score(score));
    }
  }

  private Feedback feedback(TraceRecord stored) {
    Source.Type type =
        switch (source) {
          case PERSON -> Source.Type.PERSON;
          case API -> Source.Type.API;
        };
    String speaker =
        name.isEmpty()
            ? surroundings.environment().getOrDefault("USER", type.wireName()).strip()
            : name;
    Assessment assessment = Assessment.of(key, Verdict.scored(score), value, comment);
    // The id depends on what was said, so that the same words twice are one feedback.
    String said = String.format(Locale.ROOT, "%s|%s|%s", score, value, comment);
    String unique =
        Feedback.of(
                stored.key(),
                assessment,
                new Source(type, speaker, said),
                surroundings.clock().instant())
            .id();
    return new Feedback(
        unique,
        stored.key(),
        assessment,
        new Source(type, speaker, VERSION),
        surroundings.clock().instant());
  }
}
