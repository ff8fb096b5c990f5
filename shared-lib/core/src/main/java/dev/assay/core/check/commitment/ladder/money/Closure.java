package dev.assay.core.check.commitment.ladder.money;

import dev.assay.core.check.commitment.evidence.Columns;
import dev.assay.core.check.commitment.evidence.EvidenceIndex;
import dev.assay.core.check.commitment.text.Decimals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What two recorded amounts, a count, or a list can add up to. That "some a ± b fits" proves little
 * for a round amount and much for one with cents, so a match counts only where few of the values
 * that could stand there are derivable (λ &lt; 0.05, commitments method §2.4).
 */
final class Closure {
  private static final int MOST_AMOUNTS = 40;
  private static final int MOST_SUBSET = 8;
  private static final double MOST_LIKELY = 0.05;
  private static final double WINDOW = 0.2;

  private final EvidenceIndex index;
  private long[] derivable = new long[0];
  private int builtFor = -1;

  Closure(EvidenceIndex index) {
    this.index = index;
  }

  /** True where an amount can be reckoned, and few others near it. */
  boolean proves(long value) {
    build();
    if (Arrays.binarySearch(derivable, value) < 0) {
      return false;
    }
    long reach = (long) (value * WINDOW);
    int nearby = position(value + reach + 1) - position(value - reach);
    double possible = Math.max(1, 2.0 * reach / granularity(value));
    return nearby / possible < MOST_LIKELY;
  }

  private static long granularity(long value) {
    if (value % Decimals.ONE != 0) {
      return value % (Decimals.ONE / 2) == 0 ? Decimals.ONE / 2 : Decimals.CENT;
    }
    return value % (10 * Decimals.ONE) == 0 ? 10 * Decimals.ONE : Decimals.ONE;
  }

  private int position(long value) {
    int found = Arrays.binarySearch(derivable, value);
    return found < 0 ? -found - 1 : found;
  }

  /** Rebuilt only when the evidence grew, so at most once a turn. */
  private void build() {
    if (builtFor == index.version()) {
      return;
    }
    builtFor = index.version();
    List<Long> amounts = newest();
    List<Long> all = new ArrayList<>();
    for (int i = 0; i < amounts.size(); i++) {
      for (int j = i + 1; j < amounts.size(); j++) {
        all.add(amounts.get(i) + amounts.get(j));
        all.add(Math.abs(amounts.get(i) - amounts.get(j)));
      }
      multiples(amounts.get(i), all);
    }
    columns(all);
    derivable =
        all.stream().mapToLong(Long::longValue).filter(v -> v > 0).sorted().distinct().toArray();
  }

  private void multiples(long amount, List<Long> all) {
    for (long n : index.counts()) {
      if (n <= 9) {
        all.add(amount * n);
      }
    }
  }

  private void columns(List<Long> all) {
    List<Columns.Column> columns = index.columns();
    for (Columns.Column column :
        columns.subList(Math.max(0, columns.size() - MOST_AMOUNTS), columns.size())) {
      long sum = column.sum();
      all.add(Math.abs(sum));
      multiples(Math.abs(sum), all);
      if (column.values().size() <= MOST_SUBSET) {
        subsets(column.values(), all);
      }
    }
  }

  /** Some of the items of one order: "the lamp and the kettle come to …". */
  private static void subsets(List<Long> values, List<Long> all) {
    for (int mask = 1; mask < 1 << values.size(); mask++) {
      long sum = 0;
      for (int i = 0; i < values.size(); i++) {
        sum += (mask >> i & 1) == 1 ? values.get(i) : 0;
      }
      all.add(Math.abs(sum));
    }
  }

  private List<Long> newest() {
    Set<Long> amounts = new LinkedHashSet<>();
    List<Long> recent = index.recentMoney();
    for (int i = recent.size() - 1;
        i >= 0 && amounts.size() < MOST_AMOUNTS && i > recent.size() - 1000;
        i--) {
      amounts.add(recent.get(i));
    }
    return List.copyOf(amounts);
  }
}
