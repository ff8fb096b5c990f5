package dev.assay.core.judge;

import dev.assay.core.feedback.Evaluator;
import dev.assay.core.sampling.SamplingPolicy;
import dev.assay.core.trace.Bytes;
import dev.assay.core.trace.Handed;
import dev.assay.core.trace.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets traces that the policy wishes to have judged wait for the draw of their window, with the
 * signs of risk that they show and what judging them can cost. What costs nothing need not wait.
 * Safe for use by several threads.
 */
public final class JoinWindow {
  /** After a window's end, for batches under way and for the checks of its last traces. */
  static final Duration GRACE = Duration.ofSeconds(30);

  /** Steps ahead, each twice as far: after these something is wrong with the clock. */
  private static final int MOST_STEPS = 8;

  private static final int MOST_REMEMBERED = 10_000;

  private final JudgeBatch.Ports ports;
  private final Judges judges;
  private final Evaluator preScore;
  private final WindowLog windows;
  private final JudgeMessages messages;

  /** Windows whose close this process has asked for: once is enough, and batches are many. */
  private final Set<Asked> asked = ConcurrentHashMap.newKeySet();

  private record Asked(String project, Instant window) {}

  /**
   * Wires it.
   *
   * @param preScore costs nothing: the embedded evidence judge
   */
  public JoinWindow(
      JudgeBatch.Ports ports,
      Judges judges,
      Evaluator preScore,
      WindowLog windows,
      JudgeMessages messages) {
    this.ports = ports;
    this.judges = judges;
    this.preScore = preScore;
    this.windows = windows;
    this.messages = messages;
  }

  /**
   * Takes a batch of wished traces.
   *
   * @param batch id computed from the batch's content
   * @return those that cost nothing: to be judged now
   */
  public List<Due> join(String batch, List<Handed> traces, Instant now) {
    List<Bytes> bodies = ports.archive().read(traces.stream().map(Handed::pointer).toList());
    SamplingPolicy policy = ports.policy().current();
    Map<String, List<Candidate>> waiting = new LinkedHashMap<>();
    List<Due> free = new ArrayList<>();
    for (int i = 0; i < traces.size(); i++) {
      Handed handed = traces.get(i);
      Trace trace = complete(bodies.get(i));
      double upperUsd = judges.of(handed.project()).upperCostUsd(trace);
      if (upperUsd > 0) {
        waiting
            .computeIfAbsent(handed.project(), project -> new ArrayList<>())
            .add(
                new Candidate(
                    handed, TraceSignals.of(trace, policy.lowCsatBelow(), preScore), upperUsd));
      } else {
        free.add(new Due(handed, null));
      }
    }
    Duration length = policy.budget().window();
    waiting.forEach((project, candidates) -> add(project, batch, candidates, length, now));
    return free;
  }

  /** As the judge will see it. */
  private Trace complete(Bytes body) {
    Trace trace = ports.format().restore(body);
    return ports.settings().of(trace.project(), trace.agent().name()).addTo(trace);
  }

  private void add(
      String project, String batch, List<Candidate> candidates, Duration length, Instant now) {
    Instant window = start(now, length);
    for (int step = 0; step < MOST_STEPS; step++) {
      if (windows.add(project, window, batch, candidates) instanceof WindowLog.Added.In in) {
        askToClose(project, in.window(), length, now);
        return;
      }
      window = window.plus(length.multipliedBy(1L << step));
    }
    throw new IllegalStateException("windows of " + project + " are closed ahead of time");
  }

  private void askToClose(String project, Instant window, Duration length, Instant now) {
    Asked ask = new Asked(project, window);
    if (asked.contains(ask)) {
      return;
    }
    Instant due = window.plus(length).plus(GRACE);
    messages.close(project, window, due, notNegative(Duration.between(now, due)));
    if (asked.size() >= MOST_REMEMBERED) {
      asked.clear();
    }
    asked.add(ask);
  }

  /** The start of the window that an instant lies in: windows are aligned to the epoch. */
  static Instant start(Instant now, Duration length) {
    long seconds = length.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), seconds) * seconds);
  }

  private static Duration notNegative(Duration delay) {
    return delay.isNegative() ? Duration.ZERO : delay;
  }
}
