package dev.assay.core.check.commitment.claim;

import dev.assay.core.check.commitment.ledger.StateWord;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.Remark;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * States that are claimed: "as a Gold member", "your order is delivered", "Status: Pending", "has
 * been changed to economy". Only words of a closed set beside what can be in them.
 */
final class StateGrammar {
  /** From "as a" to the state: "as one of our valued Gold members" is no such claim. */
  private static final int LEAD = 4;

  /** From what is in a state to the verb: "your flight HAT045 from Phoenix to Seattle is". */
  private static final int SUBJECT = 9;

  private static final int FILLERS = 3;
  private static final int NEAR = 3;

  private final Utterance utterance;
  private final Statements statements;

  StateGrammar(Utterance utterance, Statements statements) {
    this.utterance = utterance;
    this.statements = statements;
  }

  /** A claim before the filter of speech acts; {@code noun} is its token. */
  private record Draft(int from, int end, int noun, boolean changed) {}

  void read(List<Mention> found) {
    for (int i = 0; i < utterance.size(); i++) {
      Mention mention = utterance.tokens().get(i).is(WordClass.STATE) ? at(i) : null;
      if (mention != null) {
        found.add(mention);
      }
    }
  }

  private @Nullable Mention at(int i) {
    if (isAlternative(i) || StateWord.isRecordedOnly(utterance.tokens().get(i))) {
      return null;
    }
    int from = utterance.is(i - 1, WordClass.STATE_PREFIX) ? i - 1 : i;
    Draft draft = holder(from, i);
    draft = draft == null ? changed(from, i) : draft;
    draft = draft == null ? predicate(from, i) : draft;
    return draft == null ? null : claim(draft, from, i);
  }

  private @Nullable Mention claim(Draft draft, int from, int i) {
    Token noun = utterance.tokens().get(draft.noun());
    StateWord word = StateWord.of(utterance, from, i);
    List<String> sets = new ArrayList<>();
    for (String set : word.sets()) {
      if (draft.noun() == i || StateWord.sets(noun).contains(set)) {
        sets.add(set);
      }
    }
    if (sets.isEmpty() || isNegated(draft.from(), i)) {
      return null;
    }
    String name = draft.noun() == i ? "" : StateWord.noun(noun);
    Mention mention =
        new Mention(
            new Remark.State(word.state(), sets, name, draft.changed()), draft.from(), draft.end());
    return statements.isStated(mention) ? mention : null;
  }

  /** "silver or gold", "silver/gold": neither is claimed. */
  private boolean isAlternative(int i) {
    for (int at = Math.max(0, i - NEAR); at <= Math.min(utterance.size() - 1, i + NEAR); at++) {
      boolean other = at != i && utterance.is(at, WordClass.STATE);
      boolean between = other && hasOr(Math.min(at, i), Math.max(at, i));
      if (between) {
        return true;
      }
    }
    return false;
  }

  private boolean hasOr(int from, int end) {
    for (int at = from + 1; at < end; at++) {
      if (utterance.is(at, '/')
          || utterance.is(at, WordClass.OR)
          || utterance.is(at, WordClass.RANGE)
          || utterance.is(at, ',')) {
        return true;
      }
    }
    return end == from + 1;
  }

  private boolean isNegated(int from, int i) {
    int clause = utterance.clauses().clauseStart(i);
    int start = Math.max(clause, Math.min(from, i) - NEAR);
    return utterance.before(WordClass.NEGATOR, start, i) >= 0;
  }

  /** "as a Gold member", "you are a Gold member", "your Gold status". */
  private @Nullable Draft holder(int from, int i) {
    int noun = isHolder(i + 1) ? i + 1 : isHolder(from - 1) ? from - 1 : -1;
    noun = noun < 0 && isHyphen(i + 1) && isHolder(i + 2) ? i + 2 : noun;
    if (noun < 0) {
      return null;
    }
    int first = Math.min(noun, from);
    int clause = utterance.clauses().clauseStart(first);
    int start = Math.max(clause, first - LEAD);
    int as = utterance.before(WordClass.AS, start, first);
    int you = utterance.before(WordClass.YOU, start, first);
    int lead = as >= 0 ? as : you;
    boolean plain = lead >= 0 && isHeld(lead, first);
    return plain ? new Draft(lead, Math.max(noun, i) + 1, noun, false) : null;
  }

  /** Between the lead and the state at most a verb, an article and a word of praise. */
  private boolean isHeld(int lead, int first) {
    int words = 0;
    for (int at = lead + 1; at < first; at++) {
      Token token = utterance.tokens().get(at);
      boolean known =
          token.is(WordClass.ARTICLE)
              || token.is(WordClass.BE)
              || token.is(WordClass.COPULA)
              || token.is(WordClass.STATE_FILL)
              || token.is(WordClass.NOW)
              || token.is(WordClass.DEFINITE);
      words += known ? 0 : 1;
    }
    return words <= 1;
  }

  private boolean isHyphen(int i) {
    return utterance.is(i, '-') || utterance.is(i, '‑') || utterance.is(i, '–');
  }

  private boolean isHolder(int i) {
    return i >= 0
        && i < utterance.size()
        && utterance.is(i, WordClass.STATE_OF)
        && StateWord.sets(utterance.tokens().get(i)).contains("tier");
  }

  /** "has been upgraded to economy": said to be so since the agent acted. */
  private @Nullable Draft changed(int from, int i) {
    int to = utterance.is(from - 1, WordClass.DEFINITE) ? from - 2 : from - 1;
    if (!utterance.is(to, WordClass.TO)) {
      return null;
    }
    int clause = utterance.clauses().clauseStart(i);
    int been = utterance.before(WordClass.BEEN, Math.max(clause, to - LEAD - 1), to);
    return been < 0 ? null : new Draft(been, i + 1, i, true);
  }

  /** "your order is still pending", "Order status: pending". */
  private @Nullable Draft predicate(int from, int i) {
    int at = from - 1;
    while (at >= 0 && at > from - 1 - FILLERS && isFill(at)) {
      at--;
    }
    if (utterance.is(at, ':')) {
      return heading(at, i);
    }
    boolean is = utterance.is(at, WordClass.BE) || utterance.is(at, WordClass.COPULA);
    boolean plain = !utterance.is(at, WordClass.WERE) && !utterance.is(at, WordClass.TO);
    if (!is || !plain || isOpen(at) || isHabit(i + 1)) {
      return null;
    }
    int noun = subject(at);
    return noun < 0 ? null : new Draft(noun, i + 1, noun, false);
  }

  /** "will be", "should likely be": not yet. */
  private boolean isOpen(int verb) {
    int clause = utterance.clauses().clauseStart(verb);
    return utterance.before(WordClass.SOFTENER, Math.max(clause, verb - NEAR), verb) >= 0;
  }

  private boolean isFill(int i) {
    return utterance.is(i, WordClass.STATE_FILL)
        || utterance.is(i, WordClass.NOW)
        || utterance.is(i, WordClass.AS);
  }

  /** "is shipped within two days" tells a rule. */
  private boolean isHabit(int i) {
    return utterance.is(i, WordClass.WITHIN)
        || utterance.is(i, WordClass.IN)
        || utterance.is(i, WordClass.BY)
        || utterance.is(i, WordClass.IF)
        || utterance.is(i, WordClass.AFTER);
  }

  /** A line "Membership tier: Gold"; of a cabin it may be a proposal, so it counts after deeds. */
  private @Nullable Draft heading(int colon, int i) {
    boolean whole = isLineEnd(i + 1) && utterance.is(colon - 1, WordClass.STATE_OF);
    if (!whole) {
      return null;
    }
    boolean cabin = StateWord.sets(utterance.tokens().get(i)).contains("cabin");
    return new Draft(colon - 1, i + 1, colon - 1, cabin);
  }

  private boolean isLineEnd(int i) {
    return i >= utterance.size()
        || utterance.tokens().get(i).kind() == Token.Kind.BREAK
        || utterance.is(i, '.')
        || utterance.is(i, ',')
        || utterance.is(i, '(')
        || utterance.is(i, '|')
        || utterance.is(i, WordClass.STATE_OF);
  }

  /** What is in the state: its definite subject, with at most names between it and the verb. */
  private int subject(int verb) {
    int clause = utterance.clauses().clauseStart(verb);
    int stop = Math.max(Math.max(0, clause - SUBJECT), verb - SUBJECT);
    for (int i = verb - 1; i >= stop; i--) {
      Token token = utterance.tokens().get(i);
      if (token.is(WordClass.STATE_OF)) {
        return isDefinite(i) ? i : -1;
      }
      if (token.is(WordClass.IF)
          || token.is(WordClass.COPULA)
          || token.is(WordClass.BE)
          || token.is(',')
          || token.kind() == Token.Kind.BREAK
          || token.is('.')) {
        return -1;
      }
    }
    return -1;
  }

  private boolean isDefinite(int noun) {
    int at = noun - 1;
    while (at >= noun - NEAR && (utterance.is(at, WordClass.STATE_OF) || isPlainWord(at))) {
      at--;
    }
    boolean definite = utterance.is(at, WordClass.DEFINITE);
    boolean part =
        utterance.is(at - 1, WordClass.OF)
            || utterance.is(at - 1, WordClass.FOR)
            || utterance.is(at - 1, WordClass.TO)
            || utterance.is(at - 1, WordClass.ON)
            || utterance.is(at - 1, WordClass.PER);
    return definite && !part;
  }

  private boolean isPlainWord(int i) {
    return i >= 0
        && utterance.tokens().get(i).kind() == Token.Kind.WORD
        && utterance.tokens().get(i).word() == null;
  }
}
