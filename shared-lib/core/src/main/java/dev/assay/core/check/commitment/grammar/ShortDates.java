package dev.assay.core.check.commitment.grammar;

import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Trait;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Dates in digits without a year, behind a weekday or a preposition: "am 03.03.", "le 03/03", "on
 * 3/4", "am dritten dritten". Anywhere else such digits are a fraction, a version or an identifier.
 */
final class ShortDates {
  private final Utterance utterance;
  private final NearDays days;

  ShortDates(Utterance utterance, NearDays days) {
    this.utterance = utterance;
    this.days = days;
  }

  /** The date at token {@code i}, or null. */
  DateGrammar.@Nullable Part read(int i) {
    Token token = utterance.tokens().get(i);
    return switch (token.kind()) {
      case ID -> isLed(i) ? slashed(i, token) : null;
      case NUMBER -> token.places() > 0 && isLed(i) ? dotted(i, token) : null;
      case WORD -> token.is(WordClass.ORDINAL) && isLed(i) ? twice(i, token) : null;
      case ORDINAL, CLOCK, DATE, SYMBOL, BREAK -> null;
    };
  }

  private boolean isLed(int i) {
    int at = utterance.is(i - 1, ',') || utterance.is(i - 1, '(') ? i - 2 : i - 1;
    return utterance.is(at, WordClass.WEEKDAY)
        || utterance.is(at, WordClass.ON)
        || utterance.is(at, WordClass.BY)
        || utterance.is(at, WordClass.DAY_MARK);
  }

  private DateGrammar.@Nullable Part slashed(int i, Token token) {
    if (token.end() - token.start() > 5) {
      return null;
    }
    int slash = -1;
    for (int at = token.start(); at < token.end(); at++) {
      char c = utterance.text().charAt(at);
      if (c == '/' && slash < 0) {
        slash = at;
      } else if (c < '0' || c > '9') {
        return null;
      }
    }
    int first = slash < 0 ? 0 : number(token.start(), slash);
    int second = slash < 0 ? 0 : number(slash + 1, token.end());
    boolean monthFirst = utterance.lexicon().has(Trait.MONTH_FIRST);
    return part(i, i + 1, monthFirst ? first : second, monthFirst ? second : first);
  }

  private DateGrammar.@Nullable Part dotted(int i, Token token) {
    int dot = utterance.text().indexOf('.', token.start());
    if (!utterance.lexicon().has(Trait.ORDINAL_DOT)
        || !utterance.is(i + 1, '.')
        || dot < 0
        || dot >= token.end()
        || token.end() - token.start() > 5) {
      return null;
    }
    return part(i, i + 2, number(dot + 1, token.end()), number(token.start(), dot));
  }

  private DateGrammar.@Nullable Part twice(int i, Token token) {
    boolean month =
        utterance.is(i + 1, WordClass.ORDINAL) && utterance.lexicon().has(Trait.ORDINAL_DOT);
    return month
        ? part(
            i,
            i + 2,
            (int) utterance.tokens().get(i + 1).value(WordClass.ORDINAL),
            (int) token.value(WordClass.ORDINAL))
        : null;
  }

  private DateGrammar.@Nullable Part part(int from, int end, int month, int day) {
    LocalDate date = days.nearest(month, day);
    return date == null ? null : new DateGrammar.Part(from, end, List.of(date), false, 0, true);
  }

  private int number(int from, int end) {
    int value = 0;
    for (int i = from; i < end; i++) {
      char c = utterance.text().charAt(i);
      value = c >= '0' && c <= '9' ? value * 10 + c - '0' : 99;
    }
    return value;
  }
}
