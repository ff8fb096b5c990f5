package dev.assay.cli.story;

import dev.assay.aws.Adapters;
import dev.assay.cli.connect.Connection;
import dev.assay.cli.connect.Queues;
import dev.assay.cli.connect.Sender;
import dev.assay.cli.demo.DemoTruth;
import dev.assay.cli.terminal.Progress;
import dev.assay.cli.terminal.Surroundings;
import dev.assay.core.trace.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.IntSupplier;

/** Sends material through a system, waits for the loop, and listens to what it says. */
public final class Performance {
  private final Surroundings surroundings;
  private final Connection connection;
  private final Duration limit;

  /**
   * Prepares.
   *
   * @param limit how long the loop may take
   */
  public Performance(Surroundings surroundings, Connection connection, Duration limit) {
    this.surroundings = surroundings;
    this.connection = connection;
    this.limit = limit;
  }

  /**
   * Plays.
   *
   * @param alerts how many notifications there are so far
   * @throws dev.assay.cli.terminal.OutsideFault when the loop takes too long
   */
  public Story play(Material material, IntSupplier alerts) throws InterruptedException {
    Instant begin = surroundings.clock().instant();
    Adapters adapters = connection.adapters();
    material.introduce(adapters.flowLog(), begin);
    LocalDate day = LocalDate.ofInstant(begin, ZoneOffset.UTC);
    Settling settling = new Settling(connection, surroundings.clock(), day);
    long sent = send(material);
    int expected = material.cast().traces().size();
    boolean complete;
    try (Progress progress = Progress.start(surroundings, "Checking and judging", expected)) {
      complete = settling.await(expected, limit, progress);
    }
    if (!complete) {
      surroundings.say("Not every conversation came through; the story tells of those that did.");
    }
    double seconds = Duration.between(begin, surroundings.clock().instant()).toMillis() / 1000.0;
    Heard heard;
    try (Progress progress = Progress.start(surroundings, "Reading feedback", expected)) {
      heard = Heard.of(adapters, material.cast().traces(), progress);
    }
    DemoTruth.Report truth =
        material.truths().isEmpty()
            ? null
            : DemoTruth.compare(material.truths(), Story.found(heard));
    Story.Play play = new Story.Play(sent, seconds, deadLetters(), alerts.getAsInt(), truth);
    return Story.of(play, heard, settling.totals(), adapters);
  }

  private long send(Material material) {
    try (Progress progress = Progress.start(surroundings, "Sending", material.bodies().size());
        Sender sender = new Sender(connection, progress::by)) {
      for (Bytes body : material.bodies()) {
        sender.send(body);
      }
      sender.flush();
      return sender.sent();
    }
  }

  private long deadLetters() {
    try (Queues queues = new Queues(connection)) {
      return queues.depths().values().stream().mapToLong(Queues.Depth::dead).sum();
    }
  }
}
