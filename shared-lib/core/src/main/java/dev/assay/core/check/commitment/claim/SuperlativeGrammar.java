package dev.assay.core.check.commitment.claim;

import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.Remark;
import dev.assay.core.check.commitment.value.Value.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * "The cheapest economy option is … for $295": the superlative, the words that narrow it down, and
 * the amounts given for it. "Some of the cheapest" claims nothing.
 */
final class SuperlativeGrammar {
  /** An itinerary may be told before its total. */
  private static final int REACH = 120;

  /** "the cheapest available green one with a long battery life". */
  private static final int NOUN = 10;

  /** Each is held against whole lists: more in one message are no real ones. */
  private static final int MOST = 8;

  private final Utterance utterance;
  private final List<Mention> mentions;
  private final Statements statements;

  SuperlativeGrammar(Utterance utterance, List<Mention> mentions, Statements statements) {
    this.utterance = utterance;
    this.mentions = mentions;
    this.statements = statements;
  }

  void read(List<Mention> found) {
    int next = 0;
    int read = 0;
    for (int i = 0; i < utterance.size() && read < MOST; i++) {
      if (!utterance.tokens().get(i).is(WordClass.SUPERLATIVE)) {
        continue;
      }
      while (next < mentions.size() && mentions.get(next).end() <= i) {
        next++;
      }
      Mention mention = at(i, next);
      if (mention != null) {
        read++;
        found.add(mention);
      }
    }
  }

  private @Nullable Mention at(int i, int next) {
    int noun = nounEnd(i);
    List<Long> named = isVague(i) ? List.of() : named(noun, next, isSaidOf(i) ? same(i) : end(i));
    String code = utterance.tokens().get(i).code(WordClass.SUPERLATIVE);
    if (named.isEmpty() || code == null) {
      return null;
    }
    Mention mention = new Mention(new Remark.Superlative(code, named, i, noun), i, noun);
    return statements.isSaid(mention) && !isPlanned(i) ? mention : null;
  }

  /** "some of the cheapest", "not the cheapest", "second cheapest". */
  private boolean isVague(int i) {
    int start = Math.max(utterance.clauses().clauseStart(i), i - 3);
    return utterance.before(WordClass.OF, start, i) >= 0
        || utterance.before(WordClass.NEGATOR, utterance.clauses().clauseStart(i), i) >= 0
        || utterance.is(i - 1, WordClass.ORDINAL);
  }

  /** "I will now look for the cheapest": nothing is found yet. */
  private boolean isPlanned(int i) {
    int clause = utterance.clauses().clauseStart(i);
    return utterance.before(WordClass.SOFTENER, clause, i) >= 0;
  }

  /** "this is the cheapest": what comes in other sentences is about something else. */
  private boolean isSaidOf(int i) {
    int start = Math.max(utterance.clauses().clauseStart(i) + 1, i - 3);
    return utterance.before(WordClass.COPULA, start, i) >= 0
        || utterance.before(WordClass.BE, start, i) >= 0;
  }

  private int same(int i) {
    return Math.min(utterance.clauses().sentenceEnd(i), i + REACH);
  }

  private int nounEnd(int i) {
    int stop = Math.min(utterance.clauses().clauseEnd(i), i + NOUN);
    for (int at = i + 1; at < stop; at++) {
      Token token = utterance.tokens().get(at);
      if (token.kind() != Token.Kind.WORD
          || token.is(WordClass.COPULA)
          || token.is(WordClass.BE)
          || token.is(WordClass.FOR)) {
        return at;
      }
    }
    return Math.max(i + 1, stop);
  }

  /** The next superlative and a question are about something else. */
  private int end(int i) {
    int stop = Math.min(utterance.size(), i + REACH);
    for (int at = i + 1; at < stop; at++) {
      Token token = utterance.tokens().get(at);
      if (token.is(WordClass.SUPERLATIVE) || token.is('?')) {
        return at;
      }
    }
    return stop;
  }

  private List<Long> named(int from, int next, int end) {
    List<Long> named = new ArrayList<>();
    for (int at = next; at < mentions.size() && mentions.get(at).from() < end; at++) {
      boolean behind = mentions.get(at).from() >= from;
      if (behind
          && mentions.get(at).value() instanceof Money money
          && money.readings().size() == 1) {
        named.add(money.readings().getFirst());
      }
    }
    return named;
  }
}
