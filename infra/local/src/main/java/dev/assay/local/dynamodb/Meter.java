package dev.assay.local.dynamodb;

import dev.assay.local.dynamodb.Counts.Line;
import dev.assay.local.dynamodb.Counts.Place;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Adds up what requests consume. Thread safe. */
final class Meter {
  private record Sums(LongAdder requests, LongAdder halfReads, LongAdder halfWrites) {
    static Sums none() {
      return new Sums(new LongAdder(), new LongAdder(), new LongAdder());
    }

    Line line() {
      return new Line(requests.sum(), halfReads.sum() / 2.0, halfWrites.sum() / 2.0);
    }
  }

  private final ConcurrentHashMap<Place, Sums> sums = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, LongAdder> requests = new ConcurrentHashMap<>();

  void add(String operation, Consumption consumption) {
    requests.computeIfAbsent(operation, name -> new LongAdder()).increment();
    consumption
        .shares()
        .forEach((table, share) -> {
          Sums sum = sums.computeIfAbsent(new Place(table, operation), place -> Sums.none());
          sum.requests().increment();
          sum.halfReads().add(share.halfReads());
          sum.halfWrites().add(share.halfWrites());
        });
  }

  Counts counts() {
    Map<Place, Line> lines = new HashMap<>();
    sums.forEach((place, sum) -> lines.put(place, sum.line()));
    Map<String, Long> byOperation = new HashMap<>();
    requests.forEach((operation, count) -> byOperation.put(operation, count.sum()));
    return new Counts(lines, byOperation);
  }
}
