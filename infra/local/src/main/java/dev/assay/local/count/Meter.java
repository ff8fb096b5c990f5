package dev.assay.local.count;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts requests; any thread may report. */
public final class Meter {
  private final Map<Operation, Tally> tallies = new ConcurrentHashMap<>();

  public void count(Operation operation, Tally tally) {
    tallies.merge(operation, tally, Tally::plus);
  }

  public Counts snapshot() {
    return new Counts(tallies);
  }
}
