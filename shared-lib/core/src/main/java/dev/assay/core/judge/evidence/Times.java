package dev.assay.core.judge.evidence;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times of day as minutes after midnight, without zone. */
final class Times {
  private static final Pattern CLOCK =
      Pattern.compile(
          "([0-9]{1,2})[:hH]([0-9]{2})(?::[0-9]{2})?(?:\\.[0-9]+)?([aApP]\\.?[mM])?[zZ]?");
  private static final Pattern HOUR = Pattern.compile("([0-9]{1,2})([aApP]\\.?[mM]|[hH])?");
  private static final Set<String> HOUR_WORDS = Set.of("uhr", "h", "heures", "o'clock");
  private static final int HALF_DAY = 12 * 60;
  private static final int LONGEST = 16;

  private Times() {}

  /**
   * The readings of a time; empty when the chunk is none. Without am or pm an hour up to 12 has
   * two, except where its form is that of a 24-hour clock ({@code 09:30}, {@code 9:30:00}).
   *
   * @param wordAfter the next word in lower case without points, such as {@code pm} or {@code uhr}
   */
  static List<String> of(String chunk, String wordAfter) {
    if (chunk.length() > LONGEST) {
      return List.of();
    }
    Matcher clock = CLOCK.matcher(chunk);
    if (clock.matches()) {
      boolean exact = chunk.charAt(0) == '0' || chunk.indexOf(':') != chunk.lastIndexOf(':');
      return readings(clock.group(1), clock.group(2), marker(clock.group(3), wordAfter), exact);
    }
    Matcher hour = HOUR.matcher(chunk);
    if (!hour.matches()) {
      return List.of();
    }
    String marker = marker(hour.group(2), wordAfter);
    boolean marked = isHalf(marker) || HOUR_WORDS.contains(marker);
    return marked ? readings(hour.group(1), "00", marker, false) : List.of();
  }

  private static String marker(@Nullable String own, String wordAfter) {
    return own == null ? wordAfter : Words.lower(own).replace(".", "");
  }

  private static boolean isHalf(String marker) {
    return marker.equals("am") || marker.equals("pm");
  }

  private static List<String> readings(String hours, String minutes, String marker, boolean exact) {
    int hour = Integer.parseInt(hours);
    int minute = Integer.parseInt(minutes);
    if (hour > 24 || minute > 59) {
      return List.of();
    }
    int time = hour * 60 + minute;
    if (isHalf(marker) && hour <= 12) {
      return List.of(text(time % HALF_DAY + (marker.equals("pm") ? HALF_DAY : 0)));
    }
    return exact || hour > 12 || hour == 0
        ? List.of(text(time))
        : List.of(text(time), text((time + HALF_DAY) % (2 * HALF_DAY)));
  }

  private static String text(int minutes) {
    return Integer.toString(minutes);
  }
}
