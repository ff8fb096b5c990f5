package dev.assay.core.check.commitment.ladder.money;

import dev.assay.core.check.commitment.evidence.Derivable;
import dev.assay.core.check.commitment.text.Decimals;
import java.util.List;
import java.util.Set;

/** Offers the sums, differences and products of some amounts. */
final class Sums {
  private final Derivable values;

  Sums(Derivable values) {
    this.values = values;
  }

  void counted(List<Long> counts, Set<Long> bases) {
    for (long count : counts) {
      long n = count / Decimals.ONE;
      for (long base : bases) {
        values.times(n, base);
        values.share(base, n);
      }
    }
  }

  /** "two nights at 140 plus 35". */
  void multiplePlus(List<Long> counts, List<Long> amounts) {
    for (long count : counts) {
      long n = count / Decimals.ONE;
      for (long a : amounts) {
        for (long b : amounts) {
          if (a != b) {
            values.sum(n * a + b, () -> n + " × " + Decimals.money(a) + " + " + Decimals.money(b));
          }
        }
      }
    }
  }

  void pairs(List<Long> amounts, boolean sums, boolean differences) {
    for (int i = 0; i < amounts.size(); i++) {
      for (int j = i + 1; j < amounts.size(); j++) {
        plusMinus(amounts.get(i), amounts.get(j), sums, differences);
      }
    }
  }

  void plusMinus(long a, long b, boolean sums, boolean differences) {
    if (sums) {
      values.plus(a, b);
    }
    if (differences) {
      values.minus(a, b);
    }
  }

  /** Sums of neighbours: "A is 10, B is 20, C is 30". */
  void runs(List<Long> amounts) {
    for (int from = 0; from + 2 < amounts.size(); from++) {
      long sum = amounts.get(from) + amounts.get(from + 1);
      long rest = amounts.get(from) - amounts.get(from + 1);
      for (int to = from + 2; to < amounts.size(); to++) {
        sum += amounts.get(to);
        rest -= amounts.get(to);
        List<Long> run = amounts.subList(from, to + 1);
        values.sum(sum, () -> joined(run, " + "));
        values.sum(rest, () -> joined(run, " - "));
      }
    }
  }

  /** Sums of the last two, three, … amounts. */
  void suffixes(List<Long> amounts) {
    if (amounts.isEmpty()) {
      return;
    }
    long sum = amounts.getLast();
    for (int i = amounts.size() - 2; i >= 0; i--) {
      sum += amounts.get(i);
      List<Long> run = amounts.subList(i, amounts.size());
      values.sum(sum, () -> joined(run, " + "));
    }
  }

  /** Sums of the next two, three, … amounts: "$236 in total: $115 and $121". */
  void prefixes(List<Long> amounts) {
    long sum = 0;
    for (int i = 0; i < amounts.size(); i++) {
      sum += amounts.get(i);
      List<Long> run = amounts.subList(0, i + 1);
      if (i > 0) {
        values.sum(sum, () -> joined(run, " + "));
      }
    }
  }

  static String joined(List<Long> values, String operator) {
    StringBuilder sum = new StringBuilder();
    for (long value : values) {
      sum.append(sum.isEmpty() ? "" : operator).append(Decimals.money(value));
    }
    return sum.toString();
  }
}
