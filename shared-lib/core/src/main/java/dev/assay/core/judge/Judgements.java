package dev.assay.core.judge;

import dev.assay.core.trace.Handed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the judge does with each of its messages. What fails in a way that passes is asked for again
 * by a message of its own, later and later, so that an outage of a provider never ends in the
 * dead-letter queue. Safe for use by several threads.
 */
public final class Judgements {
  /** The first wait after a fault that passes, in use. */
  public static final Duration AGAIN = Duration.ofMinutes(1);

  /** From a minute on that is a quarter of an hour: a queue delays no message for longer. */
  private static final int LONGEST_WAIT = 15;

  /** Three days of waiting at a quarter of an hour; then a fault counts as lasting. */
  static final int MOST_ATTEMPTS = 288;

  private final JoinWindow join;
  private final CloseWindow close;
  private final JudgeBatch batch;
  private final JudgeMessages messages;
  private final Duration again;

  /**
   * Wires it.
   *
   * @param again the first wait after a fault that passes; each later one is twice as long, up to
   *     fifteen times it. {@link #AGAIN} but for outages that are to be seen in less time
   */
  public Judgements(
      JoinWindow join,
      CloseWindow close,
      JudgeBatch batch,
      JudgeMessages messages,
      Duration again) {
    this.again = again;
    this.join = join;
    this.close = close;
    this.batch = batch;
    this.messages = messages;
  }

  /**
   * Takes wished traces: what costs nothing is judged at once, the rest waits for its window.
   *
   * @param id computed from the message's content
   * @param receiveCount how often the message was delivered, from 1
   * @param until when the work has to be done
   */
  public void wished(String id, List<Handed> traces, int receiveCount, Instant now, Instant until) {
    List<Due> free = join.join(id, traces, now);
    if (!free.isEmpty()) {
      judge(id, free, 1, receiveCount, now, until);
    }
  }

  /**
   * Closes a window.
   *
   * @param due when; before it the window is asked for again
   */
  public void close(String project, Instant window, Instant due, Instant now) {
    close.close(project, window, due, now);
  }

  /**
   * Judges.
   *
   * @param id computed from the message's content
   * @param attempt how often these were asked for, from 1
   * @param receiveCount how often the message was delivered, from 1
   * @param until when the work has to be done; what does not fit is asked for again
   */
  public void judge(
      String id, List<Due> due, int attempt, int receiveCount, Instant now, Instant until) {
    List<Due> later = batch.judge(id, due, receiveCount, attempt >= MOST_ATTEMPTS, now, until);
    if (!later.isEmpty()) {
      messages.judge(later, attempt + 1, delay(attempt));
    }
  }

  private Duration delay(int attempt) {
    return again.multipliedBy(Math.min(LONGEST_WAIT, 1L << Math.min(attempt - 1, 10)));
  }
}
