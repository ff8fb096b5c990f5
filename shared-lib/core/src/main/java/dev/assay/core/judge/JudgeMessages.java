package dev.assay.core.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the judge says to itself. Every message may come twice, late, or out of order. */
public interface JudgeMessages {
  /**
   * Asks to close a window, in {@code delay} or as late as the queue can.
   *
   * @param due before it the window stays open: said by who lets traces in, because the windows'
   *     length may have changed by the time the message comes
   */
  void close(String project, Instant window, Instant due, Duration delay);

  /**
   * Asks to judge.
   *
   * @param attempt from 1; more where a provider had failed in a way that passes
   */
  void judge(List<Due> due, int attempt, Duration delay);
}
