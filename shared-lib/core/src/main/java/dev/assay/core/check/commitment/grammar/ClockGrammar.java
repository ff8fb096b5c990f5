package dev.assay.core.check.commitment.grammar;

import dev.assay.core.check.commitment.text.NumberGrammar;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.text.WordClasses;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Times of day; unmarked ones keep a morning and an afternoon reading. */
public final class ClockGrammar {
  /** What a word must be to begin a time of day. */
  static final WordClasses STARTS =
      NumberGrammar.STARTS.plus(
          WordClasses.of(
              WordClass.CLOCK_WORD, WordClass.HALF, WordClass.QUARTER, WordClass.DAYPART));

  private static final int NOON = 12;

  /** "early" in the night is after midnight: "one at night", "las 2 de la noche". */
  private static final int FIRST_EVENING_HOUR = 5;

  private static final int FIRST_NOON_HOUR = 10;

  private final Utterance utterance;
  private final ClockPhrases phrases;

  public ClockGrammar(Utterance utterance, NumberGrammar numbers) {
    this.utterance = utterance;
    this.phrases = new ClockPhrases(utterance, numbers);
  }

  /** Which hours a word leaves open. */
  private enum Half {
    /** Nothing was said. */
    OPEN,
    /** "am", "in the morning"; the value of a DAYPART is its place here, less one. */
    MORNING,
    AFTERNOON,
    NIGHT,
    MIDDAY
  }

  /**
   * A time of day.
   *
   * @param bare true for a mere number ("at ten"), which is a time only beside a date or event
   */
  public record Part(int from, int end, List<LocalTime> times, boolean bare) {
    public Part {
      times = List.copyOf(times);
    }
  }

  /** The time at token {@code i}, or null. */
  public @Nullable Part read(int i) {
    Token token = utterance.tokens().get(i);
    if (token.is(WordClass.DAYPART)) {
      Part led = afterDaypart(i, token);
      if (led != null) {
        return led;
      }
    }
    ClockPhrases.Hour hour = phrases.read(i, false);
    if (hour == null) {
      return null;
    }
    Part part = marked(hour);
    boolean needless =
        part.end() > hour.end()
            || utterance.is(i - 1, WordClass.AT)
            || utterance.is(i - 1, WordClass.BY);
    return hour.bare() && !needless ? null : part;
  }

  /** "in the morning at nine", 下午三点半, "abends um acht". */
  private @Nullable Part afterDaypart(int i, Token daypart) {
    if (daypart.is(WordClass.RELATIVE_DAY)
        && daypart.value(WordClass.DAYPART) == 0
        && !DateGrammar.isPartOfDay(utterance, i)) {
      return null;
    }
    int at = i + 1;
    while (at < i + 4
        && (utterance.is(at, ',')
            || utterance.is(at, WordClass.AT)
            || utterance.is(at, WordClass.ON))) {
      at++;
    }
    ClockPhrases.Hour hour = at < utterance.size() ? phrases.read(at, true) : null;
    if (hour == null || (hour.bare() && !utterance.is(at - 1, WordClass.AT))) {
      return null;
    }
    Part own = marked(hour);
    return own.end() > hour.end()
        ? own
        : new Part(i, hour.end(), times(hour, half(daypart)), false);
  }

  private static Half half(Token daypart) {
    return Half.values()[1 + (int) Math.min(3, daypart.value(WordClass.DAYPART))];
  }

  /** Adds what am, pm or a part of the day behind the time says. */
  private Part marked(ClockPhrases.Hour hour) {
    int at = hour.end();
    boolean mark = utterance.is(at, WordClass.CLOCK_MARK);
    at = mark ? at + 1 : at;
    if (utterance.is(at, WordClass.AM) || utterance.is(at, WordClass.PM)) {
      Half half = utterance.is(at, WordClass.PM) ? Half.AFTERNOON : Half.MORNING;
      boolean midnight = half == Half.MORNING && hour.hour() == NOON;
      List<LocalTime> times = midnight ? List.of(clock(hour, -NOON)) : times(hour, half);
      return new Part(hour.from(), zoneEnd(at + 1), times, false);
    }
    int part = at;
    while (part < at + 3
        && (utterance.is(part, WordClass.OF)
            || utterance.is(part, WordClass.DEFINITE)
            || utterance.is(part, WordClass.ON)
            || utterance.is(part, WordClass.THIS))) {
      part++;
    }
    boolean said = utterance.is(part, WordClass.DAYPART) && !startsTomorrow(part, at);
    Half half = said ? half(utterance.tokens().get(part)) : Half.OPEN;
    int end = zoneEnd(said ? part + 1 : at);
    return new Part(hour.from(), end, times(hour, half), hour.bare() && !said);
  }

  /** "3 pm Eastern": the zone is part of the time. */
  private int zoneEnd(int i) {
    return utterance.is(i, WordClass.ZONE) ? i + 1 : i;
  }

  /** In "a las tres mañana" the day follows, in "las tres de la mañana" the part of the day. */
  private boolean startsTomorrow(int part, int at) {
    Token token = utterance.tokens().get(part);
    return part == at && token.is(WordClass.RELATIVE_DAY) && token.value(WordClass.DAYPART) == 0;
  }

  private static LocalTime clock(ClockPhrases.Hour hour, int shift) {
    int minutes = Math.floorMod(hour.minuteOfDay() + shift * 60, 24 * 60);
    return LocalTime.of(minutes / 60, minutes % 60);
  }

  private static List<LocalTime> times(ClockPhrases.Hour said, Half half) {
    LocalTime plain = clock(said, 0);
    int hour = said.hour();
    if (hour > NOON || hour == 0) {
      return List.of(plain);
    }
    LocalTime am = hour == NOON ? clock(said, -NOON) : plain;
    LocalTime pm = hour == NOON ? plain : clock(said, NOON);
    return switch (half) {
      case MORNING -> hour == NOON ? both(am, pm) : List.of(am);
      case AFTERNOON -> List.of(pm);
      case NIGHT -> List.of(hour <= FIRST_EVENING_HOUR || hour == NOON ? am : pm);
      case MIDDAY -> List.of(hour >= FIRST_NOON_HOUR && hour < NOON ? am : pm);
      case OPEN -> {
        if (said.certain()) {
          yield List.of(plain);
        }
        boolean afternoon = hour < 7 || hour == NOON;
        yield afternoon ? both(pm, am) : both(am, pm);
      }
    };
  }

  private static List<LocalTime> both(LocalTime likely, LocalTime other) {
    List<LocalTime> readings = new ArrayList<>(2);
    readings.add(likely);
    readings.add(other);
    return readings;
  }
}
