package dev.assay.core.check.commitment.terms;

import dev.assay.core.check.commitment.grammar.Phrases;
import dev.assay.core.check.commitment.grammar.Phrases.Stretch;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.text.WordClasses;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.MentionMap;
import dev.assay.core.check.commitment.value.Statement;
import dev.assay.core.check.commitment.value.Statement.Code;
import dev.assay.core.check.commitment.value.Statement.Condition;
import dev.assay.core.check.commitment.value.Statement.Figure;
import dev.assay.core.check.commitment.value.Value.Percent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is paid back: "a full refund", "50% is refundable", "this fare is refundable". */
final class RefundTerms {
  /** What a word must be to be a cue of these terms. */
  static final WordClasses STARTS = WordClasses.of(WordClass.REFUND);

  private static final int NEAR = 3;
  private static final int REACH = 6;

  private final Utterance utterance;
  private final Phrases phrases;
  private final MentionMap mentions;
  private final ConditionGrammar conditions;

  RefundTerms(
      Utterance utterance, Phrases phrases, MentionMap mentions, ConditionGrammar conditions) {
    this.utterance = utterance;
    this.phrases = phrases;
    this.mentions = mentions;
    this.conditions = conditions;
  }

  /** The terms whose cue, a word for paying back, stands at token {@code i}; or null. */
  @Nullable Statement read(int i) {
    if (!utterance.is(i, WordClass.REFUND)) {
      return null;
    }
    int start = utterance.clauses().clauseStart(i);
    int end = utterance.clauses().clauseEnd(i);
    Statement share = share(i, start, end);
    if (share != null) {
      return share;
    }
    int full = full(i, start, end);
    boolean amount = full >= 0 && mentions.at(full + 1) != null;
    if (full >= 0 && (amount || isDone(i, start))) {
      return null;
    }
    if (full >= 0) {
      return full(i, full, start, end);
    }
    return utterance.is(i, WordClass.REFUNDABLE) ? refundable(i, start) : null;
  }

  /** "I've refunded the full amount" is a deed. */
  private boolean isDone(int i, int start) {
    return utterance.is(i, WordClass.DONE)
        && (utterance.before(WordClass.HAVE, start, i) >= 0
            || utterance.before(WordClass.WERE, start, i) >= 0);
  }

  private int full(int i, int start, int end) {
    int before = utterance.before(WordClass.FULL, Math.max(start, i - NEAR), i);
    return before >= 0
        ? before
        : utterance.after(WordClass.FULL, i + 1, Math.min(end, i + 1 + NEAR));
  }

  private Statement full(int refund, int full, int start, int end) {
    int from = Math.min(refund, full);
    int to = Math.max(refund, full) + 1;
    String about = thing(phrases.topicBefore(start, from));
    about = about.isEmpty() ? thing(phrases.topicAfter(to, end)) : about;
    List<Condition> all = conditions.around(refund);
    Stretch window = all.isEmpty() ? null : conditions.windowAt(refund);
    if (window != null) {
      from = Math.min(from, window.from());
      to = Math.max(to, window.end());
    }
    return new Statement(
        Code.FULL_REFUND,
        about,
        isGranted(start, Math.min(refund, full)),
        true,
        all,
        null,
        from,
        to);
  }

  /** Only things that are paid back apart from the order itself. */
  private static String thing(String topic) {
    return switch (topic) {
      case "deposit", "certificate", "shipping" -> topic;
      default -> "";
    };
  }

  /** "50% is refundable", "100% back", "a refund of 50%"; a fee that is kept back is none. */
  private @Nullable Statement share(int i, int start, int end) {
    Mention before = mentions.percent(Math.max(start, i - REACH), i);
    Mention mention = before != null ? before : mentions.percent(i + 1, Math.min(end, i + NEAR));
    if (mention == null || !(mention.value() instanceof Percent percent)) {
      return null;
    }
    int stop = Math.min(end, mention.end() + NEAR);
    boolean other =
        utterance.after(WordClass.CHARGE, mention.end(), stop) >= 0
            || utterance.after(WordClass.DISCOUNT, mention.end(), stop) >= 0
            || utterance.after(WordClass.RATE, mention.end(), stop) >= 0;
    int from = Math.min(mention.from(), i);
    return other
        ? null
        : new Statement(
            Code.REFUND,
            "",
            isGranted(start, from),
            true,
            conditions.around(i),
            new Figure.Share(percent.share()),
            from,
            Math.max(mention.end(), i + 1));
  }

  private Statement refundable(int i, int start) {
    String about = thing(phrases.topicBefore(start, i));
    boolean granted = isGranted(start, i) && !utterance.tokens().get(i).joined();
    int be = utterance.before(WordClass.BE, start, i);
    boolean sure = granted || isPlainSubject(be < 0 ? i : be, start);
    return new Statement(
        Code.REFUNDABLE, about, granted, sure, conditions.around(i), null, i, i + 1);
  }

  /** "Tickets are …", "the booking is …": with an adjective it is about some of them only. */
  private boolean isPlainSubject(int be, int start) {
    int noun = be - 1;
    boolean known =
        utterance.is(noun, WordClass.CASE)
            || utterance.is(noun, WordClass.COUNTED)
            || utterance.is(noun, WordClass.TOPIC);
    boolean plain = noun <= start || utterance.is(noun - 1, WordClass.DEFINITE);
    return known && plain;
  }

  private boolean isGranted(int start, int cue) {
    return utterance.before(WordClass.NEGATOR, start, cue) < 0
        && utterance.before(WordClass.NONE, start, cue) < 0;
  }
}
