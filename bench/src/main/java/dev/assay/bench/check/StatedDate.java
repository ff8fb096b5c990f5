package dev.assay.bench.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A calendar day in one of the usual styles of English, in ISO form or in Chinese.
 *
 * @param pattern "y", "m", "d" with what stands between them: {@code {M} {d}, {y}}
 */
record StatedDate(LocalDate value, int start, int end, String pattern)
    implements Stated<LocalDate> {
  private static final String MONTHS =
      "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)([a-z]*\\.?)";
  private static final String MONTH_NAMES = "janfebmaraprmayjunjulaugsepoctnovdec";
  private static final Pattern ISO = Pattern.compile("\\b(\\d{4})-(\\d\\d)-(\\d\\d)(?!\\d)");
  private static final Pattern MONTH_DAY =
      Pattern.compile(
          "\\b" + MONTHS + "\\h+(\\d{1,2})(st|nd|rd|th)?\\b(,?\\h+\\d{4}\\b)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DAY_MONTH =
      Pattern.compile(
          "\\b(\\d{1,2})(st|nd|rd|th)?(\\h+(?:of\\h+)?)" + MONTHS + "(,?\\h+\\d{4}\\b)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NTH =
      Pattern.compile("\\b(\\d{1,2})(st|nd|rd|th)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern CHINESE = Pattern.compile("(\\d{1,2})月(\\d{1,2})([日号])");

  /** Every date of a text; what it leaves open is filled in from a day that is known. */
  static List<StatedDate> all(String text, @Nullable LocalDate known) {
    List<StatedDate> found = new ArrayList<>();
    Matcher iso = ISO.matcher(text);
    while (iso.find()) {
      add(found, iso, number(iso, 1), number(iso, 2), number(iso, 3), "{y}-{mm}-{dd}");
    }
    if (known != null) {
      worded(text, known, found);
    }
    return found;
  }

  private static void worded(String text, LocalDate known, List<StatedDate> found) {
    Matcher first = MONTH_DAY.matcher(text);
    while (first.find()) {
      boolean brief = first.group(2).isEmpty() && !first.group(1).equalsIgnoreCase("may");
      String nth = first.group(4) == null ? "{d}" : "{n}";
      String pattern = (brief ? "{b}" : "{M}") + " " + nth + year(first.group(5));
      add(found, first, known.getYear(), month(first.group(1)), number(first, 3), pattern);
    }
    Matcher second = DAY_MONTH.matcher(text);
    while (second.find()) {
      String nth = second.group(2) == null ? "{d}" : "{n}";
      boolean brief = second.group(5).isEmpty() && !second.group(4).equalsIgnoreCase("may");
      String pattern = nth + second.group(3) + (brief ? "{b}" : "{M}") + year(second.group(6));
      add(found, second, known.getYear(), month(second.group(4)), number(second, 1), pattern);
    }
    Matcher chinese = CHINESE.matcher(text);
    while (chinese.find()) {
      String pattern = "{m}月{d}" + chinese.group(3);
      add(found, chinese, known.getYear(), number(chinese, 1), number(chinese, 2), pattern);
    }
    Matcher nth = NTH.matcher(text);
    if (found.isEmpty() && nth.find()) {
      add(found, nth, known.getYear(), known.getMonthValue(), number(nth, 1), "{n}");
    }
  }

  private static int month(String letters) {
    return MONTH_NAMES.indexOf(letters.toLowerCase(Locale.ROOT)) / 3 + 1;
  }

  private static String year(@Nullable String stated) {
    return stated == null ? "" : stated.substring(0, stated.length() - 4) + "{y}";
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static void add(
      List<StatedDate> found, Matcher at, int year, int month, int day, String pattern) {
    try {
      LocalDate date = LocalDate.of(year, month, day);
      found.add(new StatedDate(date, at.start(), at.end(), pattern));
    } catch (DateTimeException e) {
      // Numbers that look like a date and are none.
    }
  }

  @Override
  public @Nullable String say(LocalDate other) {
    boolean monthSaid =
        pattern.contains("{M}") || pattern.contains("m}") || pattern.contains("{b}");
    if (!monthSaid
        && (other.getMonth() != value.getMonth() || other.getYear() != value.getYear())) {
      return null;
    }
    return write(pattern, other);
  }

  private static String write(String pattern, LocalDate other) {
    int day = other.getDayOfMonth();
    return pattern
        .replace("{y}", String.valueOf(other.getYear()))
        .replace("{mm}", String.format(Locale.ROOT, "%02d", other.getMonthValue()))
        .replace("{dd}", String.format(Locale.ROOT, "%02d", day))
        .replace("{m}", String.valueOf(other.getMonthValue()))
        .replace("{M}", other.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH))
        .replace("{b}", other.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
        .replace("{n}", day + suffix(day))
        .replace("{d}", String.valueOf(day));
  }

  private static String suffix(int day) {
    if (day / 10 == 1) {
      return "th";
    }
    return switch (day % 10) {
      case 1 -> "st";
      case 2 -> "nd";
      case 3 -> "rd";
      default -> "th";
    };
  }

  /** "May 20, 2024". */
  static String monthAndDay(LocalDate date) {
    return write("{M} {d}, {y}", date);
  }

  /** The text with the weekdays that fit another day, where some are said. */
  static String withWeekday(String text, LocalDate before, LocalDate after) {
    Locale english = Locale.ENGLISH;
    String old = before.getDayOfWeek().getDisplayName(TextStyle.FULL, english);
    String now = after.getDayOfWeek().getDisplayName(TextStyle.FULL, english);
    return text.replace(old, now).replace(old.toLowerCase(english), now.toLowerCase(english));
  }
}
