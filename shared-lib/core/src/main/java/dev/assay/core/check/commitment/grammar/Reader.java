package dev.assay.core.check.commitment.grammar;

import dev.assay.core.check.commitment.text.Decimals;
import dev.assay.core.check.commitment.text.NumberGrammar;
import dev.assay.core.check.commitment.text.NumberPhrase;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.text.WordClasses;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.Value;
import dev.assay.core.check.commitment.value.Value.Money;
import dev.assay.core.check.commitment.value.Value.Span;
import dev.assay.core.check.commitment.value.Value.When;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds every value an utterance mentions, left to right, each token in one mention at most. Each
 * rule looks a bounded number of tokens ahead, so the work is linear in the text.
 */
public final class Reader {
  /** A clock time this many tokens behind a date belongs to it. */
  private static final int NEAR = 5;

  /** An identifier of up to this many characters may be a date without its year: 24/12. */
  private static final int LONGEST_DATE = 5;

  /** What a word or sign must be to begin a mention: a new grammar adds its own here. */
  private static final WordClasses STARTS =
      MoneyGrammar.STARTS
          .plus(PercentGrammar.STARTS)
          .plus(DateGrammar.STARTS)
          .plus(ClockGrammar.STARTS)
          .plus(DurationGrammar.STARTS);

  private static final WordClasses PERCENTS = PercentGrammar.STARTS.plus(NumberGrammar.STARTS);
  private static final WordClasses WHENS = DateGrammar.STARTS.plus(ClockGrammar.STARTS);

  private final Utterance utterance;
  private final NumberGrammar numbers;
  private final MoneyGrammar money;
  private final PercentGrammar percents;
  private final DateGrammar dates;
  private final ClockGrammar clocks;
  private final DurationGrammar durations;
  private final @Nullable LocalDateTime now;
  private final List<Mention> mentions = new ArrayList<>();
  private int lastMoney = -1;

  private Reader(Utterance utterance, LocalDate today, @Nullable LocalTime time) {
    this.now = time == null ? null : today.atTime(time.getHour(), time.getMinute());
    this.utterance = utterance;
    this.numbers = utterance.numbers();
    this.money = new MoneyGrammar(utterance, numbers);
    this.percents = new PercentGrammar(utterance, numbers);
    this.dates = new DateGrammar(utterance, numbers, today);
    this.clocks = new ClockGrammar(utterance, numbers);
    this.durations = new DurationGrammar(utterance, numbers);
  }

  /**
   * The mentions of an utterance, in order.
   *
   * @param today the day the words were said, for "tomorrow" and dates without a year
   */
  public static List<Mention> read(Utterance utterance, LocalDate today) {
    return read(utterance, today, null);
  }

  /**
   * The mentions of an utterance, in order.
   *
   * @param time the time of day the words were said, for "in thirty minutes"; null where unknown
   */
  public static List<Mention> read(Utterance utterance, LocalDate today, @Nullable LocalTime time) {
    int i = 0;
    while (i < utterance.size() && !mayStart(utterance.tokens().get(i))) {
      i++;
    }
    if (i == utterance.size()) {
      return List.of();
    }
    Reader reader = new Reader(utterance, today, time);
    while (i < utterance.size()) {
      i = reader.step(i);
    }
    return reader.mentions;
  }

  private int step(int i) {
    Token token = utterance.tokens().get(i);
    if (!mayStart(token)) {
      return i + 1;
    }
    Mention found = asks(token, MoneyGrammar.STARTS) ? money.read(i) : null;
    found = found == null && asks(token, PERCENTS) ? percents.read(i) : found;
    found = found == null && asks(token, DurationGrammar.STARTS) ? duration(i) : found;
    found = found == null && asks(token, WHENS) ? when(i) : found;
    NumberPhrase number = numbers.read(i);
    boolean framed = found == null && number != null && money.isFramed(number);
    found = framed ? money.bare(i, hasMoney(i)) : found;
    if (found != null) {
      add(found);
      Mention until = until(found);
      if (until != null) {
        add(until);
        return until.end();
      }
      return Math.max(found.end(), i + 1);
    }
    return number == null ? i + 1 : Math.max(number.end(), i + 1);
  }

  /** Most words begin no value; no grammar is asked about them. */
  private static boolean mayStart(Token token) {
    return switch (token.kind()) {
      case NUMBER, ORDINAL, CLOCK, DATE -> true;
      case WORD, SYMBOL -> token.isAny(STARTS);
      case ID -> token.end() - token.start() <= LONGEST_DATE;
      case BREAK -> false;
    };
  }

  /** What is no word may begin anything. */
  private static boolean asks(Token token, WordClasses starts) {
    return token.word() == null || token.isAny(starts);
  }

  private void add(Mention mention) {
    mentions.add(mention);
    if (mention.value() instanceof Money) {
      lastMoney = mention.from();
    }
  }

  private boolean hasMoney(int i) {
    if (lastMoney < 0 && !utterance.classes().has(WordClass.CURRENCY)) {
      return false;
    }
    return lastMoney >= utterance.clauses().sentenceStart(i)
        || utterance.after(WordClass.CURRENCY, i, utterance.clauses().sentenceEnd(i)) >= 0;
  }

  private @Nullable Mention when(int i) {
    DateGrammar.Part date = dates.read(i);
    if (date != null) {
      return dated(date);
    }
    ClockGrammar.Part clock = clocks.read(i);
    if (clock == null) {
      return null;
    }
    int at = clock.end();
    while (at < clock.end() + 3 && isConnector(at)) {
      at++;
    }
    DateGrammar.Part day = at < utterance.size() ? dates.read(at) : null;
    if (day != null && !startsAnother(day.end())) {
      return new Mention(
          new When(day.dates(), clock.times(), day.yearStated(), day.weekday()), i, day.end());
    }
    if (clock.bare() && (isAddress(clock.end()) || !utterance.inSentence(WordClass.EVENT, i))) {
      return null;
    }
    return new Mention(new When(List.of(), clock.times(), true, 0), i, clock.end());
  }

  /** "It is at 1 AMB Drive". */
  private boolean isAddress(int i) {
    Token token = i < utterance.size() ? utterance.tokens().get(i) : null;
    return token != null
        && token.kind() == Token.Kind.WORD
        && token.word() == null
        && Character.isUpperCase(utterance.text().charAt(token.start()));
  }

  /** The other end of "May 17 to 20"; null where none stands. */
  private @Nullable Mention until(Mention mention) {
    int at = mention.end();
    boolean joined =
        at + 1 < utterance.size()
            && mention.value() instanceof When
            && (utterance.is(at, '-')
                || utterance.is(at, '–')
                || utterance.is(at, WordClass.TO)
                || utterance.is(at, WordClass.RANGE));
    Token day = joined ? utterance.tokens().get(at + 1) : null;
    if (day == null || !(mention.value() instanceof When first) || isDatedElse(first, at + 2)) {
      return null;
    }
    boolean number = day.kind() == Token.Kind.NUMBER || day.kind() == Token.Kind.ORDINAL;
    LocalDate start = first.dates().getFirst();
    long end = number && day.places() == 0 ? day.value() / Decimals.ONE : 0;
    if (end <= start.getDayOfMonth() || end > start.lengthOfMonth()) {
      return null;
    }
    LocalDate last = start.withDayOfMonth((int) end);
    When when = new When(List.of(last), List.of(), first.yearStated(), 0);
    return new Mention(when, at + 1, at + 2);
  }

  /** True where the number behind a date is no day of the same month. */
  private boolean isDatedElse(When first, int behind) {
    boolean unit =
        utterance.is(behind, WordClass.MONTH)
            || utterance.is(behind, WordClass.OF)
            || utterance.is(behind, WordClass.AM)
            || utterance.is(behind, WordClass.PM)
            || utterance.is(behind, WordClass.CLOCK_MARK)
            || utterance.is(behind, WordClass.SPAN)
            || utterance.is(behind, WordClass.CURRENCY);
    return unit || first.dates().size() != 1 || !first.times().isEmpty();
  }

  /** A duration; "call you back in thirty minutes" is a time of day. */
  private @Nullable Mention duration(int i) {
    Mention found = durations.read(i);
    if (found == null || now == null || !(found.value() instanceof Span span)) {
      return found;
    }
    boolean called =
        utterance.is(found.from(), WordClass.IN)
            && !utterance.is(found.from(), WordClass.WITHIN)
            && span.bound() == Value.Bound.EXACT
            && span.least() == span.most()
            && (span.unit() == Span.Unit.MINUTE || span.unit() == Span.Unit.HOUR)
            && utterance.inClause(WordClass.CALLBACK, i);
    if (!called) {
      return found;
    }
    int minutes = span.unit() == Span.Unit.HOUR ? span.most() * 60 : span.most();
    LocalDateTime at = now.plusMinutes(minutes);
    When when = new When(List.of(at.toLocalDate()), List.of(at.toLocalTime()), true, 0);
    return new Mention(when, found.from(), found.end());
  }

  private boolean startsAnother(int i) {
    int at = i;
    while (at < i + 2 && isConnector(at)) {
      at++;
    }
    return at < utterance.size() && utterance.tokens().get(at).kind() == Token.Kind.CLOCK;
  }

  /** A date, with the time of day that stands near behind it in the same sentence. */
  private Mention dated(DateGrammar.Part date) {
    int end = utterance.clauses().sentenceEnd(date.from());
    for (int at = firstClock(date); at < Math.min(end, date.end() + NEAR); at++) {
      boolean near = onlyConnectors(date.end(), at);
      ClockGrammar.Part clock = clocks.read(at);
      if (clock != null && (near || !clock.bare())) {
        return new Mention(
            new When(date.dates(), clock.times(), date.yearStated(), date.weekday()),
            start(date),
            clock.end());
      }
      if (!near && stops(at)) {
        break;
      }
    }
    return new Mention(
        new When(date.dates(), List.of(), date.yearStated(), date.weekday()),
        start(date),
        date.end());
  }

  /** The evening of "tonight" and "Dienstagabend" belongs to the time behind it, too. */
  private int firstClock(DateGrammar.Part date) {
    return utterance.is(date.end() - 1, WordClass.DAYPART) ? date.end() - 1 : date.end();
  }

  private int start(DateGrammar.Part date) {
    return utterance.is(date.from() - 1, WordClass.DEFINITE) && date.weekday() > 0
        ? date.from() - 1
        : date.from();
  }

  private boolean stops(int i) {
    Token token = utterance.tokens().get(i);
    boolean words = token.kind() == Token.Kind.WORD || token.is(',');
    return !words
        || dates.read(i) != null
        || token.is(WordClass.AND)
        || token.is(WordClass.CURRENCY);
  }

  private boolean onlyConnectors(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isConnector(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean isConnector(int i) {
    return utterance.is(i, ',')
        || utterance.is(i, WordClass.AT)
        || utterance.is(i, WordClass.ON)
        || utterance.is(i, WordClass.FROM)
        || utterance.is(i, WordClass.OF)
        || utterance.is(i, WordClass.FILLER);
  }
}
