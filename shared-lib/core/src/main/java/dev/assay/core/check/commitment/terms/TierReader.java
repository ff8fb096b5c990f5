package dev.assay.core.check.commitment.terms;

import dev.assay.core.check.commitment.grammar.PercentGrammar;
import dev.assay.core.check.commitment.grammar.Phrases;
import dev.assay.core.check.commitment.text.Decimals;
import dev.assay.core.check.commitment.text.NumberPhrase;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.RefundTier;
import dev.assay.core.check.commitment.value.Statement.Figure.Length;
import dev.assay.core.check.commitment.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scales of refunds: "Cancel 7+ days before check-in: 100% refund. 2-6 days: 50%. Less than 2 days:
 * none."
 */
final class TierReader {
  private static final int NEAR = 3;
  private static final int REACH = 9;

  private final Utterance utterance;
  private final Phrases phrases;
  private final PercentGrammar percents;
  private final List<RefundTier> tiers = new ArrayList<>();
  private boolean isScale;

  TierReader(Utterance utterance) {
    this.utterance = utterance;
    this.phrases = new Phrases(utterance);
    this.percents = new PercentGrammar(utterance, utterance.numbers());
  }

  /** The steps, in the order of the text; empty where there are not two. */
  List<RefundTier> read() {
    int i = 0;
    while (i < utterance.size()) {
      int next = utterance.is(i, WordClass.SPAN) ? step(i) : i + 1;
      i = Math.max(next, i + 1);
    }
    return tiers.size() >= 2 && isScale ? tiers : List.of();
  }

  /** A unit of time at {@code unit} with numbers before and a share behind it. */
  private int step(int unit) {
    Range range = range(unit);
    if (range == null) {
      return unit + 1;
    }
    int end = Math.min(utterance.size(), unit + REACH);
    for (int i = unit + 1; i < end; i++) {
      Token token = utterance.tokens().get(i);
      Mention share = percents.read(i);
      boolean none = token.is(WordClass.NONE);
      if (share != null && share.value() instanceof Value.Percent percent) {
        add(range, percent.share(), unit);
        return share.end();
      }
      if (none) {
        add(range, 0, unit);
        return i + 1;
      }
      if (token.is('.') || token.is(WordClass.SPAN)) {
        break;
      }
    }
    return unit + 1;
  }

  private void add(Range range, long share, int at) {
    boolean refund =
        utterance.inSentence(WordClass.REFUND, at) || utterance.inSentence(WordClass.CANCEL, at);
    if (refund || !tiers.isEmpty()) {
      tiers.add(new RefundTier(range.least(), range.most(), share));
      isScale |= refund;
    }
  }

  private record Range(long least, long most) {}

  /** "7+ days", "2-6 days", "less than 2 days", "more than 30 days", "at least 7 days". */
  private @Nullable Range range(int unit) {
    int at = unit - 1;
    while (at > unit - NEAR && (utterance.is(at, '+') || isWord(at))) {
      at--;
    }
    NumberPhrase last = phrases.number(at);
    Value.Span.Unit length = Phrases.unit(utterance.tokens().get(unit));
    if (last == null || length == null || !Decimals.isWhole(last.first())) {
      return null;
    }
    long one = new Length(1, length).minutes();
    long value = Math.min(last.first() / Decimals.ONE, 10_000);
    boolean dash =
        utterance.is(at - 1, '-')
            || utterance.is(at - 1, '–')
            || utterance.is(at - 1, WordClass.TO);
    NumberPhrase first = dash ? phrases.number(at - 2) : null;
    if (first != null && Decimals.isWhole(first.first())) {
      long least = Math.min(first.first() / Decimals.ONE, 10_000);
      return new Range(least * one, (value + 1) * one);
    }
    int from = Math.max(0, at - NEAR);
    boolean less = utterance.before(WordClass.BELOW, from, at) >= 0;
    return less ? new Range(0, value * one) : new Range(value * one, Long.MAX_VALUE);
  }

  private boolean isWord(int i) {
    return i >= 0
        && utterance.tokens().get(i).kind() == Token.Kind.WORD
        && phrases.number(i) == null;
  }
}
