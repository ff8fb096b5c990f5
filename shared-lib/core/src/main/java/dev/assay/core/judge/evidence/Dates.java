package dev.assay.core.judge.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as month and day: the year is left out, because speech leaves it out. */
final class Dates {
  private static final Pattern YEAR_FIRST =
      Pattern.compile("([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})");
  private static final Pattern YEAR_LAST =
      Pattern.compile("([0-9]{1,2})([-/.])([0-9]{1,2})\\2([0-9]{4}|[0-9]{2})");
  private static final int LONGEST = 10;
  private static final Map<String, Integer> MONTHS = months();

  private Dates() {}

  /** The readings of a date in figures; both when day and month can be told apart by nothing. */
  static List<String> numeric(String chunk) {
    if (chunk.length() > LONGEST) {
      return List.of();
    }
    Matcher first = YEAR_FIRST.matcher(chunk);
    if (first.matches()) {
      return readings(first.group(2), first.group(3), false);
    }
    Matcher last = YEAR_LAST.matcher(chunk);
    return last.matches() ? readings(last.group(1), last.group(3), true) : List.of();
  }

  static String normal(int month, int day) {
    return month + "-" + day;
  }

  /** 1..12 for a month's name or short form in English, German, Spanish or French; else 0. */
  static int month(String word) {
    return MONTHS.getOrDefault(word, 0);
  }

  private static List<String> readings(String month, String day, boolean eitherWay) {
    List<String> readings = new ArrayList<>(2);
    add(readings, Integer.parseInt(month), Integer.parseInt(day));
    if (eitherWay) {
      add(readings, Integer.parseInt(day), Integer.parseInt(month));
    }
    return readings;
  }

  private static void add(List<String> readings, int month, int day) {
    if (month >= 1 && month <= 12 && day >= 1 && day <= 31) {
      readings.add(normal(month, day));
    }
  }

  private static Map<String, Integer> months() {
    List<String> names =
        List.of(
            "january jan januar enero ene janvier janv",
            "february feb februar febrero février févr",
            "march mar märz marzo mars",
            "april apr abril abr avril avr",
            "may mai mayo",
            "june jun juni junio juin",
            "july jul juli julio juillet juil",
            "august aug agosto ago août",
            "september sep sept septiembre septembre",
            "october oct oktober okt octubre octobre",
            "november nov noviembre novembre",
            "december dec dezember dez diciembre dic décembre déc");
    Map<String, Integer> months = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      for (String name : List.of(names.get(i).split(" ", -1))) {
        months.put(name, i + 1);
      }
    }
    return Map.copyOf(months);
  }
}
