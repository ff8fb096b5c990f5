package dev.assay.cli.show;

import dev.assay.core.judge.WindowLog;
import dev.assay.core.judge.WindowLog.Closed;
import dev.assay.core.judge.WindowLog.Decided;
import dev.assay.core.judge.WindowLog.Fate;
import dev.assay.core.trace.TraceRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Finds the window that a trace waited in. */
public final class Fates {
  /** A window may have begun so long before its traces came. */
  private static final Duration LONGEST_WINDOW = Duration.ofMinutes(15);

  /** A message to the judge that waited longer than this is not looked for. */
  private static final Duration LATEST = Duration.ofHours(2);

  private Fates() {}

  /**
   * A trace's window.
   *
   * @param window its first instant
   * @param closed what was decided of it
   * @param fate what became of the trace
   */
  public record Waited(Instant window, Closed closed, Fate fate) {}

  /** The first decided window that the trace waited in; empty where there is none yet. */
  public static Optional<Waited> of(TraceRecord trace, WindowLog log) {
    Instant received = trace.receivedAt();
    for (Decided decided :
        log.decidedBetween(
            trace.project(), received.minus(LONGEST_WINDOW), received.plus(LATEST))) {
      Optional<Closed> closed = log.closed(trace.project(), decided.window());
      Fate fate = closed.map(one -> one.fates().get(trace.key())).orElse(null);
      if (fate != null) {
        return Optional.of(new Waited(decided.window(), closed.get(), fate));
      }
    }
    return Optional.empty();
  }
}
