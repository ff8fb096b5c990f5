package dev.assay.core.check.commitment.terms;

import dev.assay.core.check.commitment.grammar.Phrases;
import dev.assay.core.check.commitment.text.Decimals;
import dev.assay.core.check.commitment.text.NumberPhrase;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.text.WordClasses;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.MentionMap;
import dev.assay.core.check.commitment.value.Value;
import dev.assay.core.check.commitment.value.Value.Bound;
import dev.assay.core.check.commitment.value.Value.Money;
import dev.assay.core.check.commitment.value.Value.Quantity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts that bind: "three free checked bags", "four people", "Passengers: 2", "up to 10
 * instalments". A count that refers to something already named ("these two items") is none.
 */
public final class QuantityGrammar {
  /** What a word must be to name what is counted. */
  static final WordClasses STARTS = WordClasses.of(WordClass.COUNTED, WordClass.INSTALMENT_TIMES);

  private static final int REACH = 5;
  private static final int NEAR = 3;
  private static final long MOST = 1_000 * Decimals.ONE;

  private final Utterance utterance;
  private final Phrases phrases;
  private final MentionMap mentions;

  public QuantityGrammar(Utterance utterance, List<Mention> mentions) {
    this.utterance = utterance;
    this.phrases = new Phrases(utterance);
    this.mentions = new MentionMap(utterance, mentions);
  }

  /** The counts, in order. */
  public List<Mention> read() {
    if (!utterance.classes().meets(STARTS)) {
      return List.of();
    }
    List<Mention> counts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < utterance.size(); i++) {
      Token token = utterance.tokens().get(i);
      if (!token.isAny(STARTS)) {
        continue;
      }
      Mention count =
          token.is(WordClass.COUNTED)
              ? counted(i, from)
              : token.is(WordClass.INSTALMENT_TIMES) ? times(i, from) : null;
      if (count != null) {
        counts.add(count);
        from = count.end();
      }
    }
    return counts;
  }

  private @Nullable Mention counted(int noun, int from) {
    String unit = utterance.tokens().get(noun).code(WordClass.COUNTED);
    if (unit == null) {
      return null;
    }
    boolean paid = utterance.is(noun - 1, WordClass.FREE) && utterance.is(noun - 2, WordClass.NONE);
    String kind = paid ? "paid " + unit : unit;
    NumberPhrase before = numberBefore(noun, from);
    if (before != null) {
      return count(before, noun, kind);
    }
    NumberPhrase after = numberAfter(noun);
    return after == null ? null : labelled(after, kind);
  }

  /** The number in front of a noun, over adjectives; null where there is none. */
  private @Nullable NumberPhrase numberBefore(int noun, int from) {
    int first = noun;
    for (int i = noun - 1; i >= Math.max(from, noun - REACH); i--) {
      Token token = utterance.tokens().get(i);
      NumberPhrase number =
          token.is(WordClass.ARTICLE) && !token.is(WordClass.UNIT) ? null : phrases.number(i);
      if (number != null && number.from() == i) {
        if (number.end() < first) {
          return null;
        }
        return number.end() > noun ? null : longest(number, from);
      }
      boolean between =
          token.is(WordClass.COUNT_ADJECTIVE)
              || token.is(WordClass.GRATIS)
              || (token.is(')') && utterance.is(i - 2, '('))
              || (token.is('(') && utterance.is(i + 2, ')'));
      if (!between) {
        return null;
      }
      first = i;
    }
    return null;
  }

  /** "twenty five people": the phrase may begin further left. */
  private @Nullable NumberPhrase longest(NumberPhrase number, int from) {
    NumberPhrase best = number;
    for (int i = number.from() - 1; i >= Math.max(from, number.from() - NEAR); i--) {
      NumberPhrase longer = number.spelled() ? phrases.number(i) : null;
      if (longer == null || longer.end() != number.end() || longer.from() != i) {
        break;
      }
      best = longer;
    }
    return best;
  }

  /** "Passengers: 3", "the number of passengers is 2". */
  private @Nullable NumberPhrase numberAfter(int noun) {
    boolean colon = utterance.is(noun + 1, ':');
    boolean copula = false;
    int at = noun + 1;
    boolean numberOf =
        utterance.is(noun - 1, WordClass.OF) && utterance.is(noun - 2, WordClass.IDENTIFIER);
    while (numberOf && !copula && at < noun + NEAR) {
      copula = utterance.is(at, WordClass.COPULA);
      at++;
    }
    NumberPhrase number = colon ? phrases.number(noun + 2) : copula ? phrases.number(at) : null;
    if (number == null) {
      return null;
    }
    int end = number.end();
    boolean closed =
        end >= utterance.size()
            || utterance.tokens().get(end).kind() == Token.Kind.BREAK
            || (utterance.tokens().get(end).kind() == Token.Kind.SYMBOL
                && !utterance.is(end, '-')
                && !utterance.is(end, WordClass.CURRENCY));
    return closed ? number : null;
  }

  private @Nullable Mention labelled(NumberPhrase number, String unit) {
    boolean free =
        utterance.is(number.end(), '(') && utterance.is(number.end() + 1, WordClass.FREE);
    boolean small = number.first() <= MOST || unit.equals("points");
    return small && bare(number)
        ? mention(number, Bound.EXACT, unit, free, number.from(), number.end())
        : null;
  }

  private @Nullable Mention count(NumberPhrase number, int noun, String unit) {
    boolean factor = isFactor(number.from(), noun + 1);
    if (factor || !bare(number) || refers(number.from(), unit) || !fits(number, noun, unit)) {
      return null;
    }
    boolean free = false;
    for (int i = number.end(); i < noun; i++) {
      boolean word = utterance.is(i, WordClass.FREE) || utterance.is(i, WordClass.GRATIS);
      free |= word && !utterance.is(i - 1, WordClass.NONE);
    }
    int next = utterance.is(noun + 1, '(') ? noun + 2 : noun + 1;
    boolean behind = utterance.is(next, WordClass.FREE) || utterance.is(next, WordClass.GRATIS);
    free |= behind && next < utterance.size() && unit.equals("bags");
    return mention(number, bound(number.from()), unit, free, number.from(), noun + 1);
  }

  /** "three tickets at $45 each" reckons a price. */
  private boolean isFactor(int from, int end) {
    int behind =
        utterance.is(end, WordClass.AT) || utterance.is(end, WordClass.TIMES) ? end + 1 : end;
    boolean price = behind > end && (mentions.at(behind) != null || phrases.number(behind) != null);
    return price || utterance.is(from - 1, WordClass.TIMES);
  }

  private Bound bound(int i) {
    boolean most =
        utterance.is(i - 1, WordClass.UPTO)
            || (utterance.is(i - 1, WordClass.TO) && utterance.is(i - 2, WordClass.UPTO));
    return most ? Bound.AT_MOST : Bound.EXACT;
  }

  private static Mention mention(
      NumberPhrase number, Bound bound, String unit, boolean free, int from, int end) {
    return new Mention(new Quantity(number.first(), bound, unit, free), from, end);
  }

  /** Neither part of an amount, a date or a time, nor of a range or an identifier. */
  private boolean bare(NumberPhrase number) {
    Mention taken = mentions.at(number.from());
    boolean value = taken != null && !(taken.value() instanceof Value.Span);
    boolean big = number.first() > MOST && number.places() > 0;
    boolean range =
        utterance.is(number.from() - 1, '-') && phrases.number(number.from() - 2) != null;
    boolean hash = utterance.is(number.from() - 1, '#') || utterance.is(number.from() - 1, '/');
    return !value && !big && !range && !hash && !number.pairs();
  }

  /** "these two items", "the other four", "both bags": named before, not promised here. */
  private boolean refers(int from, String unit) {
    boolean referring =
        utterance.is(from - 1, WordClass.REFERRING)
            || utterance.is(from - 1, WordClass.THIS)
            || utterance.is(from - 1, WordClass.EACH);
    boolean definite = utterance.is(from - 1, WordClass.DEFINITE) && unit.equals("items");
    return referring || definite;
  }

  private boolean fits(NumberPhrase number, int noun, String unit) {
    boolean whole = Decimals.isWhole(number.first());
    int start = utterance.clauses().sentenceStart(noun);
    return switch (unit) {
      case "GB" -> utterance.inSentence(WordClass.DATA, noun) && !isStorage(noun);
      case "points" -> whole;
      case "items" -> whole && number.first() <= MOST && holds(number.from(), start);
      case "left" -> whole && isStock(number, noun);
      case "instalments" -> whole && number.first() <= 60 * Decimals.ONE;
      case "seats", "rooms", "tickets", "people", "bags", "nights" ->
          whole && number.first() <= MOST && !utterance.is(noun + 1, WordClass.IDENTIFIER);
      default -> whole;
    };
  }

  /** "16GB RAM" names a product. */
  private boolean isStorage(int noun) {
    Token next = noun + 1 < utterance.size() ? utterance.tokens().get(noun + 1) : null;
    return next != null
        && (next.is('/') || (next.kind() == Token.Kind.WORD && next.word() == null));
  }

  private boolean holds(int from, int start) {
    return utterance.before(WordClass.HOLDS, Math.max(start, from - 2), from) >= 0;
  }

  /** "only 3 left": the noun is the word itself. */
  private boolean isStock(NumberPhrase number, int noun) {
    boolean next = number.end() == noun || number.end() == noun - 1;
    return next && number.first() <= MOST;
  }

  /** "em até 10 vezes", "en 3 fois": instalments where an amount is paid. */
  private @Nullable Mention times(int noun, int from) {
    NumberPhrase number = numberBefore(noun, from);
    if (number == null || !bare(number) || !Decimals.isWhole(number.first())) {
      return null;
    }
    int lead = bound(number.from()) == Bound.AT_MOST ? number.from() - 2 : number.from() - 1;
    int start = utterance.clauses().sentenceStart(noun);
    boolean paid = false;
    for (int i = Math.max(start, noun - Utterance.WINDOW); i < noun; i++) {
      Mention mention = mentions.at(i);
      paid |= mention != null && mention.value() instanceof Money;
    }
    return paid && utterance.is(lead, WordClass.INSTALMENT_IN)
        ? mention(number, bound(number.from()), "instalments", false, number.from(), noun + 1)
        : null;
  }
}
