package dev.assay.cli;

import dev.assay.cli.connect.Connection;
import dev.assay.cli.connect.Connections;
import dev.assay.cli.input.Format;
import dev.assay.cli.story.Material;
import dev.assay.cli.story.Performance;
import dev.assay.cli.story.Story;
import dev.assay.cli.story.StoryJson;
import dev.assay.cli.story.StoryPage;
import dev.assay.cli.terminal.Exit;
import dev.assay.cli.terminal.Figures;
import dev.assay.cli.terminal.Surroundings;
import dev.assay.cli.terminal.WrongInput;
import dev.assay.local.LocalOptions;
import dev.assay.local.LocalState;
import dev.assay.local.LocalSystem;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The main job on a laptop: a day of conversations through the whole loop. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Starts the local system in memory, plays a day of conversations through it, and tells what",
      "the loop found, beside what was planted."
    },
    footer = {
      "",
      "Examples:",
      "  assay demo",
      "  assay demo --traces my-conversations.jsonl --exit"
    })
final class DemoCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(names = "--exit", description = "Ends instead of staying up.")
  private boolean exit;

  @Option(names = "--traces", paramLabel = "FILE", description = "Plays these instead.")
  private String traces = "";

  @Option(names = "--format", description = "Of FILE: auto, assay or tau; default auto.")
  private Format format = Format.AUTO;

  @Option(names = "--seed", description = "Of the written day, default 1.")
  private long seed = 1;

  @Option(names = "--conversations", description = "Of the written day, default 320.")
  private int conversations = 320;

  @Option(names = "--port", description = "Port on loopback; default any that is free.")
  private int port;

  @Option(
      names = "--limit",
      paramLabel = "SECONDS",
      description = "How long the loop may take, default 300.")
  private int limitSeconds = 300;

  @Option(names = "--json", description = "Prints the story as one JSON document.")
  private boolean json;

  DemoCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (conversations < 1) {
      throw new WrongInput("--conversations: expected 1 or more, got " + conversations);
    }
    Instant begin = surroundings.clock().instant();
    // The story counts the alerts; one line each would tear the progress bar.
    System.setProperty("org.slf4j.simpleLogger.log.assay.alerts", "warn");
    Material material = material();
    LocalSystem system = LocalSystem.start(options());
    if (exit) {
      try {
        play(system, material, begin);
      } finally {
        Stay.endSoon(system::close);
      }
      return material.refused() > 0 ? Exit.WRONG_INPUT : Exit.DONE;
    }
    boolean alone = Connections.running(surroundings).isEmpty();
    if (alone) {
      LocalState.of(system.endpoint(), surroundings.clock().instant()).write(surroundings.home());
    }
    play(system, material, begin);
    Stay.untilEnded(() -> end(system, alone), () -> stay(system, alone));
    return Exit.DONE;
  }

  private Material material() throws IOException {
    return traces.isEmpty()
        ? Material.written(
            surroundings.home().resolve("events").resolve("demo"),
            seed,
            conversations,
            surroundings.clock())
        : Material.own(surroundings, traces, format);
  }

  private LocalOptions options() {
    return LocalOptions.of(surroundings.template())
        .withPort(port)
        .withParameters(Map.of("BatchingWindowSeconds", "1"));
  }

  private void play(LocalSystem system, Material material, Instant begin)
      throws InterruptedException {
    surroundings.say(
        String.format(
            Locale.ROOT,
            "The local system is up after %.1f s; %s to play.",
            seconds(begin),
            Figures.count(
                material.cast().traces().size(), "conversation is", "conversations are")));
    try (Connection connection = Connections.local(surroundings, system.endpoint())) {
      Story story =
          new Performance(surroundings, connection, Duration.ofSeconds(limitSeconds))
              .play(material, () -> system.notifications().size());
      if (json) {
        LocalDate day = LocalDate.ofInstant(begin, ZoneOffset.UTC);
        surroundings.out().println(StoryJson.write(story, day));
      } else {
        surroundings.out().print(StoryPage.write(surroundings, story));
      }
    }
    if (material.cast().open() > 0) {
      surroundings.say(
          Figures.count(material.cast().open(), "conversation waits", "conversations wait")
              + " for a last piece.");
    }
    surroundings.say(String.format(Locale.ROOT, "All of it took %.1f s.", seconds(begin)));
    surroundings.out().flush();
  }

  private double seconds(Instant begin) {
    return Duration.between(begin, surroundings.clock().instant()).toMillis() / 1000.0;
  }

  private void stay(LocalSystem system, boolean alone) {
    surroundings.say("Console: " + system.console() + "   (Ctrl-C ends it)");
    if (!alone) {
      surroundings.say(
          "Another local system is up; reach this one with --endpoint-url " + system.endpoint());
    }
  }

  private void end(LocalSystem system, boolean alone) {
    if (alone) {
      LocalState.delete(surroundings.home());
    }
    Stay.endSoon(system::close);
  }
}
