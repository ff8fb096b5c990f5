package dev.assay.cli.terminal;

import java.util.Locale;

/** Numbers as people read them. */
public final class Figures {
  private Figures() {}

  /** A share as per cent with its counts, such as {@code 30.2 % (19 of 63)}. */
  public static String share(long part, long whole) {
    return whole == 0 ? "-" : percent(part / (double) whole) + " (" + part + " of " + whole + ")";
  }

  /** Per cent with one decimal. */
  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** US dollars; as many decimals as small sums need. */
  public static String usd(double amount) {
    return String.format(
        Locale.ROOT, Math.abs(amount) >= 1 || amount == 0 ? "$%.2f" : "$%.4f", amount);
  }

  /** A score with two decimals. */
  public static String score(double score) {
    return String.format(Locale.ROOT, "%.2f", score);
  }

  /** {@code 1 trace}, {@code 2 traces}. */
  public static String count(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
