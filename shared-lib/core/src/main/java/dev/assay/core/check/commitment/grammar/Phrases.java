package dev.assay.core.check.commitment.grammar;

import dev.assay.core.check.commitment.text.Decimals;
import dev.assay.core.check.commitment.text.NumberGrammar;
import dev.assay.core.check.commitment.text.NumberPhrase;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.value.Statement.Figure.Length;
import dev.assay.core.check.commitment.value.Value.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small phrases that terms are made of: whole numbers, lengths of time, topics. */
public final class Phrases {
  private static final int MOST = 100_000;

  private final Utterance utterance;
  private final NumberGrammar numbers;

  public Phrases(Utterance utterance) {
    this.utterance = utterance;
    this.numbers = utterance.numbers();
  }

  /** A length with its place. */
  public record Stretch(Length length, int from, int end) {}

  /** The whole number at a token, also where a unit is written to it ("50GB"); null for none. */
  public @Nullable NumberPhrase number(int i) {
    if (i < 0 || i >= utterance.size()) {
      return null;
    }
    Token token = utterance.tokens().get(i);
    boolean digits = token.kind() == Token.Kind.NUMBER;
    if (!digits && !isNumeral(token)) {
      return null;
    }
    NumberPhrase read = numbers.read(i);
    if (read != null) {
      return read.isValue() ? read : null;
    }
    boolean joined = i + 1 < utterance.size() && utterance.tokens().get(i + 1).joined();
    long value = digits ? token.value() : small(token) * Decimals.ONE;
    return joined && value > 0
        ? new NumberPhrase(i, i + 1, List.of(value), !digits, false, token.places())
        : null;
  }

  private static boolean isNumeral(Token token) {
    return token.kind() == Token.Kind.WORD
        && (token.is(WordClass.UNIT)
            || token.is(WordClass.TEEN)
            || token.is(WordClass.TENS)
            || token.is(WordClass.HUNDRED));
  }

  private static long small(Token token) {
    return token.is(WordClass.UNIT)
        ? token.value(WordClass.UNIT)
        : token.is(WordClass.TEEN) ? token.value(WordClass.TEEN) : token.value(WordClass.TENS);
  }

  /** "24 hours", "two-year", "30 business days"; null where none stands at the token. */
  public @Nullable Stretch stretch(int i) {
    NumberPhrase number = number(i);
    if (number == null
        || number.from() != i
        || !Decimals.isWhole(number.first())
        || number.first() > MOST * Decimals.ONE) {
      return null;
    }
    int count = (int) (number.first() / Decimals.ONE);
    for (int at = number.end(); at < Math.min(utterance.size(), number.end() + 3); at++) {
      Token token = utterance.tokens().get(at);
      Span.Unit unit = unit(token);
      if (unit != null) {
        return new Stretch(new Length(count, unit), i, at + 1);
      }
      if (token.kind() != Token.Kind.WORD && !token.is('+') && !token.is('-')) {
        return null;
      }
    }
    return null;
  }

  public static Span.@Nullable Unit unit(Token token) {
    String code = token.code(WordClass.SPAN);
    return code == null ? null : Span.Unit.valueOf(code);
  }

  /** The first length in [from, to); null for none. */
  public @Nullable Stretch stretchIn(int from, int to) {
    for (int i = Math.max(0, from); i < Math.min(to, from + 2 * Utterance.WINDOW); i++) {
      Stretch found = stretch(i);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The first topic in [from, to), a label before what it is for; empty for none. */
  public String topicAfter(int from, int to) {
    for (int i = from; i < Math.min(to, from + Utterance.WINDOW); i++) {
      if (utterance.is(i, WordClass.TOPIC)) {
        return topic(i);
      }
    }
    return "";
  }

  /** The nearest topic in [from, to) going back; empty for none. */
  public String topicBefore(int from, int to) {
    for (int i = to - 1; i >= Math.max(from, to - Utterance.WINDOW); i--) {
      if (utterance.is(i, WordClass.TOPIC)) {
        return topic(i);
      }
    }
    return "";
  }

  /** In "return label" the second word is the thing. */
  private String topic(int i) {
    int thing = utterance.is(i + 1, WordClass.TOPIC) && !isMore(i + 1) ? i + 1 : i;
    String code = utterance.tokens().get(thing).code(WordClass.TOPIC);
    String variety = variety(i - 1);
    variety = variety == null ? variety(i + 1) : variety;
    String name = code == null ? "" : code.replace('-', ' ');
    return variety == null ? name : variety + " " + name;
  }

  /** "express shipping", "livraison express": another thing than shipping. */
  private @Nullable String variety(int i) {
    return i < 0 || i >= utterance.size()
        ? null
        : utterance.tokens().get(i).code(WordClass.VARIETY);
  }

  private boolean isMore(int i) {
    String code = utterance.tokens().get(i).code(WordClass.TOPIC);
    return code == null || !code.equals("return-label");
  }
}
