package dev.assay.core.check.commitment.terms;

import dev.assay.core.check.commitment.grammar.ClockGrammar;
import dev.assay.core.check.commitment.grammar.Phrases;
import dev.assay.core.check.commitment.text.Decimals;
import dev.assay.core.check.commitment.text.NumberGrammar;
import dev.assay.core.check.commitment.text.NumberPhrase;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Times in opening hours: "from 9 to 6", "08:00-21:00", "until 9 tonight". */
final class OpeningTimes {
  private static final LocalTime EARLIEST = LocalTime.of(5, 0);

  private final Utterance utterance;
  private final ClockGrammar clocks;
  private final Phrases phrases;

  OpeningTimes(Utterance utterance) {
    this.utterance = utterance;
    this.clocks =
        new ClockGrammar(utterance, new NumberGrammar(utterance.tokens(), utterance.lexicon()));
    this.phrases = new Phrases(utterance);
  }

  /** When a place opens and closes; empty readings where one was not said. */
  record Hours(List<LocalTime> opens, List<LocalTime> closes, int end) {
    Hours {
      opens = List.copyOf(opens);
      closes = List.copyOf(closes);
    }
  }

  private record Time(List<LocalTime> readings, int end) {
    Time {
      readings = List.copyOf(readings);
    }
  }

  /** "9 to 6", "until 9"; null where none begins at the token. */
  @Nullable Hours interval(int i) {
    if (utterance.is(i, WordClass.UNTIL)) {
      Time close = time(skip(i + 1));
      return close == null
          ? null
          : new Hours(List.of(), List.of(late(close.readings())), close.end());
    }
    int at = utterance.is(i, WordClass.FROM) ? i + 1 : i;
    Time open = time(skip(at));
    if (open == null || !isTo(open.end())) {
      return null;
    }
    Time close = time(skip(open.end() + 1));
    if (close == null) {
      return null;
    }
    boolean sameHalf = open.readings().size() > 1 && close.readings().size() == 1;
    LocalTime start = early(open.readings());
    LocalTime end =
        close.readings().size() == 1 ? close.readings().getFirst() : after(start, close);
    boolean wrong = sameHalf && !start.isBefore(end) && !end.equals(LocalTime.MIDNIGHT);
    return wrong ? null : new Hours(List.of(start), List.of(end), close.end());
  }

  private static LocalTime after(LocalTime start, Time close) {
    for (LocalTime reading : close.readings()) {
      if (reading.isAfter(start)) {
        return reading;
      }
    }
    return late(close.readings());
  }

  /** The one time at a token, as an opening or a closing. */
  @Nullable Hours single(int i, boolean opens) {
    Time time = time(i);
    if (time == null) {
      return null;
    }
    return opens
        ? new Hours(List.of(early(time.readings())), List.of(), time.end())
        : new Hours(List.of(), List.of(late(time.readings())), time.end());
  }

  private int skip(int i) {
    return utterance.is(i, WordClass.AT) || utterance.is(i, WordClass.TO) ? i + 1 : i;
  }

  private boolean isTo(int i) {
    return utterance.is(i, '-')
        || utterance.is(i, '–')
        || utterance.is(i, WordClass.TO)
        || utterance.is(i, WordClass.UNTIL)
        || utterance.is(i, WordClass.AT);
  }

  private @Nullable Time time(int i) {
    if (i >= utterance.size()) {
      return null;
    }
    ClockGrammar.Part part = clocks.read(i);
    if (part != null) {
      return new Time(part.times(), part.end());
    }
    NumberPhrase number = phrases.number(i);
    boolean hour =
        number != null
            && Decimals.isWhole(number.first())
            && number.places() == 0
            && number.first() <= 24 * Decimals.ONE
            && !isUnit(number.end());
    if (number == null || !hour) {
      return null;
    }
    int value = (int) (number.first() / Decimals.ONE) % 24;
    LocalTime said = LocalTime.of(value, 0);
    boolean both = value >= 1 && value <= 12;
    return new Time(both ? List.of(said, said.plusHours(12)) : List.of(said), number.end());
  }

  private boolean isUnit(int i) {
    return utterance.is(i, WordClass.SPAN)
        || utterance.is(i, WordClass.PERIOD)
        || utterance.is(i, WordClass.COUNTED)
        || utterance.is(i, WordClass.CURRENCY)
        || utterance.is(i, WordClass.PERCENT)
        || utterance.is(i, WordClass.MONTH);
  }

  /** Shops open from five in the morning to four in the afternoon. */
  private static LocalTime early(List<LocalTime> readings) {
    for (LocalTime reading : readings) {
      if (!reading.isBefore(EARLIEST) && reading.getHour() < 17) {
        return reading;
      }
    }
    return readings.getFirst();
  }

  /** And close in the afternoon or evening. */
  private static LocalTime late(List<LocalTime> readings) {
    for (LocalTime reading : readings) {
      if (reading.getHour() >= 12) {
        return reading;
      }
    }
    return readings.getFirst();
  }
}
