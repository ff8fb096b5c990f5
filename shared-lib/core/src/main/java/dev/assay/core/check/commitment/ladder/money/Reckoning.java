package dev.assay.core.check.commitment.ladder.money;

import dev.assay.core.check.commitment.claim.Turn;
import dev.assay.core.check.commitment.evidence.Columns;
import dev.assay.core.check.commitment.evidence.Derivable;
import dev.assay.core.check.commitment.evidence.EvidenceIndex;
import dev.assay.core.check.commitment.evidence.Owner.Held;
import dev.assay.core.check.commitment.text.Clauses;
import dev.assay.core.check.commitment.text.Decimals;
import dev.assay.core.check.commitment.text.Outline;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.Value.Money;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a sum, difference, product or percentage that leads to an amount, near to far: amounts
 * of the same sentence, of the lines above, of what the words name, of this turn and the one
 * before, of all the evidence. What every step so far could have led to counts against a match.
 */
final class Reckoning {
  /** So many of the values that could stand there may be derivable: near ones count for more. */
  private static final double BESIDE = 0.25;

  private static final double ABOVE = 0.12;
  private static final double NAMED = 0.1;
  private static final double TURN = 0.06;

  private static final int MOST_NAMED = 24;
  private static final int MOST_BESIDE = 6;
  private static final int MOST_PAIRED = 64;
  private static final int MOST_COLUMNS = 64;

  private final EvidenceIndex index;
  private final Turn turn;
  private final Utterance utterance;
  private final int at;
  private final LongPredicate known;
  private final Supplier<Attribution> named;
  private final long claim;
  private final Derivable derivable;
  private final Sums arithmetic;

  /**
   * @param at the first token of the claim
   * @param known true for an amount that the evidence states, or that was reckoned soundly
   * @param named what the words around the claim name
   */
  Reckoning(
      EvidenceIndex index,
      Turn turn,
      int at,
      long claim,
      LongPredicate known,
      Supplier<Attribution> named) {
    this.index = index;
    this.turn = turn;
    this.utterance = turn.utterance();
    this.at = at;
    this.known = known;
    this.named = named;
    this.claim = claim;
    this.derivable = new Derivable(claim);
    this.arithmetic = new Sums(derivable);
  }

  /** How the amount comes about; null where nothing leads to it, or too much would. */
  @Nullable String explain() {
    beside();
    if (derivable.how() != null) {
      return within(BESIDE);
    }
    boolean sums = isSum();
    boolean differences = isDifference();
    above(sums, differences);
    if (derivable.how() != null) {
      return within(ABOVE);
    }
    if (columns(true)) {
      return within(NAMED);
    }
    Attribution attribution = named.get();
    named(attribution.plainlyNamed(), sums, differences);
    if (derivable.how() != null) {
      return within(NAMED);
    }
    exchanged(attribution);
    List<Held> around = attribution.namedAround();
    if (around.size() <= MOST_PAIRED) {
      pairs(around);
    }
    wholeTurn(sums, differences);
    recorded();
    return derivable.how() != null ? within(TURN) : null;
  }

  /** The newest recorded amounts, with what stands beside the claim and what was measured. */
  private void recorded() {
    Set<Long> newest = new LinkedHashSet<>();
    List<Long> recent = index.recentMoney();
    for (int i = recent.size() - 1;
        i >= Math.max(0, recent.size() - MOST_NAMED) && newest.size() < MOST_BESIDE;
        i--) {
      newest.add(recent.get(i));
    }
    arithmetic.counted(turn.countsBeside(at), newest);
    for (long percent : turn.percents()) {
      newest.forEach(base -> derivable.percent(percent, base));
    }
    if (utterance.inSentence(WordClass.DIFFERENCE, at)) {
      arithmetic.pairs(List.copyOf(newest), false, true);
    }
    totals();
    newest.addAll(turn.operands());
    measured(newest);
  }

  /** What was reckoned in this turn, with what stands beside the claim: a total of totals. */
  private void totals() {
    long sum = 0;
    Set<Long> parts = new LinkedHashSet<>(turn.operands());
    parts.removeIf(part -> !index.isEstablished(part));
    parts.addAll(known(utterance.clauses().sentenceStart(at), at, MOST_BESIDE));
    for (long part : parts) {
      sum += part;
    }
    derivable.sum(sum, () -> Sums.joined(List.copyOf(parts), " + "));
  }

  /** "$0.52 for each of 31.4 kWh", "$240 for 10 sessions is $24 each". */
  private void measured(Set<Long> amounts) {
    boolean each =
        utterance.inSentence(WordClass.PER, at) || utterance.inSentence(WordClass.EACH, at);
    boolean fine = !Decimals.isWhole(claim);
    for (long measure : index.measures()) {
      if (each || fine) {
        amounts.forEach(amount -> derivable.divided(amount, measure));
      }
      if (fine) {
        amounts.forEach(amount -> derivable.product(measure, amount));
        index.tariff().forEach(amount -> derivable.product(measure, amount));
      }
    }
  }

  private @Nullable String within(double most) {
    return derivable.chance() <= most ? derivable.how() : null;
  }

  /** True where words of the sentence speak of a sum or a difference. */
  static boolean hasCue(Utterance utterance, int at) {
    return isSum(utterance, at) || isDifference(utterance, at);
  }

  private boolean isSum() {
    return isSum(utterance, at) || isTotalCell();
  }

  private boolean isDifference() {
    return isDifference(utterance, at);
  }

  private static boolean isSum(Utterance utterance, int at) {
    return utterance.inSentence(WordClass.TOTAL, at)
        || utterance.inSentence(WordClass.PLUS, at)
        || utterance.inSentence(WordClass.SO, at)
        || utterance.inSentence(WordClass.REFUND, at);
  }

  private static boolean isDifference(Utterance utterance, int at) {
    return utterance.inSentence(WordClass.DIFFERENCE, at)
        || utterance.inSentence(WordClass.REFUND, at)
        || utterance.inSentence(WordClass.BALANCE, at)
        || utterance.inSentence(WordClass.SO, at);
  }

  private boolean isTotalCell() {
    Outline outline = turn.outline();
    int line = outline.line(at);
    if (!outline.isRow(line)) {
      return false;
    }
    int[] header = outline.headerCell(line, at);
    return utterance.after(WordClass.TOTAL, header[0], header[1]) >= 0;
  }

  /** Amounts of the same sentence or table row, and counts and percentages said there. */
  private void beside() {
    Clauses clauses = utterance.clauses();
    List<Long> amounts = known(clauses.sentenceStart(at), clauses.sentenceEnd(at), MOST_BESIDE);
    arithmetic.pairs(amounts, true, true);
    arithmetic.runs(amounts);
    arithmetic.multiplePlus(turn.countsBeside(at), amounts);
    index.rates().offer(derivable);
    List<Long> last = lastBefore(clauses.sentenceStart(at), 2);
    Set<Long> bases = new LinkedHashSet<>(amounts);
    bases.addAll(last);
    arithmetic.counted(turn.countsBeside(at), bases);
    for (long percent : turn.percents()) {
      bases.forEach(base -> derivable.percent(percent, base));
    }
  }

  /** The lines right above: what they list makes the total, two of them the difference. */
  private void above(boolean sums, boolean differences) {
    List<Long> operands = turn.operands();
    List<Long> last = lastBefore(at, 1);
    if (!last.isEmpty()) {
      rest(last.getLast(), operands);
      rest(last.getLast(), turn.earlier());
    }
    if (sums) {
      arithmetic.suffixes(operands);
      arithmetic.prefixes(known(at, utterance.size(), MOST_BESIDE));
    }
    if (differences) {
      arithmetic.pairs(
          operands.subList(Math.max(0, operands.size() - 4), operands.size()), false, true);
    }
    if (sums || differences) {
      across(sums, differences);
    }
  }

  /** "Gift card: 128, credit card: 171" of a total of 299: what the amount just named leaves. */
  private void rest(long last, List<Long> wholes) {
    for (long whole : wholes) {
      if (whole > last) {
        derivable.minus(whole, last);
      }
    }
  }

  /** "$128 from the card, the remaining $171": what is said beside, of what was said before. */
  private void across(boolean sums, boolean differences) {
    Clauses clauses = utterance.clauses();
    List<Long> amounts = known(clauses.sentenceStart(at), clauses.sentenceEnd(at), MOST_BESIDE);
    Set<Long> others = new LinkedHashSet<>(turn.operands());
    others.addAll(turn.earlier());
    others.addAll(known(at, utterance.size(), 2 * MOST_BESIDE));
    for (long amount : amounts) {
      for (long other : others) {
        if (amount != other) {
          arithmetic.plusMinus(amount, other, sums, differences);
        }
      }
    }
  }

  /** Amounts of what the words name: their sum, their difference, a multiple, a list of them. */
  private void named(List<Held> held, boolean sums, boolean differences) {
    if (held.isEmpty() || held.size() > 16 * MOST_NAMED) {
      return;
    }
    pairs(held);
    Set<Long> amounts = new LinkedHashSet<>();
    held.forEach(one -> amounts.add(amount(one)));
    arithmetic.counted(turn.countsBeside(at), amounts);
    if (sums || differences) {
      for (long operand : turn.operands()) {
        for (long amount : amounts) {
          arithmetic.plusMinus(operand, amount, sums, differences);
        }
      }
    }
  }

  private void pairs(List<Held> held) {
    for (int i = 0; i < held.size(); i++) {
      for (int j = i + 1; j < held.size() && !derivable.isFull(); j++) {
        pair(held.get(i), held.get(j));
      }
    }
  }

  /** What is named best against all else that is named: a new item in an old one's place. */
  private void exchanged(Attribution attribution) {
    Held best = attribution.best().orElse(null);
    if (best != null) {
      List<Held> all = attribution.named();
      for (Held other : all.subList(0, Math.min(all.size(), MOST_PAIRED))) {
        pair(best, other);
      }
    }
  }

  private void pair(Held one, Held other) {
    long a = amount(one);
    long b = amount(other);
    if (a != b && one.fact().isOfSlot(other.fact())) {
      derivable.minus(a, b);
      derivable.plus(a, b);
    }
  }

  private static long amount(Held held) {
    return held.value() instanceof Long amount ? amount : 0;
  }

  /** Everything this turn and the one before have grounded. */
  private void wholeTurn(boolean sums, boolean differences) {
    List<Long> operands = new ArrayList<>(turn.operands());
    operands.addAll(turn.earlier());
    for (long count : turn.counts()) {
      operands.forEach(operand -> derivable.times(count / Decimals.ONE, operand));
    }
    for (long percent : turn.percents()) {
      operands.forEach(base -> derivable.percent(percent, base));
    }
    arithmetic.pairs(operands, sums, differences);
    if (sums) {
      arithmetic.suffixes(turn.earlier());
      columns(false);
    }
    tariff();
  }

  /** n × an amount of the policy, with a count of this turn: "$50 for each of 4 passengers". */
  private void tariff() {
    for (long count : turn.counts()) {
      index.tariff().forEach(amount -> derivable.times(count / Decimals.ONE, amount));
    }
  }

  /** Sums of one key over a list, such as the legs of a trip; true where one led to the claim. */
  private boolean columns(boolean onlySaid) {
    List<Columns.Column> columns = index.columns();
    for (Columns.Column column :
        columns.subList(Math.max(0, columns.size() - MOST_COLUMNS), columns.size())) {
      if (!onlySaid || isSaid(column)) {
        long sum = Math.abs(column.sum());
        derivable.sum(sum, () -> "the sum of " + column.label());
        for (long count : turn.countsBeside(at)) {
          derivable.times(count / Decimals.ONE, sum);
        }
      }
    }
    return derivable.how() != null;
  }

  private boolean isSaid(Columns.Column column) {
    String key = column.label().substring(column.label().lastIndexOf('.') + 1);
    int start = utterance.clauses().sentenceStart(at);
    int end = utterance.clauses().sentenceEnd(at);
    for (int i = start; i < Math.min(end, start + 4 * Utterance.WINDOW); i++) {
      Token token = utterance.tokens().get(i);
      int length = token.end() - token.start();
      if (length == key.length()
          && utterance.text().regionMatches(true, token.start(), key, 0, length)) {
        return true;
      }
    }
    return false;
  }

  /** The known amounts of a stretch other than the claim; only so many around it are asked for. */
  private List<Long> known(int from, int end, int most) {
    List<Long> amounts = new ArrayList<>();
    List<Mention> money = turn.money();
    int first = Math.max(0, turn.moneyIndex(at) - most);
    int last = Math.min(money.size(), first + 4 * most);
    for (int i = first; i < last && money.get(i).from() < end && amounts.size() < 2 * most; i++) {
      Mention mention = money.get(i);
      boolean own = mention.from() <= at && mention.end() > at;
      if (mention.from() >= from
          && !own
          && mention.value() instanceof Money amount
          && known.test(amount.readings().getFirst())) {
        amounts.add(amount.readings().getFirst());
      }
    }
    return amounts;
  }

  private List<Long> lastBefore(int token, int most) {
    List<Long> before = known(Math.max(0, token - 8 * Utterance.WINDOW), token, most);
    return before.subList(Math.max(0, before.size() - most), before.size());
  }
}
