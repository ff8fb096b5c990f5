package dev.assay.core.check.commitment.grammar;

import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * The time at which a turn is said.
 *
 * @param at the wall clock of the conversation
 * @param stated true where a prompt said it: then it is of the same world as what tools record
 * @param exact false where only the day is known
 */
public record Now(LocalDateTime at, ZoneId zone, boolean stated, boolean exact) {
  /** Between the clock of a recording and times without a zone: the widest offsets there are. */
  private static final int UNKNOWN_ZONE_HOURS = 14;

  /** What is older by the recording's clock may be of a rehearsal with invented dates. */
  private static final int OLDEST_DAYS = 400;

  private static final int NEAR = 4;
  private static final int NOON = 12;

  /** The time of the recording. */
  public static Now clock(Instant instant, ZoneId zone) {
    return new Now(instant.atZone(zone).toLocalDateTime(), zone, false, true);
  }

  /** The day a prompt states, with the time that stands behind it, as in "2024-05-15 15:00". */
  public static Now stated(LocalDate day, Utterance prompt, ZoneId zone) {
    List<Token> tokens = prompt.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.kind() == Token.Kind.DATE && token.value() == day.toEpochDay()) {
        for (int at = i + 1; at < Math.min(tokens.size(), i + NEAR); at++) {
          if (tokens.get(at).kind() == Token.Kind.CLOCK) {
            return new Now(day.atTime(clock(prompt, at)), zone, true, true);
          }
        }
        break;
      }
    }
    return new Now(day.atTime(LocalTime.NOON), zone, true, false);
  }

  private static LocalTime clock(Utterance prompt, int at) {
    long minutes = prompt.tokens().get(at).value();
    boolean pm = prompt.is(at + 1, WordClass.PM) && minutes < NOON * 60L;
    return LocalTime.ofSecondOfDay((pm ? minutes + NOON * 60L : minutes) * 60L);
  }

  /** A recorded time on this clock, as wide as is not known about it. */
  public Moment seen(Moment recorded) {
    if (recorded.offset() == null) {
      return stated ? recorded.widened(exact ? 0 : NOON) : recorded.widened(UNKNOWN_ZONE_HOURS);
    }
    if (stated) {
      return recorded.widened(UNKNOWN_ZONE_HOURS);
    }
    LocalDateTime from =
        recorded.from().atOffset(recorded.offset()).atZoneSameInstant(zone).toLocalDateTime();
    return new Moment(from, from, recorded.offset());
  }

  /** False where the recorded time lies ahead, or so far back that it is of another world. */
  public boolean isComparable(Moment recorded) {
    boolean past = !recorded.from().isAfter(at.plusHours(UNKNOWN_ZONE_HOURS));
    return past && (stated || recorded.to().isAfter(at.minusDays(OLDEST_DAYS)));
  }
}
