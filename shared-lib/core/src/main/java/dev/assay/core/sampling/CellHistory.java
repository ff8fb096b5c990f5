package dev.assay.core.sampling;

import java.util.HashMap;
import java.util.Map;

/**
 * What judging found of late, by cell: the last seven days in use (method book §7.3).
 *
 * @param cells what was judged of each; a cell that is missing was never judged
 */
public record CellHistory(Map<Cell, Seen> cells) {
  /** So many traces of the pooled rate are mixed into each cell's own (§7.3). */
  public static final double PSEUDO_COUNTS = 20;

  public static final CellHistory NONE = new CellHistory(Map.of());

  public CellHistory {
    cells = Map.copyOf(cells);
  }

  /**
   * Scored traces of a cell.
   *
   * @param judged with a score
   * @param failed of those, judged to have failed
   */
  public record Seen(double judged, double failed) {
    public Seen {
      if (!(failed >= 0 && failed <= judged)) {
        throw new IllegalArgumentException(
            "expected 0 <= failed <= judged, got " + failed + " and " + judged);
      }
    }

    Seen plus(Seen other) {
      return new Seen(judged + other.judged, failed + other.failed);
    }
  }

  /** Both histories together. */
  public CellHistory plus(CellHistory other) {
    Map<Cell, Seen> sum = new HashMap<>(cells);
    other.cells.forEach((cell, seen) -> sum.merge(cell, seen, Seen::plus));
    return new CellHistory(sum);
  }

  /** Failure rates shrunk towards the pooled one; above 0 and below 1. */
  Rates rates() {
    Seen all = cells.values().stream().reduce(new Seen(0, 0), Seen::plus);
    return new Rates((all.failed + 0.5) / (all.judged + 1));
  }

  /** Rates as of this history. */
  final class Rates {
    private final double pooled;

    private Rates(double pooled) {
      this.pooled = pooled;
    }

    double failure(Cell cell) {
      Seen seen = cells.getOrDefault(cell, new Seen(0, 0));
      return (seen.failed + PSEUDO_COUNTS * pooled) / (seen.judged + PSEUDO_COUNTS);
    }

    /**
     * √(σ·p): between what makes the estimate surest (Neyman's σ) and what finds most failures (p).
     */
    double worth(Cell cell) {
      double p = failure(cell);
      return Math.sqrt(Math.sqrt(p * (1 - p)) * p);
    }
  }
}
