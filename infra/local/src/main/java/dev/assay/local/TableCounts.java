package dev.assay.local;

import dev.assay.local.count.Counts;
import dev.assay.local.count.Operation;
import dev.assay.local.count.Tally;
import dev.assay.local.dynamodb.DynamoDbEndpoint;
import java.util.HashMap;
import java.util.Map;

/** The tables' own counts in the system's form. */
final class TableCounts {
  private TableCounts() {}

  static Counts of(DynamoDbEndpoint tables) {
    Map<Operation, Tally> tallies = new HashMap<>();
    tables
        .counts()
        .lines()
        .forEach((place, line) ->
            tallies.put(
                new Operation("dynamodb", place.operation(), place.table()),
                new Tally(
                    line.requests(), line.requests(), 0, 0, line.readUnits(), line.writeUnits())));
    return new Counts(tallies);
  }
}
