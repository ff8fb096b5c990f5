package dev.assay.cli.story;

import dev.assay.cli.connect.Connection;
import dev.assay.cli.connect.Queues;
import dev.assay.cli.connect.Resource;
import dev.assay.cli.terminal.OutsideFault;
import dev.assay.cli.terminal.Progress;
import dev.assay.core.sampling.DayTotals;
import dev.assay.core.sampling.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Waits until the loop has done with what was sent. */
public final class Settling {
  private static final int POLL_MS = 150;

  /** So long may the queues be empty while traces are missing before nobody waits any more. */
  private static final Duration PATIENCE = Duration.ofSeconds(6);

  /** The stages' queues in the data's order: read so, emptiness cannot be missed. */
  private static final List<Resource> STAGES =
      List.of(Resource.TRACES_QUEUE, Resource.CHECKS_QUEUE, Resource.JUDGEMENTS_QUEUE);

  private final Connection connection;
  private final Ledger ledger;
  private final Clock clock;
  private final LocalDate from;

  /**
   * Watches from now on.
   *
   * @param from UTC day of the first message; counters are summed from here to today
   */
  public Settling(Connection connection, Clock clock, LocalDate from) {
    this.connection = connection;
    this.ledger = connection.adapters().ledger();
    this.clock = clock;
    this.from = from;
  }

  /** The counters of all projects since the day it began. */
  public DayTotals totals() {
    Map<String, Double> sums = new HashMap<>();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    for (String project : ledger.projects()) {
      for (LocalDate day = from; !day.isAfter(today); day = day.plusDays(1)) {
        ledger.day(project, day).counts().forEach((name, n) -> sums.merge(name, n, Double::sum));
      }
    }
    return new DayTotals(sums);
  }

  /**
   * Waits until all expected traces are counted and no stage has anything to do.
   *
   * @return false when the queues ran empty although traces are missing
   * @throws OutsideFault when it takes too long, saying what is still under way
   */
  public boolean await(int expected, Duration limit, Progress progress)
      throws InterruptedException {
    Instant end = clock.instant().plus(limit);
    Instant emptySince = Instant.MAX;
    try (Queues queues = new Queues(connection)) {
      while (clock.instant().isBefore(end)) {
        long counted = Math.round(totals().get(DayTotals.TRACES));
        progress.at(Math.min(counted, expected));
        boolean empty = STAGES.stream().allMatch(queues::isEmpty);
        if (empty && Math.round(totals().get(DayTotals.TRACES)) >= expected) {
          progress.at(expected);
          return true;
        }
        emptySince =
            !empty ? Instant.MAX : emptySince.equals(Instant.MAX) ? clock.instant() : emptySince;
        if (empty && clock.instant().isAfter(emptySince.plus(PATIENCE))) {
          return false;
        }
        Thread.sleep(POLL_MS);
      }
      throw late(queues, expected, limit);
    }
  }

  private OutsideFault late(Queues queues, int expected, Duration limit) {
    StringBuilder message = new StringBuilder("after ");
    message.append(limit.toSeconds()).append(" s only ");
    message.append(Math.round(totals().get(DayTotals.TRACES)));
    message.append(" of ").append(expected).append(" traces are checked; in the queues:");
    for (Resource stage : STAGES) {
      Queues.Depth depth = queues.depth(stage);
      message.append(' ').append(stage.nameIn("").substring(1));
      message.append(' ').append(depth.waiting() + depth.atWork());
    }
    return new OutsideFault(message.toString());
  }
}
