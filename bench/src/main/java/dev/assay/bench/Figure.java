package dev.assay.bench;

import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/**
 * One measured number beside its bar.
 *
 * @param name the measurement, such as {@code loop.counts}
 * @param what which of its figures
 * @param bar what must hold, as words; empty where the figure is only told
 * @param holds whether it does
 */
public record Figure(
    String name, String what, double value, String unit, String bar, boolean holds) {
  /** A figure that must not be larger. */
  public static Figure atMost(String name, String what, double value, String unit, double most) {
    return new Figure(name, what, value, unit, "<= " + plain(most), value <= most);
  }

  /** A figure that must not be smaller. */
  public static Figure atLeast(String name, String what, double value, String unit, double least) {
    return new Figure(name, what, value, unit, ">= " + plain(least), value >= least);
  }

  /** A figure without a bar. */
  public static Figure told(String name, String what, double value, String unit) {
    return new Figure(name, what, value, unit, "", true);
  }

  void writeTo(ObjectNode json) {
    json.put("name", name);
    json.put("figure", what);
    json.put("value", value);
    json.put("unit", unit);
    json.put("bar", bar);
    json.put("holds", holds);
  }

  String line() {
    String verdict = bar.isEmpty() ? "" : holds ? "  holds " + bar : "  FAILS " + bar;
    return String.format(Locale.ROOT, "%-12s %-44s %12s %s%s", name, what, number(), unit, verdict);
  }

  private String number() {
    return Math.abs(value) >= 100 || value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.4g", value);
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
