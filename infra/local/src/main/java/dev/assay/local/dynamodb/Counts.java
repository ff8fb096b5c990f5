package dev.assay.local.dynamodb;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What Amazon would have billed so far, by table and operation.
 *
 * <p>Rules, from the developer guide's "DynamoDB read and write operations": a write unit is 1 KB
 * of the larger of the item before and after, at least one, also when its condition fails; each
 * global index written adds its own, two (delete and put) where an index key changed; in a
 * transaction all count twice. A read unit is 4 KB read strongly consistently, half of it
 * otherwise; a query rounds its sum, a batch get each item. TTL deletions are free. A snapshot: it
 * does not change.
 *
 * @param lines requests and units per table and operation; a request that touches two tables counts
 *     in both lines
 * @param requests requests per operation, each once
 */
public record Counts(Map<Place, Line> lines, Map<String, Long> requests) {

  /**
   * Where something was counted.
   *
   * @param table the table's name
   * @param operation the operation's name, such as {@code PutItem}
   */
  public record Place(String table, String operation) {}

  /**
   * What was counted there.
   *
   * @param requests requests that touched the table, refused ones too
   * @param readUnits read request units, a multiple of 0.5
   * @param writeUnits write request units
   */
  public record Line(long requests, double readUnits, double writeUnits) {}

  /** Copies the maps. */
  public Counts {
    lines = Map.copyOf(lines);
    requests = Map.copyOf(requests);
  }

  /** All write units. */
  public double writeUnits() {
    return lines.values().stream().mapToDouble(Line::writeUnits).sum();
  }

  /** The write units of one table, its indexes included. */
  public double writeUnits(String table) {
    return lines.entrySet().stream()
        .filter(line -> line.getKey().table().equals(table))
        .mapToDouble(line -> line.getValue().writeUnits())
        .sum();
  }

  /** All read units. */
  public double readUnits() {
    return lines.values().stream().mapToDouble(Line::readUnits).sum();
  }

  /** The read units of one table, its indexes included. */
  public double readUnits(String table) {
    return lines.entrySet().stream()
        .filter(line -> line.getKey().table().equals(table))
        .mapToDouble(line -> line.getValue().readUnits())
        .sum();
  }

  /** All requests, each once, management operations and refused ones too. */
  public long requestCount() {
    return requests.values().stream().mapToLong(Long::longValue).sum();
  }

  /** What was counted after an earlier snapshot of the same endpoint. */
  public Counts since(Counts earlier) {
    Map<Place, Line> newer = new LinkedHashMap<>();
    lines.forEach((place, line) -> {
      Line old = earlier.lines.getOrDefault(place, new Line(0, 0, 0));
      if (line.requests() > old.requests()) {
        newer.put(
            place,
            new Line(
                line.requests() - old.requests(),
                line.readUnits() - old.readUnits(),
                line.writeUnits() - old.writeUnits()));
      }
    });
    Map<String, Long> newerRequests = new LinkedHashMap<>();
    requests.forEach((operation, count) -> {
      long more = count - earlier.requests.getOrDefault(operation, 0L);
      if (more > 0) {
        newerRequests.put(operation, more);
      }
    });
    return new Counts(newer, newerRequests);
  }
}
