package dev.assay.bench.outage;

import dev.assay.bench.Figure;
import dev.assay.bench.Measurement;
import dev.assay.core.sampling.DayTotals;
import dev.assay.wire.Mappers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * A model that is out of order for an hour, sixty times as fast: the waits between attempts and the
 * outage are a sixtieth of what they are (a second for the first minute, a minute for the hour);
 * everything else, the repeats within a call included, runs at its own pace. All services, queues
 * and functions are the local system's.
 */
public final class JudgeOutage implements Measurement {
  private static final int TRACES = 520;
  private static final Duration OUTAGE = Duration.ofMinutes(1);
  private static final int FASTER = 60;
  private static final int AGAIN_SECONDS = 1;
  private static final Duration PATIENCE = Duration.ofMinutes(8);

  /** So that the queue can show what is still on its way. */
  private static final Duration SETTLING = Duration.ofSeconds(3);

  @Override
  public String name() {
    return "judge.outage";
  }

  @Override
  public String about() {
    return "the judge's model out of order for an hour, 60 times as fast: lost, doubled, in vain";
  }

  @Override
  public List<Figure> measure(Path home, Consumer<String> details) throws Exception {
    Path prices = Files.createTempFile("assay-prices", ".csv");
    Files.writeString(prices, "as_of,2026-11-01\n" + FaultyModel.NAME + ",0.01,0.04\n");
    List<String> ids = new ArrayList<>();
    List<String> traces = new ArrayList<>();
    for (int i = 0; i < TRACES; i++) {
      ids.add("outage-" + i);
      traces.add(trace("outage-" + i));
    }
    try (FaultyModel model = new FaultyModel(OUTAGE);
        OutageLoop loop = new OutageLoop(home, model.spec(), prices, AGAIN_SECONDS)) {
      loop.send(traces);
      Duration took = await(loop, model, details);
      Thread.sleep(SETTLING);
      return figures(loop, model, ids, took);
    } finally {
      Files.delete(prices);
    }
  }

  /** Until all are judged, or nothing happens any more. Gives the time since the recovery. */
  private static Duration await(OutageLoop loop, FaultyModel model, Consumer<String> details)
      throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    double decided = 0;
    while (decided < TRACES && Instant.now().isBefore(end)) {
      Thread.sleep(Duration.ofMillis(500));
      decided = loop.decided();
      details.accept(
          String.format(
              Locale.ROOT,
              "%s decided %.0f, refused %d, answered %d, messages %d",
              model.sinceRecovery(),
              decided,
              model.refused(),
              model.answered(),
              loop.depth("JudgementsQueue")));
    }
    return model.sinceRecovery();
  }

  private List<Figure> figures(
      OutageLoop loop, FaultyModel model, List<String> ids, Duration took) {
    int missing = 0;
    int doubled = 0;
    for (String id : ids) {
      Collection<Long> scores = loop.scores(id);
      missing += scores.isEmpty() ? 1 : 0;
      doubled += scores.stream().anyMatch(count -> count > 1) ? 1 : 0;
    }
    double reserved =
        loop.counted(DayTotals.JUDGE_RESERVED_USD) - loop.counted(DayTotals.JUDGE_RELEASED_USD);
    return List.of(
        Figure.atLeast(name(), "due traces", loop.counted(DayTotals.WISHED), "", TRACES),
        Figure.atMost(name(), "due traces without a score", missing, "", 0),
        Figure.atMost(name(), "due traces with two scores under a rubric", doubled, "", 0),
        Figure.atMost(name(), "counted as failed", loop.counted(DayTotals.JUDGE_FAILED), "", 0),
        Figure.atMost(name(), "over budget", loop.counted(DayTotals.OVER_BUDGET), "", 0),
        Figure.atMost(name(), "dead letters", loop.depth("JudgementsDead"), "", 0),
        Figure.atMost(name(), "answers paid beyond one a trace", model.answered() - TRACES, "", 0),
        Figure.atMost(name(), "still reserved", Math.abs(reserved), "USD", 1e-6),
        Figure.atLeast(name(), "calls made in vain", model.refused(), "", TRACES),
        told("outage, shown 60 times as fast", OUTAGE.toSeconds() * FASTER / 60.0, "min"),
        told("first wait between attempts, as fast", AGAIN_SECONDS, "s"),
        told("from recovery to the last score", took.toMillis() / 1e3, "s"),
        told("messages left in the queue", loop.depth("JudgementsQueue"), ""));
  }

  private Figure told(String what, double value, String unit) {
    return Figure.told(name(), what, value, unit);
  }

  private static String trace(String id) throws IOException {
    ObjectNode json = Mappers.JSON.createObjectNode();
    json.put("trace_id", id).put("started_at", Instant.now().toString()).put("locale", "en-US");
    json.putObject("agent").put("name", "shop").put("version", "1.0");
    json.putObject("usage").put("cost_usd", 0.1);
    var messages = json.putArray("messages");
    messages.addObject().put("role", "user").put("content", "Where is order " + id + "?");
    messages.addObject().put("role", "assistant").put("content", "It is on its way to you.");
    return json.toString();
  }
}
