package dev.assay.bench.check;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time of day in digits.
 *
 * @param minutes they are said: "2:30", not "2 pm"
 * @param padded the hour has two digits: "02:30"
 * @param suffix what follows the digits: seconds or nothing
 * @param half what says the half of the day, with the space before it; empty where nothing does
 */
record StatedTime(
    LocalTime value,
    int start,
    int end,
    boolean minutes,
    boolean padded,
    String suffix,
    String half)
    implements Stated<LocalTime> {
  private static final Pattern CLOCK =
      Pattern.compile(
          "(?<![\\d:])(\\d{1,2}):(\\d\\d)(:\\d\\d)?(\\h?[ap]\\.?m\\b)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern HOUR =
      Pattern.compile("(?<![\\d:.])(\\d{1,2})(\\h?[ap]\\.?m\\b)", Pattern.CASE_INSENSITIVE);

  /** Every time of a text; without a half of the day as it stands. */
  static List<StatedTime> all(String text) {
    List<StatedTime> found = new ArrayList<>();
    Matcher clock = CLOCK.matcher(text);
    while (clock.find()) {
      int minute = Integer.parseInt(clock.group(2));
      add(found, clock, minute, true, orEmpty(clock.group(3)), orEmpty(clock.group(4)));
    }
    Matcher hour = HOUR.matcher(text);
    while (hour.find()) {
      add(found, hour, 0, false, "", hour.group(2));
    }
    return found;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static void add(
      List<StatedTime> found, Matcher at, int minute, boolean minutes, String more, String half) {
    int hour = Integer.parseInt(at.group(1));
    if (minute > 59 || hour > (half.isEmpty() ? 23 : 12)) {
      return;
    }
    int full = half.isEmpty() ? hour : hour % 12 + (isAfternoon(half) ? 12 : 0);
    boolean padded = at.group(1).startsWith("0");
    found.add(
        new StatedTime(
            LocalTime.of(full, minute), at.start(), at.end(), minutes, padded, more, half));
  }

  private static boolean isAfternoon(String half) {
    return half.toLowerCase(Locale.ROOT).contains("p");
  }

  @Override
  public @Nullable String say(LocalTime other) {
    if (!minutes && other.getMinute() != 0) {
      return clock(other, false) + halfOf(other);
    }
    return clock(other, !minutes) + suffix + halfOf(other);
  }

  private String clock(LocalTime other, boolean hourOnly) {
    int hour = half.isEmpty() ? other.getHour() : (other.getHour() + 11) % 12 + 1;
    boolean twoDigits = padded || (half.isEmpty() && value.getHour() >= 10);
    String hours = twoDigits ? String.format(Locale.ROOT, "%02d", hour) : String.valueOf(hour);
    return hourOnly ? hours : hours + String.format(Locale.ROOT, ":%02d", other.getMinute());
  }

  private String halfOf(LocalTime other) {
    if (half.isEmpty() || isAfternoon(half) == other.getHour() >= 12) {
      return half;
    }
    return isAfternoon(half)
        ? half.replace('p', 'a').replace('P', 'A')
        : half.replace('a', 'p').replace('A', 'P');
  }

  /** The other of the two ways to write it. */
  String otherWay() {
    if (!half.isEmpty()) {
      return String.format(Locale.ROOT, "%02d:%02d", value.getHour(), value.getMinute());
    }
    int hour = (value.getHour() + 11) % 12 + 1;
    return String.format(
        Locale.ROOT, "%d:%02d %s", hour, value.getMinute(), value.getHour() < 12 ? "AM" : "PM");
  }
}
