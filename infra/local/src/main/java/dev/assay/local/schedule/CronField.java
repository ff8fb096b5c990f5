package dev.assay.local.schedule;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * One field of a cron expression: {@code *}, {@code ?}, values, names, lists, ranges and steps.
 *
 * @param values those that match
 */
record CronField(BitSet values) {

  /**
   * Reads a field.
   *
   * @param low the smallest value, to which a first name stands
   * @param names three-letter names, empty when the field has none
   */
  static CronField parse(String text, int low, int high, List<String> names) {
    BitSet values = new BitSet();
    for (String part : text.split(",", -1)) {
      add(values, part, low, high, names);
    }
    return new CronField(values);
  }

  private static void add(BitSet values, String part, int low, int high, List<String> names) {
    String[] stepped = part.split("/", 2);
    int step = stepped.length == 2 ? number(stepped[1], low, names) : 1;
    int from = low;
    int to = high;
    if (!stepped[0].equals("*") && !stepped[0].equals("?")) {
      String[] range = stepped[0].split("-", 2);
      from = number(range[0], low, names);
      to = range.length == 2 ? number(range[1], low, names) : stepped.length == 2 ? high : from;
    }
    if (from < low || to > high || from > to || step < 1) {
      throw new IllegalArgumentException("cron: " + part + " is not within " + low + ".." + high);
    }
    for (int value = from; value <= to; value += step) {
      values.set(value);
    }
  }

  private static int number(String text, int low, List<String> names) {
    int index = names.indexOf(text.toUpperCase(Locale.ROOT));
    if (index >= 0) {
      return index + low;
    }
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("cron: the local runner does not know " + text, e);
    }
  }

  boolean has(int value) {
    return values.get(value);
  }
}
