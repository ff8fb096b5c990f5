package dev.assay.cli.story;

import dev.assay.cli.demo.DemoDay;
import dev.assay.cli.demo.DemoScript;
import dev.assay.cli.demo.DemoWriter;
import dev.assay.cli.demo.Truth;
import dev.assay.cli.input.Entry;
import dev.assay.cli.input.Format;
import dev.assay.cli.input.TraceFile;
import dev.assay.cli.terminal.Surroundings;
import dev.assay.cli.terminal.WrongInput;
import dev.assay.core.ingest.Reading;
import dev.assay.core.sampling.FlowLog;
import dev.assay.core.trace.Bytes;
import dev.assay.wire.JsonTraceFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is played.
 *
 * @param bodies in the order of sending
 * @param cast the traces to expect
 * @param truths what was planted; empty for a user's own
 * @param known flows that are not new that day, with their agents
 * @param refused documents of a file that are no traces
 */
public record Material(
    List<Bytes> bodies, Cast cast, List<Truth> truths, List<Flow> known, int refused) {
  private static final Duration LONG_KNOWN = Duration.ofDays(90);
  private static final String PROJECT = "default";
  private static final int MOST_SHOWN = 20;

  public Material {
    bodies = List.copyOf(bodies);
    truths = List.copyOf(truths);
    known = List.copyOf(known);
  }

  /** A flow of an agent. */
  public record Flow(String agent, String flow) {}

  /** A day written from the scripts: yesterday, so that all of it is over. */
  public static Material written(Path scripts, long seed, int conversations, InstantSource clock)
      throws IOException {
    List<DemoScript> all = DemoScript.readAll(scripts);
    Instant yesterday = clock.instant().truncatedTo(ChronoUnit.DAYS).minus(1, ChronoUnit.DAYS);
    DemoDay day = new DemoWriter(all).write(seed, conversations, yesterday);
    JsonTraceFormat format = JsonTraceFormat.verbatim(clock);
    Cast cast = new Cast();
    List<Bytes> bodies = new ArrayList<>();
    for (String body : day.bodies()) {
      Bytes bytes = Bytes.utf8(body);
      bodies.add(bytes);
      if (format.read(bytes) instanceof Reading.Accepted accepted) {
        cast.add(accepted.trace());
      }
    }
    List<Flow> known =
        all.stream()
            .filter(script -> !script.newFlow())
            .map(script -> new Flow(script.agent(), script.flow()))
            .distinct()
            .toList();
    return new Material(bodies, cast, day.truths(), known, 0);
  }

  /**
   * A user's own traces.
   *
   * @throws WrongInput when none of the file's documents is a trace
   */
  public static Material own(Surroundings surroundings, String file, Format format) {
    Cast cast = new Cast();
    List<Bytes> bodies = new ArrayList<>();
    int refused = 0;
    try (TraceFile traces = TraceFile.open(surroundings, file, format)) {
      for (Optional<Entry> next = traces.next(); next.isPresent(); next = traces.next()) {
        switch (next.get()) {
          case Entry.Valid one -> {
            cast.add(one.trace());
            bodies.add(one.body());
          }
          case Entry.Invalid wrong -> {
            if (refused++ < MOST_SHOWN) {
              surroundings.say(wrong.toString());
            }
          }
        }
      }
    }
    if (bodies.isEmpty()) {
      throw new WrongInput(file + ": no trace in it");
    }
    return new Material(bodies, cast, List.of(), List.of(), refused);
  }

  /** Tells the system of the flows that have been there for long. */
  public void introduce(FlowLog flows, Instant now) {
    for (Flow one : known) {
      flows.firstSeen(PROJECT, one.agent(), one.flow(), now.minus(LONG_KNOWN));
    }
  }
}
