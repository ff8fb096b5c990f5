package dev.assay.core.check.commitment.terms;

import dev.assay.core.check.commitment.grammar.Phrases;
import dev.assay.core.check.commitment.grammar.Phrases.Stretch;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.MentionMap;
import dev.assay.core.check.commitment.value.Statement.Condition;
import dev.assay.core.check.commitment.value.Statement.Condition.Kind;
import dev.assay.core.check.commitment.value.Value.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Under what conditions a sentence grants something: a total, a window, a level, a reason. */
final class ConditionGrammar {
  private static final int NEAR = 3;
  private static final int REACH = 7;

  /** Longer sentences are read up to here, which keeps reading linear. */
  private static final int LONGEST = 80;

  private final Utterance utterance;
  private final Phrases phrases;
  private final MentionMap mentions;
  private int readFrom = -1;
  private List<Condition> read = List.of();

  ConditionGrammar(Utterance utterance, Phrases phrases, MentionMap mentions) {
    this.utterance = utterance;
    this.phrases = phrases;
    this.mentions = mentions;
  }

  /** The conditions in the sentence of a token. */
  List<Condition> around(int token) {
    int from = utterance.clauses().sentenceStart(token);
    if (from != readFrom) {
      readFrom = from;
      read = conditions(from, Math.min(utterance.clauses().sentenceEnd(token), from + LONGEST));
    }
    return read;
  }

  private List<Condition> conditions(int from, int to) {
    List<Condition> found = new ArrayList<>();
    StringBuilder reasons = new StringBuilder();
    boolean open = false;
    for (int i = from; i < to; i++) {
      Token token = utterance.tokens().get(i);
      Condition one = token.word() == null ? total(i, from) : atWord(i, from, to);
      if (one == null && token.kind() == Token.Kind.NUMBER) {
        one = window(i, from, to);
      }
      if (one != null) {
        found.add(one);
      }
      String reason = token.code(WordClass.REASON);
      if (reason != null) {
        reasons.append(reasons.isEmpty() ? "" : "|").append(reason);
      }
      open |= token.is(WordClass.IF) && !token.is(WordClass.AHEAD);
    }
    if (!reasons.isEmpty()) {
      found.add(new Condition(Kind.REASON, 0, reasons.toString()));
    }
    if (open && found.isEmpty()) {
      found.add(new Condition(Kind.OTHER, 0, ""));
    }
    return found;
  }

  private @Nullable Condition atWord(int i, int from, int to) {
    Token token = utterance.tokens().get(i);
    Condition total = total(i, from);
    if (total != null) {
      return total;
    }
    String level = token.code(WordClass.LEVEL);
    if (level != null && utterance.after(WordClass.MEMBER, i + 1, Math.min(to, i + NEAR)) >= 0) {
      return new Condition(Kind.LEVEL, 0, level);
    }
    String cabin = cabin(i);
    if (cabin != null) {
      return new Condition(Kind.CABIN, 0, cabin);
    }
    if (token.is(WordClass.INSURANCE)) {
      int start = Math.max(from, i - NEAR);
      boolean none =
          utterance.before(WordClass.NONE, start, i) >= 0
              || utterance.before(WordClass.NEGATOR, start, i) >= 0;
      return new Condition(Kind.INSURANCE, 0, none ? "no" : "yes");
    }
    return window(i, from, to);
  }

  /** "basic economy", "business" but not "business days"; null where none begins here. */
  private @Nullable String cabin(int i) {
    String cabin = utterance.tokens().get(i).code(WordClass.CABIN);
    if (cabin == null || utterance.is(i + 1, WordClass.SPAN)) {
      return null;
    }
    boolean second = utterance.is(i - 1, WordClass.CABIN) && isBasic(i - 1);
    if (second) {
      return null;
    }
    return isBasic(i) ? utterance.is(i + 1, WordClass.CABIN) ? "basic economy" : null : cabin;
  }

  private boolean isBasic(int i) {
    return "basic".equals(utterance.tokens().get(i).code(WordClass.CABIN));
  }

  /** "over $50", "ab 29 €", "$50 or more". */
  private @Nullable Condition total(int i, int from) {
    Mention mention = mentions.at(i);
    if (mention == null || mention.from() != i || !(mention.value() instanceof Money money)) {
      return null;
    }
    int start = Math.max(from, i - NEAR);
    boolean less = utterance.before(WordClass.BELOW, start, i) >= 0;
    int end = Math.min(utterance.size(), mention.end() + 2);
    boolean least =
        utterance.before(WordClass.THRESHOLD, start, i) >= 0
            || utterance.after(WordClass.THRESHOLD, mention.end(), end) >= 0
            || utterance.is(mention.end(), '+');
    return less || least
        ? new Condition(less ? Kind.MAX_TOTAL : Kind.MIN_TOTAL, money.readings().getFirst(), "")
        : null;
  }

  /** "within 24 hours of booking", "24 hours to cancel", "up to 48 hours before arrival". */
  private @Nullable Condition window(int i, int from, int to) {
    Stretch stretch = phrases.stretch(i);
    if (stretch == null) {
      return null;
    }
    long minutes = stretch.length().minutes();
    if (utterance.after(WordClass.AHEAD, stretch.end(), Math.min(to, stretch.end() + 2)) >= 0) {
      return new Condition(Kind.AHEAD, minutes, "");
    }
    int before = utterance.before(WordClass.CANCEL, Math.max(from, i - REACH), i);
    int after =
        utterance.after(WordClass.CANCEL, stretch.end(), Math.min(to, stretch.end() + NEAR));
    boolean cancel = (before >= 0 && !hasRefund(before, i)) || after >= 0;
    cancel |= isAfterBooking(stretch.end(), Math.min(to, stretch.end() + NEAR));
    return cancel ? new Condition(Kind.WITHIN, minutes, "") : null;
  }

  /** "of booking", "after purchase". */
  private boolean isAfterBooking(int from, int to) {
    for (int i = from; i < to; i++) {
      Token token = utterance.tokens().get(i);
      if (token.is(WordClass.BUY) || "booking".equals(token.code(WordClass.TOPIC))) {
        return true;
      }
    }
    return false;
  }

  private boolean hasRefund(int from, int to) {
    return utterance.after(WordClass.REFUND, from, to) >= 0;
  }

  /** Where the window of a sentence stands, so that it belongs to the terms; null for none. */
  @Nullable Stretch windowAt(int token) {
    int from = utterance.clauses().sentenceStart(token);
    int to = Math.min(utterance.clauses().sentenceEnd(token), from + LONGEST);
    for (int i = from; i < to; i++) {
      if (window(i, from, to) != null) {
        return phrases.stretch(i);
      }
    }
    return null;
  }
}
