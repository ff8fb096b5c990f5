package dev.assay.core.check.commitment.grammar;

import dev.assay.core.check.commitment.text.Lexicon;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.Value.When;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recorded point in time as exactly as it was recorded: a date alone may be any time of that day.
 *
 * @param from the earliest it can have been
 * @param to the latest
 * @param offset null where no zone was recorded
 */
public record Moment(LocalDateTime from, LocalDateTime to, @Nullable ZoneOffset offset) {
  private static final int DATE_LENGTH = 10;
  private static final int LONGEST = 40;

  /** Milliseconds from 2001 to 2286: a number of this size under a key of time is an instant. */
  private static final long LEAST_MILLIS = 1_000_000_000_000L;

  private static final long MOST_MILLIS = 10_000_000_000_000L;

  /** Any time of a day. */
  static Moment day(LocalDate date) {
    return new Moment(date.atStartOfDay(), date.atTime(LocalTime.MAX), null);
  }

  /** What a recorded text says; null where it is no point in time. */
  public static @Nullable Moment of(String text, Lexicon lexicon) {
    boolean plain = text.length() >= DATE_LENGTH - 2 && text.length() <= LONGEST;
    if (!plain || !hasDigit(text)) {
      return null;
    }
    Moment iso = iso(text.strip());
    return iso != null ? iso : written(text, lexicon);
  }

  /** Seconds or milliseconds since 1970; null for other numbers. */
  public static @Nullable Moment of(long number) {
    long millis = number < LEAST_MILLIS ? number * 1000 : number;
    if (millis < LEAST_MILLIS || millis >= MOST_MILLIS) {
      return null;
    }
    LocalDateTime at = LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
    return new Moment(at, at, ZoneOffset.UTC);
  }

  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Moment iso(String text) {
    if (text.length() < DATE_LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return null;
    }
    try {
      if (text.length() == DATE_LENGTH) {
        return day(LocalDate.parse(text));
      }
      String time = text.substring(0, DATE_LENGTH) + 'T' + text.substring(DATE_LENGTH + 1);
      return isZoned(time) ? zoned(OffsetDateTime.parse(time)) : local(LocalDateTime.parse(time));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static boolean isZoned(String time) {
    return time.endsWith("Z")
        || time.indexOf('+', DATE_LENGTH) > 0
        || time.indexOf('-', DATE_LENGTH) > 0;
  }

  private static Moment zoned(OffsetDateTime at) {
    return new Moment(at.toLocalDateTime(), at.toLocalDateTime(), at.getOffset());
  }

  private static Moment local(LocalDateTime at) {
    return new Moment(at, at, null);
  }

  /** "May 4, 2024, 3:15 PM": a date of one reading with its year. */
  private static @Nullable Moment written(String text, Lexicon lexicon) {
    List<Mention> read = Reader.read(new Utterance(text, lexicon), LocalDate.EPOCH);
    if (read.size() != 1 || !(read.getFirst().value() instanceof When when)) {
      return null;
    }
    if (when.dates().size() != 1 || !when.yearStated()) {
      return null;
    }
    LocalDate date = when.dates().getFirst();
    return when.times().size() == 1 ? local(date.atTime(when.times().getFirst())) : day(date);
  }

  /** Wider by so many hours on both ends: where zones are not known. */
  Moment widened(int hours) {
    return new Moment(from.minusHours(hours), to.plusHours(hours), offset);
  }
}
