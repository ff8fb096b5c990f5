package dev.assay.local.count;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A snapshot of everything counted since the start; two of them can be subtracted. */
public record Counts(Map<Operation, Tally> byOperation) {
  public Counts {
    byOperation = Collections.unmodifiableMap(new TreeMap<>(byOperation));
  }

  /**
   * What happened between an earlier snapshot and this one; operations without change are left out.
   */
  public Counts minus(Counts earlier) {
    Map<Operation, Tally> difference = new TreeMap<>();
    byOperation.forEach((operation, tally) -> {
      Tally change = tally.minus(earlier.byOperation.getOrDefault(operation, Tally.NONE));
      if (!change.equals(Tally.NONE)) {
        difference.put(operation, change);
      }
    });
    return new Counts(difference);
  }

  /** Both together. */
  public Counts plus(Counts other) {
    Map<Operation, Tally> sum = new TreeMap<>(byOperation);
    other.byOperation.forEach((operation, tally) -> sum.merge(operation, tally, Tally::plus));
    return new Counts(sum);
  }

  /** The sum over the operations that pass. */
  public Tally total(Predicate<Operation> wanted) {
    return byOperation.entrySet().stream()
        .filter(entry -> wanted.test(entry.getKey()))
        .map(Map.Entry::getValue)
        .reduce(Tally.NONE, Tally::plus);
  }

  /** The sum over one service's operations. */
  public Tally total(String service) {
    return total(operation -> operation.service().equals(service));
  }

  /** The sum over one operation of one service, whatever the resource. */
  public Tally total(String service, String name) {
    return total(o -> o.service().equals(service) && o.name().equals(name));
  }
}
