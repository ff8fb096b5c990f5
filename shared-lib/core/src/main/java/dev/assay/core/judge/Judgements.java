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
  private static final Duration FIRST_DELAY = Duration.ofMinutes(1);

  /** A queue delays no message for longer. */
  private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);

  /** Three days of waiting; then a fault counts as lasting. */
  static final int MOST_ATTEMPTS = 288;

  private final JoinWindow join;
  private final CloseWindow close;
  private final JudgeBatch batch;
  private final JudgeMessages messages;

  public Judgements(JoinWindow join, CloseWindow close, JudgeBatch batch, JudgeMessages messages) {
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

  static Duration delay(int attempt) {
    Duration doubled = FIRST_DELAY.multipliedBy(1L << Math.min(attempt - 1, 10));
    return doubled.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : doubled;
  }
}
