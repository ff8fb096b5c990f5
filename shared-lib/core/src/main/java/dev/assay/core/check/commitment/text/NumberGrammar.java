package dev.assay.core.check.commitment.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in digits or words with every reading they can have. Speakers say 12.50 and 1250 alike
 * ("twelve fifty"): both stay, and the evidence decides.
 */
public final class NumberGrammar {
  /** A longer run of spoken numbers is an identifier read aloud. */
  private static final int MOST_GROUPS = 6;

  /** Restarts may shorten a run; a run of more groups than this cannot become a value any more. */
  private static final int MOST_READ = 4 * MOST_GROUPS;

  /** What can begin a run of digits and numbers. */
  private static final WordClasses RUNS =
      Cardinals.STARTS.plus(WordClasses.of(WordClass.REPEAT, WordClass.POWER));

  /** What a word must be to begin a number. */
  public static final WordClasses STARTS =
      RUNS.plus(WordClasses.of(WordClass.HALF, WordClass.QUARTER, WordClass.ARTICLE));

  /** Stands for "no number here" among what is known. */
  private static final NumberPhrase NONE = new NumberPhrase(-1, -1, List.of(), false, false, 0);

  private static final WordClasses RUN =
      Cardinals.STARTS.plus(WordClasses.of(WordClass.AND, WordClass.FILLER));

  private final List<Token> tokens;
  private final Lexicon lexicon;
  private final boolean myriads;

  /**
   * What was read at each token, for several grammars ask at the same place. Written without a
   * lock: whoever comes second reads the same number again.
   */
  private NumberPhrase @Nullable [] known;

  private int longRunEnd;

  public NumberGrammar(List<Token> tokens, Lexicon lexicon) {
    this.tokens = tokens;
    this.lexicon = lexicon;
    this.myriads = lexicon.cardinals().myriads();
  }

  /** The number at token {@code i}, or null; without a value where it is an identifier. */
  public @Nullable NumberPhrase read(int i) {
    if (i >= tokens.size()) {
      return null;
    }
    Token token = tokens.get(i);
    boolean starts =
        token.kind() == Token.Kind.NUMBER
            || (token.kind() == Token.Kind.WORD && token.isAny(STARTS));
    return starts ? known(i, token) : null;
  }

  private @Nullable NumberPhrase known(int i, Token token) {
    NumberPhrase[] all = known;
    if (all == null) {
      all = new NumberPhrase[tokens.size()];
      known = all;
    }
    NumberPhrase phrase = all[i];
    if (phrase == null) {
      NumberPhrase read = token.kind() == Token.Kind.NUMBER ? written(i, token) : spoken(i, token);
      phrase = read == null ? NONE : read;
      all[i] = phrase;
    }
    return phrase.end() < 0 ? null : phrase;
  }

  private @Nullable NumberPhrase written(int i, Token token) {
    Token next = i + 1 < tokens.size() ? tokens.get(i + 1) : null;
    if (next != null && next.is(WordClass.SCALE)) {
      long value = Decimals.times(token.value(), next.value(WordClass.SCALE) * Decimals.ONE);
      return value == Token.NONE ? null : phrase(i, i + 2, value, false, 0);
    }
    if (next != null && next.joined() && next.kind() == Token.Kind.WORD && !isMoneyWord(next)) {
      return null;
    }
    return phrase(i, i + 1, token.value(), false, token.places());
  }

  private static boolean isMoneyWord(Token token) {
    return token.is(WordClass.CURRENCY)
        || token.is(WordClass.CENT)
        || token.is(WordClass.PERCENT)
        || token.is(WordClass.AM)
        || token.is(WordClass.PM)
        || token.is(WordClass.CLOCK_MARK);
  }

  private @Nullable NumberPhrase spoken(int i, Token token) {
    if (myriads) {
      return MyriadCardinals.read(tokens, i);
    }
    if (token.is(WordClass.HALF) || token.is(WordClass.QUARTER) || token.is(WordClass.ARTICLE)) {
      NumberPhrase part = fraction(i);
      if (part != null) {
        return part;
      }
    }
    int from =
        token.is(WordClass.ARTICLE) && !token.is(WordClass.UNIT) && isLarge(i + 1) ? i + 1 : i;
    List<Group> groups = groups(from);
    if (groups.isEmpty()) {
      return null;
    }
    if (groups.size() >= MOST_READ) {
      return longRun(from);
    }
    int end = groups.getLast().end();
    if (isBeyondAmounts(groups)) {
      return new NumberPhrase(from, end, List.of(), true, false, 0);
    }
    if (end < tokens.size()
        && tokens.get(end).joined()
        && !isMoneyWord(tokens.get(end))
        && !tokens.get(end).is(WordClass.ORDINAL)) {
      return null;
    }
    NumberPhrase decimal = decimal(i, groups);
    return decimal != null ? decimal : readings(i, groups);
  }

  private static boolean isBeyondAmounts(List<Group> groups) {
    for (Group group : groups) {
      if (group.value() > Decimals.LARGEST / Decimals.ONE) {
        return true;
      }
    }
    return false;
  }

  private boolean isLarge(int i) {
    return i < tokens.size()
        && (tokens.get(i).is(WordClass.HUNDRED) || tokens.get(i).is(WordClass.SCALE));
  }

  /** "a quarter million", "half a million". */
  private @Nullable NumberPhrase fraction(int i) {
    int at = i;
    if (tokens.get(at).is(WordClass.ARTICLE) && at + 1 < tokens.size()) {
      at++;
    }
    Token part = tokens.get(at);
    long share =
        part.is(WordClass.HALF)
            ? Decimals.ONE / 2
            : part.is(WordClass.QUARTER) ? Decimals.ONE / 4 : 0;
    at++;
    if (at < tokens.size()
        && (tokens.get(at).is(WordClass.ARTICLE) || tokens.get(at).is(WordClass.OF))) {
      at++;
    }
    if (share == 0 || at >= tokens.size() || !tokens.get(at).is(WordClass.SCALE)) {
      return null;
    }
    long value = share * tokens.get(at).value(WordClass.SCALE);
    return value > Decimals.LARGEST ? null : phrase(i, at + 1, value, true, 0);
  }

  /** The groups of a run, {@link #MOST_READ} at most. */
  private List<Group> groups(int from) {
    if (from >= tokens.size() || !tokens.get(from).isAny(RUNS)) {
      return List.of();
    }
    List<Group> groups = new ArrayList<>();
    Cardinals cardinals = new Cardinals(tokens, lexicon);
    int at = from;
    while (at < tokens.size() && groups.size() < MOST_READ) {
      int again = repeat(at);
      if (again > 0) {
        Group digit = new Group(at, at + 2, tokens.get(at + 1).value(WordClass.UNIT), false);
        groups.addAll(Collections.nCopies(again, digit));
        at += 2;
        continue;
      }
      long value = cardinals.read(at);
      if (value < 0) {
        break;
      }
      boolean zero = !groups.isEmpty() && groups.getLast().value() == 0 && value < 10 && value > 0;
      int start = zero ? groups.removeLast().from() : at;
      groups.add(new Group(start, cardinals.end(), value, value >= 10 || zero));
      at = skipFillers(cardinals.end());
    }
    return groups;
  }

  /** "double five", "triple oh": a digit said so many times; 0 where none is. */
  private int repeat(int i) {
    boolean digit =
        tokens.get(i).is(WordClass.REPEAT)
            && i + 1 < tokens.size()
            && tokens.get(i + 1).is(WordClass.UNIT);
    return digit ? (int) Math.min(tokens.get(i).value(WordClass.REPEAT), MOST_GROUPS) : 0;
  }

  /** A run without end is one identifier, whose end is looked for once. */
  private NumberPhrase longRun(int from) {
    int end = longRunEnd;
    if (end <= from) {
      end = from;
      while (end < tokens.size() && tokens.get(end).isAny(RUN)) {
        end++;
      }
      longRunEnd = end;
    }
    return new NumberPhrase(from, end, List.of(), true, false, 0);
  }

  private int skipFillers(int i) {
    int at = i;
    int stop = Math.min(tokens.size(), i + Utterance.WINDOW);
    while (at < stop && tokens.get(at).is(WordClass.FILLER)) {
      at++;
    }
    return at;
  }

  /** "four point five". */
  private @Nullable NumberPhrase decimal(int i, List<Group> groups) {
    if (groups.size() != 1) {
      return null;
    }
    int at = groups.getFirst().end();
    if (at >= tokens.size() || !tokens.get(at).is(WordClass.POINT)) {
      return null;
    }
    List<Group> digits = groups(at + 1);
    if (digits.isEmpty() || digits.size() > 4) {
      return null;
    }
    long fraction = 0;
    long place = Decimals.ONE;
    for (Group digit : digits) {
      place /= digit.wide() ? 100 : 10;
      fraction += digit.value() * place;
    }
    return phrase(
        i, digits.getLast().end(), groups.getFirst().value() * Decimals.ONE + fraction, true, 1);
  }

  private NumberPhrase readings(int i, List<Group> spoken) {
    List<Group> groups = withoutRestarts(spoken);
    Group last = groups.getLast();
    int from = groups.size() == spoken.size() ? i : groups.getFirst().from();
    if (groups.size() == 1) {
      return phrase(from, last.end(), last.value() * Decimals.ONE, true, 0);
    }
    if (groups.size() > MOST_GROUPS) {
      return new NumberPhrase(from, last.end(), List.of(), true, false, 0);
    }
    if (groups.stream().noneMatch(Group::wide)) {
      return digitByDigit(from, groups);
    }
    List<Long> readings = pairs(groups);
    if (readings.isEmpty()) {
      return new NumberPhrase(
          last.from(), last.end(), List.of(last.value() * Decimals.ONE), true, false, 0);
    }
    return new NumberPhrase(from, last.end(), readings, true, true, 2);
  }

  private static List<Long> pairs(List<Group> groups) {
    long a = groups.getFirst().value();
    Group b = groups.get(1);
    boolean plainPairs = groups.stream().skip(1).allMatch(g -> g.wide() && g.value() < 100);
    if (!plainPairs || a >= 100_000 || groups.size() > 3) {
      return List.of();
    }
    if (groups.size() == 3) {
      return a >= 100
          ? List.of()
          : List.of((a * 100 + b.value()) * Decimals.ONE + groups.get(2).value() * Decimals.CENT);
    }
    long decimal = a * Decimals.ONE + b.value() * Decimals.CENT;
    return a >= 100 || a == 0
        ? List.of(decimal)
        : List.of(decimal, (a * 100 + b.value()) * Decimals.ONE);
  }

  private static NumberPhrase digitByDigit(int from, List<Group> groups) {
    int end = groups.getLast().end();
    if (groups.size() > 4) {
      return new NumberPhrase(from, end, List.of(), true, false, 0);
    }
    long value = 0;
    for (Group group : groups) {
      value = value * 10 + group.value();
    }
    return phrase(from, end, value * Decimals.ONE, true, 0);
  }

  /** "thirty thirty five": the first try is not said any more. */
  private static List<Group> withoutRestarts(List<Group> groups) {
    List<Group> kept = new ArrayList<>(groups);
    for (int i = kept.size() - 2; i >= 0; i--) {
      long first = kept.get(i).value();
      long second = kept.get(i + 1).value();
      boolean again =
          first >= 20 && first < 100 && first % 10 == 0 && second >= first && second < first + 10;
      if (again) {
        kept.remove(i);
      }
    }
    return kept;
  }

  private static NumberPhrase phrase(int from, int end, long value, boolean spelled, int places) {
    return new NumberPhrase(from, end, List.of(value), spelled, false, places);
  }

  /** A spoken group: {@code wide} when it takes two digits of a price or time. */
  private record Group(int from, int end, long value, boolean wide) {}
}
