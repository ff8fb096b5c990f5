package dev.assay.core.check.commitment.grammar;

import dev.assay.core.check.commitment.text.Decimals;
import dev.assay.core.check.commitment.text.NumberGrammar;
import dev.assay.core.check.commitment.text.NumberPhrase;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.text.WordClasses;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.Value.Bound;
import dev.assay.core.check.commitment.value.Value.Span;
import org.jspecify.annotations.Nullable;

/**
 * Lengths of time: "within 5 to 7 business days", "drei bis fünf Werktage", "en 24 horas", "a
 * couple of weeks". Whether one is a promise is for {@code Processes} to say.
 */
final class DurationGrammar {
  /** The unit stands this many tokens behind the first number at most. */
  private static final int AHEAD = 8;

  /** Words between a bound and its number: "within the next about 5 days". */
  private static final int BEHIND = 4;

  private static final int MOST = 100_000;

  /** What a word must be to begin a duration. */
  static final WordClasses STARTS =
      WordClasses.of(
          WordClass.UNIT,
          WordClass.TEEN,
          WordClass.TENS,
          WordClass.ARTICLE,
          WordClass.HALF,
          WordClass.COUPLE);

  private final Utterance utterance;
  private final NumberGrammar numbers;

  /** Where the minutes found last end. */
  private int minutesEnd;

  DurationGrammar(Utterance utterance, NumberGrammar numbers) {
    this.utterance = utterance;
    this.numbers = numbers;
  }

  /** Counts in ten-thousandths of a unit; {@code end} is where the unit should stand. */
  private record Count(long least, long most, int end, boolean hedged) {
    static Count one(long value, int end) {
      return new Count(value, value, end, false);
    }

    boolean isRange() {
      return most > least;
    }
  }

  /** What stands before a number; {@code from} is the first token of it. */
  private record Lead(int from, Bound bound, boolean in, boolean hedged) {}

  /** The duration whose number stands at token {@code i}, or null. */
  @Nullable Mention read(int i) {
    if (!opens(utterance.tokens().get(i)) || !hasUnitAhead(i)) {
      return null;
    }
    Count count = count(i);
    int unit = count == null ? -1 : unitAt(count.end());
    if (count == null || unit < 0) {
      return null;
    }
    Lead lead = lead(i);
    int end = end(unit);
    if (isPerUnit(end) || isClock(i, unit, count, lead)) {
      return null;
    }
    return withHalf(count, unit(unit, end), lead, end);
  }

  private static boolean opens(Token token) {
    return token.kind() == Token.Kind.NUMBER || token.isAny(STARTS);
  }

  private boolean hasUnitAhead(int i) {
    int stop = Math.min(utterance.size(), i + AHEAD);
    for (int at = i + 1; at < stop; at++) {
      Token token = utterance.tokens().get(at);
      if (token.is(WordClass.SPAN)) {
        return true;
      }
      if (token.kind() == Token.Kind.BREAK || token.is(',') || token.is('.')) {
        return false;
      }
    }
    return false;
  }

  private @Nullable Count count(int i) {
    Token token = utterance.tokens().get(i);
    boolean one = token.is(WordClass.ARTICLE) || isOne(token);
    int at = one ? i + 1 : i;
    if (utterance.is(at, WordClass.COUPLE)) {
      int end = utterance.is(at + 1, WordClass.OF) ? at + 2 : at + 1;
      return new Count(2 * Decimals.ONE, 2 * Decimals.ONE, end, true);
    }
    if (utterance.is(at, WordClass.HALF)) {
      boolean article = utterance.is(at + 1, WordClass.ARTICLE);
      return Count.one(Decimals.ONE / 2, article ? at + 2 : at + 1);
    }
    if (token.is(WordClass.ARTICLE) && !token.is(WordClass.UNIT)) {
      return Count.one(Decimals.ONE, i + 1);
    }
    return utterance.is(i + 1, WordClass.SPAN) && utterance.tokens().get(i + 1).joined()
        ? Count.one(joined(token), i + 1)
        : numbered(i);
  }

  private static boolean isOne(Token token) {
    return token.is(WordClass.UNIT) && token.value(WordClass.UNIT) == 1;
  }

  /** "24-hour", "two-day": the number before a hyphen. */
  private static long joined(Token token) {
    if (token.kind() == Token.Kind.NUMBER) {
      return token.value();
    }
    long word =
        token.value(WordClass.UNIT) + token.value(WordClass.TEEN) + token.value(WordClass.TENS);
    return word * Decimals.ONE;
  }

  private @Nullable Count numbered(int i) {
    NumberPhrase first = numbers.read(i);
    if (first == null || !isCount(first) || first.from() != i) {
      return null;
    }
    int at = first.end();
    if (utterance.is(at, '(') && utterance.is(at + 2, ')')) {
      at += 3;
    }
    boolean between = utterance.is(i - 1, WordClass.WITHIN) && utterance.is(at, WordClass.AND);
    if (between || isDash(at) || utterance.is(at, WordClass.RANGE)) {
      NumberPhrase second = numbers.read(at + 1);
      if (second != null && isCount(second) && second.first() > first.first()) {
        return new Count(first.first(), second.first(), second.end(), false);
      }
    }
    return Count.one(first.first(), at);
  }

  private boolean isDash(int i) {
    return utterance.is(i, '-')
        || utterance.is(i, '–')
        || utterance.is(i, '—')
        || utterance.is(i, '‑')
        || utterance.is(i, '~');
  }

  private static boolean isCount(NumberPhrase number) {
    return number.isValue()
        && number.readings().size() == 1
        && number.first() > 0
        && number.first() <= MOST * Decimals.ONE;
  }

  /** The unit of time at {@code i} or behind "business" and "calendar"; -1 where none stands. */
  private int unitAt(int i) {
    int at = i;
    while (at < i + 2
        && (utterance.is(at, WordClass.BUSINESS) || utterance.is(at, WordClass.CALENDAR))) {
      at++;
    }
    return utterance.is(at, WordClass.SPAN) ? at : -1;
  }

  private int end(int unit) {
    boolean more =
        utterance.is(unit + 1, WordClass.BUSINESS) || utterance.is(unit + 1, WordClass.CALENDAR);
    return more ? unit + 2 : unit + 1;
  }

  private Span.Unit unit(int at, int end) {
    String code = utterance.tokens().get(at).code(WordClass.SPAN);
    Span.Unit unit = Span.Unit.valueOf(code == null ? "DAY" : code);
    boolean business =
        utterance.is(at - 1, WordClass.BUSINESS)
            || (end > at + 1 && utterance.is(end - 1, WordClass.BUSINESS));
    return business && unit == Span.Unit.DAY ? Span.Unit.BUSINESS_DAY : unit;
  }

  /** "24 hours a day" is no length. */
  private boolean isPerUnit(int end) {
    return (utterance.is(end, WordClass.ARTICLE) || utterance.is(end, WordClass.PER))
        && utterance.is(end + 1, WordClass.SPAN);
  }

  /** Where hours also tell the time of day ("à 14 heures"), only a bound or a range is a length. */
  private boolean isClock(int i, int unit, Count count, Lead lead) {
    boolean either = utterance.is(unit, WordClass.CLOCK_MARK);
    boolean bound =
        lead.bound() != Bound.EXACT || lead.in() || utterance.is(lead.from() - 1, WordClass.TAKE);
    boolean length = bound || count.isRange() || count.most() > 24 * Decimals.ONE;
    return either && (utterance.is(i - 1, WordClass.AT) ? !count.isRange() : !length);
  }

  private Lead lead(int i) {
    int at = i - 1;
    boolean hedged = false;
    boolean next = false;
    while (at >= i - BEHIND && isPassed(at)) {
      hedged |= utterance.is(at, WordClass.HEDGE);
      next |= utterance.is(at, WordClass.NEXT);
      at--;
    }
    at -= utterance.is(at, WordClass.IN) && utterance.is(at - 1, WordClass.WITHIN) ? 1 : 0;
    if (isUpTo(at)) {
      return new Lead(at - 1, Bound.AT_MOST, false, hedged);
    }
    if (utterance.is(at, WordClass.THAN)) {
      if (utterance.is(at - 1, WordClass.MORE) || utterance.is(at - 1, WordClass.LESS)) {
        return than(at, hedged);
      }
      at -= utterance.is(at, WordClass.OF) ? 1 : 0;
    }
    if (utterance.is(at, WordClass.WITHIN) || utterance.is(at, WordClass.UPTO)) {
      return new Lead(at, Bound.AT_MOST, false, hedged);
    }
    if (utterance.is(at, WordClass.LEAST)) {
      return new Lead(at, Bound.AT_LEAST, false, hedged);
    }
    if (utterance.is(at, WordClass.LESS)) {
      return new Lead(at, Bound.AT_MOST, false, hedged);
    }
    if (utterance.is(at, WordClass.MORE)) {
      return new Lead(at, Bound.AT_LEAST, false, hedged);
    }
    return utterance.is(at, WordClass.IN)
        ? new Lead(at, next ? Bound.AT_MOST : Bound.EXACT, true, hedged)
        : new Lead(hedged ? at + 1 : i, Bound.EXACT, false, hedged);
  }

  private boolean isPassed(int at) {
    boolean passed =
        utterance.is(at, WordClass.HEDGE)
            || utterance.is(at, WordClass.DEFINITE)
            || utterance.is(at, WordClass.NEXT)
            || utterance.is(at, WordClass.OF);
    return passed && !utterance.is(at, WordClass.WITHIN) && !utterance.is(at, WordClass.THAN);
  }

  private boolean isUpTo(int at) {
    return utterance.is(at, WordClass.TO) && utterance.is(at - 1, WordClass.UPTO);
  }

  /** "no more than", "less than", "más de". */
  private Lead than(int at, boolean hedged) {
    boolean more = utterance.is(at - 1, WordClass.MORE);
    boolean denied = utterance.is(at - 2, WordClass.NEGATOR);
    return new Lead(
        denied ? at - 2 : at - 1, more == denied ? Bound.AT_MOST : Bound.AT_LEAST, false, hedged);
  }

  /** Whole counts; halves are told in the next smaller unit: PT90M. */
  private @Nullable Mention withHalf(Count count, Span.Unit unit, Lead lead, int end) {
    Count whole = count;
    int last = end;
    if (utterance.is(end, WordClass.AND)) {
      int half = utterance.is(end + 1, WordClass.ARTICLE) ? end + 2 : end + 1;
      if (utterance.is(half, WordClass.HALF)) {
        whole = Count.one(count.most() + Decimals.ONE / 2, end);
        last = half + 1;
      }
    }
    long minutes = unit == Span.Unit.HOUR && !whole.isRange() ? minutesBehind(last) : 0;
    if (minutes > 0) {
      whole = Count.one(whole.most() + minutes / 60, end);
      last = minutesEnd;
    }
    boolean broken = !Decimals.isWhole(whole.least()) || !Decimals.isWhole(whole.most());
    Span.Unit told = broken ? smaller(unit) : unit;
    long factor = broken ? parts(unit) : 1;
    if (factor == 0) {
      return null;
    }
    boolean takes = utterance.is(lead.from() - 1, WordClass.TAKE);
    Bound bound = whole.isRange() ? Bound.EXACT : takes ? atMost(lead.bound()) : lead.bound();
    Span span =
        new Span(
            round(whole.least() * factor),
            round(whole.most() * factor),
            told,
            bound,
            lead.hedged() || count.hedged());
    return new Mention(span, lead.from(), last);
  }

  private static int round(long value) {
    return (int) ((value + Decimals.ONE / 2) / Decimals.ONE);
  }

  /** "2 hours and 30 minutes": the minutes in ten-thousandths; 0 where none follow. */
  private long minutesBehind(int end) {
    int at = utterance.is(end, WordClass.AND) ? end + 1 : end;
    NumberPhrase number = numbers.read(at);
    if (number == null || !isCount(number) || number.from() != at) {
      return 0;
    }
    minutesEnd = number.end() + 1;
    return "MINUTE".equals(code(number.end())) ? number.first() : 0;
  }

  private @Nullable String code(int i) {
    return i < utterance.size() ? utterance.tokens().get(i).code(WordClass.SPAN) : null;
  }

  private static Bound atMost(Bound bound) {
    return bound == Bound.EXACT ? Bound.AT_MOST : bound;
  }

  private static Span.Unit smaller(Span.Unit unit) {
    return switch (unit) {
      case MINUTE, HOUR -> Span.Unit.MINUTE;
      case DAY, BUSINESS_DAY -> Span.Unit.HOUR;
      case WEEK, MONTH -> Span.Unit.DAY;
      case YEAR -> Span.Unit.MONTH;
    };
  }

  private static long parts(Span.Unit unit) {
    return switch (unit) {
      case MINUTE, BUSINESS_DAY -> 0;
      case HOUR -> 60;
      case DAY -> 24;
      case WEEK -> 7;
      case MONTH -> 30;
      case YEAR -> 12;
    };
  }
}
