package dev.assay.core.judge.evidence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Amounts of money that were found supported in this turn and the one before, and what follows from
 * them: sums and differences of two, the sum of a turn's, small multiples. At most twelve are kept,
 * so the work per claim is bounded.
 */
final class Amounts {
  private static final int MOST = 12;
  private static final int LARGEST_MULTIPLE = 9;

  private List<BigDecimal> turn = new ArrayList<>();
  private List<BigDecimal> before = List.of();

  void nextTurn() {
    if (!turn.isEmpty()) {
      before = turn;
      turn = new ArrayList<>();
    }
  }

  void add(List<String> readings) {
    if (turn.size() < MOST) {
      turn.add(new BigDecimal(readings.getFirst()));
    }
  }

  /** True when one of the readings follows from what is known. */
  boolean derive(List<String> readings) {
    List<BigDecimal> known = new ArrayList<>(before);
    known.addAll(turn);
    for (String reading : readings) {
      if (reading.length() <= 18 && follows(new BigDecimal(reading), known)) {
        return true;
      }
    }
    return false;
  }

  private boolean follows(BigDecimal value, List<BigDecimal> known) {
    BigDecimal sum = turn.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (value.compareTo(sum) == 0) {
      return true;
    }
    for (int i = 0; i < known.size(); i++) {
      if (isMultiple(value, known.get(i)) || isSum(value, known, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMultiple(BigDecimal value, BigDecimal unit) {
    return unit.signum() > 0
        && value.remainder(unit).signum() == 0
        && value.compareTo(unit.multiply(BigDecimal.valueOf(LARGEST_MULTIPLE))) <= 0;
  }

  private static boolean isSum(BigDecimal value, List<BigDecimal> known, int i) {
    for (int j = 0; j < i; j++) {
      BigDecimal a = known.get(i);
      BigDecimal b = known.get(j);
      if (value.compareTo(a.add(b)) == 0 || value.compareTo(a.subtract(b).abs()) == 0) {
        return true;
      }
    }
    return false;
  }
}
