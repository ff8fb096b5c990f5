package dev.assay.local.judge;

import dev.assay.core.judge.Due;
import dev.assay.core.judge.JudgeMessages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what the judge says to itself, for a test to deliver as it likes. */
final class Sent implements JudgeMessages {
  record Close(String project, Instant window, Instant due, Duration delay) {}

  record Judge(List<Due> due, int attempt, Duration delay) {}

  final List<Close> closes = new CopyOnWriteArrayList<>();
  final List<Judge> judges = new CopyOnWriteArrayList<>();

  /** So many messages to judge go out before the sender is killed. */
  int judgesLeft = Integer.MAX_VALUE;

  @Override
  public void close(String project, Instant window, Instant due, Duration delay) {
    closes.add(new Close(project, window, due, delay));
  }

  @Override
  public void judge(List<Due> due, int attempt, Duration delay) {
    if (judgesLeft-- <= 0) {
      throw new IllegalStateException("killed");
    }
    judges.add(new Judge(due, attempt, delay));
  }
}
