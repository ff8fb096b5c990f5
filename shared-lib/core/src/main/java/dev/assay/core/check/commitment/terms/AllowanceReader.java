package dev.assay.core.check.commitment.terms;

import dev.assay.core.check.commitment.grammar.Phrases;
import dev.assay.core.check.commitment.text.NumberPhrase;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.Value.Quantity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts in a policy, with those that leave the noun out: "2 free bags in basic economy, 3 in
 * economy". Each has a scope: the level of membership and the cabin that it is for.
 */
public final class AllowanceReader {
  private static final int NEAR = 4;
  private static final int REACH = 8;

  /** A heading stands within so many tokens above its lines. */
  private static final int ABOVE = 70;

  private final Utterance utterance;
  private final Phrases phrases;
  private final List<Mention> counts;

  AllowanceReader(Utterance utterance, List<Mention> mentions) {
    this.utterance = utterance;
    this.phrases = new Phrases(utterance);
    this.counts = new QuantityGrammar(utterance, mentions).read();
  }

  /** For whom a count is; null where nothing is said. */
  public record Scope(@Nullable String level, @Nullable String cabin) {}

  /** All counts, in order. */
  List<Mention> read() {
    List<Mention> all = new ArrayList<>();
    for (int c = 0; c < counts.size(); c++) {
      Mention count = counts.get(c);
      all.add(count);
      int end = utterance.clauses().sentenceEnd(count.from());
      int stop = c + 1 < counts.size() ? Math.min(end, counts.get(c + 1).from()) : end;
      if (count.value() instanceof Quantity quantity) {
        elided(count.end(), Math.min(stop, count.end() + 4 * REACH), quantity, all);
      }
    }
    return all;
  }

  /** ", 3 in economy". */
  private void elided(int from, int to, Quantity like, List<Mention> all) {
    for (int i = from; i < to; i++) {
      NumberPhrase number =
          utterance.is(i - 1, ',') || utterance.is(i - 1, WordClass.AND) ? phrases.number(i) : null;
      boolean scoped =
          number != null
              && utterance.after(WordClass.CABIN, number.end(), Math.min(to, i + NEAR)) >= 0;
      if (number != null && scoped) {
        Quantity other = new Quantity(number.first(), like.bound(), like.unit(), like.free());
        all.add(new Mention(other, i, number.end()));
      }
    }
  }

  /** The scope that the sentence, or the heading above it, gives a count. */
  public static Scope scope(Utterance utterance, Mention count) {
    int start = utterance.clauses().sentenceStart(count.from());
    int end = utterance.clauses().sentenceEnd(count.from());
    String level = level(utterance, Math.max(start, count.from() - 3 * REACH), count.from());
    level =
        level == null ? level(utterance, count.end(), Math.min(end, count.end() + REACH)) : level;
    level = level == null ? level(utterance, Math.max(0, start - ABOVE), start) : level;
    String cabin = cabinAfter(utterance, count.end(), Math.min(end, count.end() + REACH));
    cabin = cabin == null ? cabinBefore(utterance, start, count.from()) : cabin;
    return new Scope(level, cabin);
  }

  /** The last level of membership in [from, to). */
  private static @Nullable String level(Utterance utterance, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      String level = utterance.tokens().get(i).code(WordClass.LEVEL);
      boolean member =
          level != null
              && utterance.after(WordClass.MEMBER, i + 1, Math.min(utterance.size(), i + NEAR))
                  >= 0;
      if (member) {
        return level;
      }
    }
    return null;
  }

  private static @Nullable String cabinAfter(Utterance utterance, int from, int to) {
    for (int i = from; i < to; i++) {
      Token token = utterance.tokens().get(i);
      if (token.is(',') || token.kind() == Token.Kind.NUMBER) {
        return null;
      }
      if (isCabin(utterance, i)) {
        return name(utterance, i);
      }
    }
    return null;
  }

  private static @Nullable String cabinBefore(Utterance utterance, int from, int to) {
    for (int i = to - 1; i >= Math.max(from, to - 2 * REACH); i--) {
      if (isCabin(utterance, i)) {
        boolean second = utterance.is(i - 1, WordClass.CABIN);
        return name(utterance, second ? i - 1 : i);
      }
    }
    return null;
  }

  private static boolean isCabin(Utterance utterance, int i) {
    return utterance.is(i, WordClass.CABIN) && !utterance.is(i + 1, WordClass.SPAN);
  }

  private static @Nullable String name(Utterance utterance, int i) {
    String cabin = utterance.tokens().get(i).code(WordClass.CABIN);
    return "basic".equals(cabin) ? "basic economy" : cabin;
  }
}
