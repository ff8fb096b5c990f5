package dev.assay.core.check.commitment.claim;

import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.value.Mention;

/**
 * Tells what is said of the case at hand from rules ("can be cancelled if it was booked within 24
 * hours"), also where a rule is a list under its heading.
 */
final class Statements {
  private static final int MOST_LINES = 12;
  private static final int LONGEST_LINE = 60;

  private final Utterance utterance;
  private final SpeechActs acts;

  Statements(Utterance utterance) {
    this.utterance = utterance;
    this.acts = new SpeechActs(utterance);
  }

  /** True where the agent says it of the case; a denial is for the caller to read. */
  boolean isStated(Mention mention) {
    return !isConditional(mention) && !isListedRule(mention) && acts.asserts(mention);
  }

  /** True where the agent says it, be it of a case that is still open. */
  boolean isSaid(Mention mention) {
    int clause = utterance.clauses().clauseStart(mention.from());
    return utterance.before(WordClass.IF, clause, mention.from()) < 0
        && !isListedRule(mention)
        && acts.asserts(mention);
  }

  /** "if", "any", "must" before it in the sentence, or a temporal clause around it. */
  private boolean isConditional(Mention mention) {
    int from = mention.from();
    int sentence = utterance.clauses().sentenceStart(from);
    int clause = utterance.clauses().clauseStart(from);
    int end = utterance.clauses().clauseEnd(mention.end() - 1);
    return rule(sentence, from)
        || utterance.before(WordClass.IF, clause, from) >= 0
        || (utterance.after(WordClass.IF, mention.end(), end) >= 0 && !ends(mention.end()));
  }

  private boolean ends(int token) {
    return utterance.is(token, ',') || utterance.is(token, '.') || utterance.is(token, ')');
  }

  private boolean rule(int from, int to) {
    if (from >= to || !utterance.clauses().mayHold(WordClass.CONDITION, from, to)) {
      return false;
    }
    for (int i = to - 1; i >= Math.max(from, to - LONGEST_LINE); i--) {
      if (utterance.is(i, WordClass.BECAUSE)) {
        return false;
      }
      if (utterance.is(i, WordClass.CONDITION)) {
        return true;
      }
    }
    return false;
  }

  /** A list item means what the line above the list makes of it. */
  private boolean isListedRule(Mention mention) {
    int line = lineStart(mention.from());
    if (!isItem(line)) {
      return false;
    }
    for (int lines = 0; lines < MOST_LINES && line > 0; lines++) {
      int end = line;
      line = lineStart(line - 1);
      if (end - line > 1 && !isItem(line)) {
        return isRuleHeading(line, end);
      }
    }
    return true;
  }

  private boolean isRuleHeading(int from, int end) {
    int start = Math.max(from, end - LONGEST_LINE);
    boolean because = false;
    boolean condition = false;
    for (int i = start; i < end; i++) {
      Token token = utterance.tokens().get(i);
      because |= token.is(WordClass.BECAUSE);
      condition |= token.is(WordClass.CONDITION) || token.is(WordClass.IF);
    }
    return condition && !because;
  }

  /** True where a line begins as a list item does. */
  boolean isItem(int line) {
    Token token = utterance.tokens().get(line);
    boolean bullet = token.is('-') || token.is('•') || token.is('–') || token.is('+');
    boolean numbered =
        token.kind() == Token.Kind.NUMBER
            && (utterance.is(line + 1, '.') || utterance.is(line + 1, ')'));
    return bullet || numbered || isStarred(line);
  }

  /** "* item": stars are no tokens, since they also make words bold. */
  private boolean isStarred(int line) {
    int start = utterance.tokens().get(line).start();
    int from = line == 0 ? 0 : utterance.tokens().get(line - 1).end();
    for (int i = from; i + 1 < start; i++) {
      if (utterance.text().charAt(i) == '*' && utterance.text().charAt(i + 1) == ' ') {
        return true;
      }
    }
    return false;
  }

  /** The first token of a line; looks a bounded way back. */
  private int lineStart(int token) {
    int i = token;
    int stop = Math.max(0, token - LONGEST_LINE * 2);
    while (i > stop && utterance.tokens().get(i - 1).kind() != Token.Kind.BREAK) {
      i--;
    }
    return i;
  }
}
