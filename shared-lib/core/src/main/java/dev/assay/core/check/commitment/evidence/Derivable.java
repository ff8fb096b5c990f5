package dev.assay.core.check.commitment.evidence;

import dev.assay.core.check.commitment.text.Decimals;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What some amounts can be reckoned to, and how likely a wrong amount would be among it. That one
 * of many sums fits proves little for a round amount and much for one with cents (commitments
 * method §2.4), so a match counts only where few of the values that could stand there are
 * derivable.
 */
public final class Derivable {
  /** More values than this let chance fit anything. */
  private static final int MOST = 8192;

  private static final double WINDOW = 0.2;

  private final long claim;
  private long[] values = new long[64];
  private int size;
  private @Nullable String how;

  /**
   * Starts with nothing derived.
   *
   * @param claim ten-thousandths
   */
  public Derivable(long claim) {
    this.claim = claim;
  }

  /** How the claim comes about; null while nothing led to it. */
  public @Nullable String how() {
    return how;
  }

  public void plus(long a, long b) {
    if (offer(a + b)) {
      how = Decimals.money(a) + " + " + Decimals.money(b);
    }
  }

  public void minus(long a, long b) {
    if (offer(Math.abs(a - b))) {
      how = Decimals.money(Math.max(a, b)) + " - " + Decimals.money(Math.min(a, b));
    }
  }

  /**
   * n × a.
   *
   * @param n a plain count
   */
  public void times(long n, long a) {
    if (a < Decimals.LARGEST / 100 && offer(n * a)) {
      how = n + " × " + Decimals.money(a);
    }
  }

  /**
   * a ÷ n, to the cent.
   *
   * @param n a plain count
   */
  public void share(long a, long n) {
    divided(a, n * Decimals.ONE);
  }

  /**
   * a ÷ m, to the cent.
   *
   * @param measure ten-thousandths
   */
  public void divided(long a, long measure) {
    if (offer(cents((double) a * Decimals.ONE / measure))) {
      how = Decimals.money(a) + " ÷ " + Decimals.plain(measure);
    }
  }

  /**
   * m × a, to the cent.
   *
   * @param measure ten-thousandths
   */
  public void product(long measure, long a) {
    if (offer(cents((double) measure * a / Decimals.ONE))) {
      how = Decimals.plain(measure) + " × " + Decimals.money(a);
    }
  }

  /**
   * p % of a, a less p %, a plus p %, to the cent.
   *
   * @param percent ten-thousandths of a percent point
   */
  public void percent(long percent, long a) {
    double part = (double) a * percent / (100.0 * Decimals.ONE);
    String said = Decimals.plain(percent) + "%";
    if (offer(cents(part))) {
      how = said + " of " + Decimals.money(a);
    }
    if (offer(cents(a - part))) {
      how = said + " off " + Decimals.money(a);
    }
    if (offer(cents(a + part))) {
      how = said + " on top of " + Decimals.money(a);
    }
  }

  public void sum(long value, Supplier<String> words) {
    if (offer(value)) {
      how = words.get();
    }
  }

  private static long cents(double value) {
    return Math.round(value / Decimals.CENT) * Decimals.CENT;
  }

  private boolean offer(long value) {
    if (value <= 0 || size >= MOST) {
      return false;
    }
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
    return value == claim && how == null;
  }

  /** The share of the values that could stand in the claim's place which are derivable as well. */
  public double chance() {
    long reach = (long) (claim * WINDOW);
    long step = granularity(claim);
    long[] near = new long[size];
    int count = 0;
    for (int i = 0; i < size; i++) {
      long value = values[i];
      if (value != claim && Math.abs(value - claim) <= reach && value % step == 0) {
        near[count++] = value;
      }
    }
    return different(near, count) / Math.max(1, 2.0 * reach / step);
  }

  private static int different(long[] values, int count) {
    Arrays.sort(values, 0, count);
    int different = 0;
    for (int i = 0; i < count; i++) {
      different += i == 0 || values[i] != values[i - 1] ? 1 : 0;
    }
    return different;
  }

  /** True where as many values were offered as are kept. */
  public boolean isFull() {
    return size >= MOST;
  }

  private static long granularity(long value) {
    if (value % Decimals.ONE != 0) {
      return value % (Decimals.ONE / 2) == 0 ? Decimals.ONE / 2 : Decimals.CENT;
    }
    return value % (10 * Decimals.ONE) == 0 ? 10 * Decimals.ONE : Decimals.ONE;
  }
}
