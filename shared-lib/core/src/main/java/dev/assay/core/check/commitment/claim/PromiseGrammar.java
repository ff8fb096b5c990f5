package dev.assay.core.check.commitment.claim;

import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Trait;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.Word;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.Value;
import dev.assay.core.check.commitment.value.Value.Deed.Claim;
import dev.assay.core.check.commitment.value.Value.Money;
import dev.assay.core.check.commitment.value.Value.Percent;
import dev.assay.core.check.commitment.value.Value.Span;
import dev.assay.core.check.commitment.value.Value.When;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Promises to do something: "I'll email you the receipt", "voy a cancelar su reserva". What waits
 * for the customer's word ("once you confirm") is none, and where the clause holds a value that
 * value is the commitment.
 */
final class PromiseGrammar {
  private static final int REACH = 5;

  private final Utterance utterance;
  private final List<Mention> mentions;
  private final DeedTargets targets;
  private final DeedFamilies families;

  PromiseGrammar(Utterance utterance, List<Mention> mentions, DeedTargets targets) {
    this.utterance = utterance;
    this.mentions = mentions;
    this.targets = targets;
    this.families = new DeedFamilies(utterance);
  }

  @Nullable Mention read(int verb, Word word) {
    if (word.is(WordClass.DOING)) {
      return underway(verb);
    }
    int from = word.is(WordClass.WILL_DO) ? verb : word.is(WordClass.DEED) ? speaker(verb) : -1;
    if (from < 0 || !isUnconditional(from, verb) || hasValue(verb)) {
      return null;
    }
    WordClass form = word.is(WordClass.WILL_DO) ? WordClass.WILL_DO : WordClass.DEED;
    String family = families.of(verb, form);
    if (family == null) {
      return null;
    }
    boolean now =
        utterance.inClause(WordClass.AT_ONCE, verb) || utterance.is(from - 1, WordClass.AT_ONCE);
    return targets.aim(family, from, verb, now ? Claim.PROMISED_NOW : Claim.PROMISED);
  }

  /** "I'm transferring you now": a hand-over is claimed, and anything else promised for now. */
  private @Nullable Mention underway(int verb) {
    int clause = utterance.clauses().clauseStart(verb);
    int be = verb - 1;
    while (be > clause && be > verb - REACH && isLight(be, be + 1)) {
      be--;
    }
    boolean mine =
        utterance.is(be, WordClass.BE)
            && (utterance.is(be, WordClass.SELF) || utterance.is(be - 1, WordClass.SELF));
    if (!mine || !isUnconditional(be, verb) || hasValue(verb)) {
      return null;
    }
    String family = families.of(verb, WordClass.DOING);
    if (family == null) {
      return null;
    }
    boolean handsOver = family.equals("TRANSFERRED") || family.equals("ESCALATED");
    int from = utterance.is(be, WordClass.SELF) ? be : be - 1;
    return targets.aim(family, from, verb, handsOver ? Claim.UNDERWAY : Claim.PROMISED_NOW);
  }

  /** The place of "I'll", "I am going", "voy", "ich werde"; -1 where nobody promises. */
  private int speaker(int verb) {
    int clause = utterance.clauses().clauseStart(verb);
    boolean verbFinal = utterance.lexicon().has(Trait.VERB_FINAL);
    int reach = verbFinal ? Utterance.WINDOW : REACH;
    int will = utterance.before(WordClass.WILL, Math.max(clause, verb - reach), verb);
    if (will < 0 || (!verbFinal && !isLight(will + 1, verb))) {
      return -1;
    }
    if ("SELF".equals(utterance.tokens().get(will).code(WordClass.WILL))) {
      return will;
    }
    int self = utterance.before(WordClass.SELF, Math.max(clause, will - 2), will);
    return self < 0 && verbFinal && utterance.is(will + 1, WordClass.SELF) ? will : self;
  }

  private boolean isLight(int from, int verb) {
    for (int i = from; i < verb; i++) {
      Token token = utterance.tokens().get(i);
      boolean light =
          token.is(WordClass.LIGHT)
              || token.is(WordClass.FRESH)
              || token.is(WordClass.AT_ONCE)
              || token.is(WordClass.FILLER)
              || token.is(WordClass.NOW)
              || token.is(WordClass.TO)
              || token.is(WordClass.AT);
      if (!light) {
        return false;
      }
    }
    return true;
  }

  private boolean isUnconditional(int from, int verb) {
    int start = utterance.clauses().sentenceStart(verb);
    int end = utterance.clauses().sentenceEnd(verb);
    return utterance.before(WordClass.IF, start, verb) < 0
        && utterance.after(WordClass.IF, verb, end) < 0
        && utterance.before(WordClass.ASK, start, verb) < 0
        && utterance.before(WordClass.NEGATOR, Math.max(start, from - 1), verb) < 0
        && !utterance.is(verb + 1, WordClass.NEGATOR)
        && utterance.before(WordClass.EXAMPLE, start, verb) < 0
        && !utterance.is(end - 1, '?')
        && !utterance.is(end - 1, ':');
  }

  private boolean hasValue(int verb) {
    int start = Math.max(utterance.clauses().clauseStart(verb), verb - Utterance.WINDOW);
    int end = Math.min(utterance.clauses().clauseEnd(verb), verb + 2 * Utterance.WINDOW);
    for (int i = after(start); i < mentions.size() && mentions.get(i).from() < end; i++) {
      Value value = mentions.get(i).value();
      if (value instanceof Money
          || value instanceof When
          || value instanceof Percent
          || value instanceof Span) {
        return true;
      }
    }
    return false;
  }

  /** Index of the first mention at or behind a token. */
  private int after(int token) {
    int low = 0;
    int high = mentions.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (mentions.get(middle).from() < token) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
