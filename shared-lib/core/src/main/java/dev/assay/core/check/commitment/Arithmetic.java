package dev.assay.core.check.commitment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Sums, differences, multiples and percentages of what this turn and the one before have grounded.
 * Every method answers how the value comes about, or null.
 */
final class Arithmetic {
  private final Turn turn;
  private final int at;
  private final LongPredicate evidence;

  /**
   * @param at the first token of the claim
   * @param evidence true for an amount that the evidence states outright
   */
  Arithmetic(Turn turn, int at, LongPredicate evidence) {
    this.turn = turn;
    this.at = at;
    this.evidence = evidence;
  }

  @Nullable String explain(long value, boolean cue) {
    String found = multiple(value);
    found = found == null ? percentage(value) : found;
    found = found == null ? complement(value) : found;
    if (found != null || !cue) {
      return found;
    }
    found = runs(value, turn.operands());
    found = found == null ? runs(value, turn.earlier()) : found;
    found = found == null ? pairs(value, union()) : found;
    return found == null ? multiplePlus(value, turn.operands()) : found;
  }

  private List<Long> union() {
    List<Long> union = new ArrayList<>(turn.operands());
    union.addAll(turn.earlier());
    return union;
  }

  /** "Gift card: 128, credit card: 171" of a total of 299: what the amount just named leaves. */
  private @Nullable String complement(long value) {
    if (turn.operands().isEmpty()) {
      return null;
    }
    long last = turn.operands().getLast();
    for (long whole : union()) {
      if (whole - last == value && last > 0) {
        return Decimals.money(whole) + " - " + Decimals.money(last);
      }
    }
    return null;
  }

  /** Sums of neighbours: "A is 10, B is 20, C is 30, so 60 in total". */
  private static @Nullable String runs(long value, List<Long> operands) {
    for (int from = 0; from < operands.size(); from++) {
      long sum = operands.get(from);
      long rest = operands.get(from);
      for (int to = from + 1; to < operands.size(); to++) {
        sum += operands.get(to);
        if (sum == value) {
          return joined(operands.subList(from, to + 1), " + ");
        }
        rest -= operands.get(to);
        if (rest == value) {
          return joined(operands.subList(from, to + 1), " - ");
        }
      }
    }
    return null;
  }

  private static String joined(List<Long> values, String operator) {
    StringBuilder sum = new StringBuilder();
    for (long value : values) {
      sum.append(sum.isEmpty() ? "" : operator).append(Decimals.money(value));
    }
    return sum.toString();
  }

  private static @Nullable String pairs(long value, List<Long> operands) {
    for (long a : operands) {
      for (long b : operands) {
        if (a + b == value && a != b) {
          return Decimals.money(a) + " + " + Decimals.money(b);
        }
        if (a - b == value && b > 0) {
          return Decimals.money(a) + " - " + Decimals.money(b);
        }
      }
    }
    return null;
  }

  /** n × a, a ÷ n with a count that the turn states. */
  private @Nullable String multiple(long value) {
    for (long count : turn.counts()) {
      long n = count / Decimals.ONE;
      if (value % n == 0 && turn.operands().contains(value / n)) {
        return n + " × " + Decimals.money(value / n);
      }
    }
    for (long count : turn.countsBeside(at)) {
      long n = count / Decimals.ONE;
      if (value % n == 0 && evidence.test(value / n)) {
        return n + " × " + Decimals.money(value / n);
      }
      if (evidence.test(value * n)) {
        return Decimals.money(value * n) + " ÷ " + n;
      }
      if (isRoundedShare(value, n)) {
        return "a share of 1/" + n;
      }
    }
    return null;
  }

  /** 100 ÷ 3 is stated as 33.33. */
  private boolean isRoundedShare(long value, long n) {
    for (long off = -n * Decimals.CENT / 2; off <= n * Decimals.CENT / 2; off += Decimals.CENT) {
      if (n <= 12 && off != 0 && evidence.test(value * n + off)) {
        return true;
      }
    }
    return false;
  }

  /** p % of a, a less p %, a plus p %. */
  private @Nullable String percentage(long value) {
    for (long share : turn.percents()) {
      long hundred = 100 * Decimals.ONE;
      String found = base(value, share, share, " of ");
      found = found == null ? base(value, hundred - share, share, " off ") : found;
      found = found == null ? base(value, hundred + share, share, " on top of ") : found;
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable String base(long value, long factor, long share, String words) {
    if (factor <= 0 || value > Decimals.LARGEST / 100) {
      return null;
    }
    long estimate = Math.round((double) value * 100 * Decimals.ONE / factor);
    long cents = estimate / Decimals.CENT * Decimals.CENT;
    for (long base = cents - Decimals.CENT;
        base <= cents + 2 * Decimals.CENT;
        base += Decimals.CENT) {
      boolean rounds =
          Math.abs(base * (double) factor / (100.0 * Decimals.ONE) - value) <= Decimals.CENT / 2.0;
      if (rounds && evidence.test(base)) {
        return Decimals.plain(share) + "%" + words + Decimals.money(base);
      }
    }
    return null;
  }

  /** "two nights at 140 plus 35". */
  private @Nullable String multiplePlus(long value, List<Long> operands) {
    for (long count : turn.counts()) {
      long n = count / Decimals.ONE;
      for (long a : operands) {
        for (long b : operands) {
          if (a != b && n * a + b == value) {
            return n + " × " + Decimals.money(a) + " + " + Decimals.money(b);
          }
        }
      }
    }
    return null;
  }
}
