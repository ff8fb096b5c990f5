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

/**
 * Lets traces that the policy wishes to have judged wait for the draw of their window, with the
 * signs of risk that they show and what judging them can cost. What costs nothing need not wait.
 * Safe for use by several threads.
 */
public final class JoinWindow {
  /** After a window's end, for batches under way and for the checks of its last traces. */
  static final Duration GRACE = Duration.ofSeconds(30);

  /** A window further ahead than this is never asked for: something is wrong with the clock. */
  private static final int MOST_WINDOWS_AHEAD = 3;

  private final JudgeBatch.Ports ports;
  private final Judges judges;
  private final Evaluator preScore;
  private final WindowLog windows;
  private final JudgeMessages messages;

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
      Trace trace = ports.format().restore(bodies.get(i));
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

  private void add(
      String project, String batch, List<Candidate> candidates, Duration length, Instant now) {
    Instant window = start(now, length);
    for (int ahead = 0; ahead < MOST_WINDOWS_AHEAD; ahead++) {
      if (windows.add(project, window, batch, candidates) instanceof WindowLog.Added.In in) {
        Instant end = in.window().plus(length).plus(GRACE);
        messages.close(project, in.window(), notNegative(Duration.between(now, end)));
        return;
      }
      window = window.plus(length);
    }
    throw new IllegalStateException("windows of " + project + " are closed ahead of time");
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
