package dev.assay.core.check.commitment.grammar;

import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.value.Value.When;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Time zones said aloud ("3 pm Eastern") or written behind a time stamp. */
public final class Zones {
  private static final int SHORTEST_STAMP = 17;

  private Zones() {}

  /** The zone named in tokens [from, end); null where none is. */
  public static @Nullable ZoneId named(Utterance utterance, int from, int end) {
    for (int i = from; i < Math.min(end, utterance.size()); i++) {
      String id = utterance.tokens().get(i).code(WordClass.ZONE);
      if (id != null) {
        return zone(id);
      }
    }
    return null;
  }

  private static @Nullable ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** True where both zones show the same time on a day. */
  public static boolean agree(ZoneId some, ZoneId other, LocalDate day) {
    LocalDateTime noon = day.atTime(LocalTime.NOON);
    return some.getRules().getOffset(noon).equals(other.getRules().getOffset(noon));
  }

  /** The same instants as the clock of another zone shows them. */
  public static When converted(When when, ZoneId from, ZoneId to, LocalDate today) {
    List<LocalDate> dates = new ArrayList<>();
    List<LocalTime> times = new ArrayList<>();
    List<LocalDate> days = when.dates().isEmpty() ? List.of(today) : when.dates();
    for (LocalTime time : when.times()) {
      for (LocalDate day : days) {
        LocalDateTime local =
            day.atTime(time).atZone(from).withZoneSameInstant(to).toLocalDateTime();
        dates.add(local.toLocalDate());
        times.add(local.toLocalTime());
      }
    }
    return new When(when.dates().isEmpty() ? List.of() : dates, times, when.yearStated(), 0);
  }

  /** A time stamp with its offset as a zone's clock shows it; null for all else. */
  public static @Nullable LocalDateTime inZone(String stamp, ZoneId zone) {
    boolean dated = stamp.length() >= SHORTEST_STAMP && stamp.charAt(10) == 'T';
    if (!dated || !hasOffset(stamp)) {
      return null;
    }
    try {
      return OffsetDateTime.parse(stamp).atZoneSameInstant(zone).toLocalDateTime();
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static boolean hasOffset(String stamp) {
    char last = stamp.charAt(stamp.length() - 1);
    return last == 'Z'
        || stamp.indexOf('+', SHORTEST_STAMP - 1) > 0
        || stamp.indexOf('-', SHORTEST_STAMP - 1) > 0;
  }
}
