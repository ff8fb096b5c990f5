package dev.assay.core.check.commitment.claim;

import dev.assay.core.check.commitment.text.Decimals;
import dev.assay.core.check.commitment.text.NumberGrammar;
import dev.assay.core.check.commitment.text.NumberPhrase;
import dev.assay.core.check.commitment.text.Outline;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.Value;
import dev.assay.core.check.commitment.value.Value.Percent;
import dev.assay.core.check.commitment.value.Value.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One agent turn while it is checked: what it says, and the grounded amounts of this and the
 * previous agent turn, with which later amounts may be reckoned.
 */
public final class Turn {
  /** More operands than this would let chance fit anything. */
  public static final int MOST_OPERANDS = 12;

  private final Utterance utterance;
  private final List<Mention> mentions;
  private final LocalDate today;
  private final List<Long> operands = new ArrayList<>();
  private final List<Long> earlier;
  private final List<Long> counts = new ArrayList<>();
  private final List<Integer> countTokens = new ArrayList<>();
  private final List<Long> percents = new ArrayList<>();
  private boolean counted;
  private @Nullable Outline outline;
  private @Nullable List<Mention> money;

  public Turn(Utterance utterance, List<Mention> mentions, LocalDate today, List<Long> earlier) {
    this.utterance = utterance;
    this.mentions = mentions;
    this.today = today;
    this.earlier = earlier;
    for (Mention mention : mentions) {
      if (mention.value() instanceof Percent(long share, Value.Bound bound, boolean hedged)) {
        if (percents.size() < MOST_OPERANDS && !percents.contains(share)) {
          percents.add(share);
        }
      }
    }
  }

  /** Whole numbers from 2 to 100 that are no part of another value: "three tickets". */
  private void readCounts() {
    if (counted) {
      return;
    }
    counted = true;
    NumberGrammar numbers = utterance.numbers();
    int mention = 0;
    int i = 0;
    while (i < utterance.size() && counts.size() < MOST_OPERANDS) {
      while (mention < mentions.size() && mentions.get(mention).end() <= i) {
        mention++;
      }
      boolean taken = mention < mentions.size() && mentions.get(mention).from() <= i;
      if (taken && mentions.get(mention).from() == i) {
        addSpan(mentions.get(mention));
      }
      NumberPhrase number = taken ? null : numbers.read(i);
      if (number != null
          && number.readings().size() == 1
          && isCount(number.first())
          && !isBullet(i)) {
        counts.add(number.first());
        countTokens.add(i);
      }
      i = number == null ? i + 1 : Math.max(number.end(), i + 1);
    }
  }

  /** "$24 a day for three days": how often counts like how many. */
  private void addSpan(Mention mention) {
    boolean exact =
        mention.value() instanceof Span span
            && span.least() == span.most()
            && span.bound() == Value.Bound.EXACT
            && isCount(span.most() * Decimals.ONE);
    if (exact && mention.value() instanceof Span span) {
      counts.add(span.most() * Decimals.ONE);
      countTokens.add(mention.from());
    }
  }

  private boolean isBullet(int i) {
    boolean lineStart = i == 0 || utterance.tokens().get(i - 1).kind() == Token.Kind.BREAK;
    return lineStart && (utterance.is(i + 1, '.') || utterance.is(i + 1, ')'));
  }

  private static boolean isCount(long value) {
    return Decimals.isWhole(value) && value >= 2 * Decimals.ONE && value <= 100 * Decimals.ONE;
  }

  public Utterance utterance() {
    return utterance;
  }

  public List<Mention> mentions() {
    return mentions;
  }

  public LocalDate today() {
    return today;
  }

  /** The lines of the turn; read when somebody first asks. */
  public Outline outline() {
    Outline known = outline;
    if (known == null) {
      known = new Outline(utterance);
      outline = known;
    }
    return known;
  }

  /** True where a token is part of a value that was read. */
  public boolean isValue(int token) {
    return Mention.at(mentions, token) != null;
  }

  /** Where the last amount of money before a token ends; 0 where none stands. */
  public int moneyEndBefore(int token) {
    int at = moneyIndex(token) - 1;
    return at < 0 ? 0 : money().get(at).end();
  }

  /**
   * Where the first amount of money at or behind a token begins; the turn's end where none does.
   */
  public int moneyStartAfter(int token) {
    int at = moneyIndex(token);
    return at == money().size() ? utterance.size() : money().get(at).from();
  }

  /** The amounts of money in order. */
  public List<Mention> money() {
    List<Mention> known = money;
    if (known == null) {
      known = new ArrayList<>();
      for (Mention mention : mentions) {
        if (mention.value() instanceof Value.Money) {
          known.add(mention);
        }
      }
      money = known;
    }
    return known;
  }

  /** The place among the amounts of the first one at or behind a token. */
  public int moneyIndex(int token) {
    List<Mention> all = money();
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).from() < token) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Adds an amount that proved to be grounded. */
  public void ground(long value) {
    operands.add(value);
  }

  /** Grounded amounts of this turn, in order, the newest {@link #MOST_OPERANDS}. */
  public List<Long> operands() {
    return newest(operands);
  }

  /** Those of the previous agent turn. */
  public List<Long> earlier() {
    return newest(earlier);
  }

  private static List<Long> newest(List<Long> values) {
    return values.subList(Math.max(0, values.size() - MOST_OPERANDS), values.size());
  }

  /** In ten-thousandths. */
  public List<Long> counts() {
    readCounts();
    return counts;
  }

  /** Those that stand in the sentence of a token. */
  public List<Long> countsBeside(int token) {
    readCounts();
    List<Long> beside = new ArrayList<>();
    int sentence = utterance.clauses().sentenceStart(token);
    for (int i = 0; i < counts.size(); i++) {
      if (utterance.clauses().sentenceStart(countTokens.get(i)) == sentence) {
        beside.add(counts.get(i));
      }
    }
    return beside;
  }

  public List<Long> percents() {
    return percents;
  }
}
