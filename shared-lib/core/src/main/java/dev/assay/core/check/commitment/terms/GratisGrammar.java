package dev.assay.core.check.commitment.terms;

import dev.assay.core.check.commitment.grammar.Phrases;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.text.WordClasses;
import dev.assay.core.check.commitment.value.Statement;
import dev.assay.core.check.commitment.value.Statement.Code;
import dev.assay.core.check.commitment.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What costs nothing: "shipping is free", "no cancellation fee", "you won't be charged anything for
 * the label".
 */
final class GratisGrammar {
  /** What a word must be to be a cue of these terms. */
  static final WordClasses STARTS =
      WordClasses.of(WordClass.FREE, WordClass.GRATIS, WordClass.CHARGE, WordClass.CHARGING);

  private static final int NOUN = 3;
  private static final int GAP = 5;

  private final Utterance utterance;
  private final Phrases phrases;
  private final ConditionGrammar conditions;

  GratisGrammar(Utterance utterance, Phrases phrases, ConditionGrammar conditions) {
    this.utterance = utterance;
    this.phrases = phrases;
    this.conditions = conditions;
  }

  /** The terms whose cue stands at token {@code i}, or null. */
  @Nullable Statement read(int i) {
    Token token = utterance.tokens().get(i);
    if (token.is(WordClass.FREE) || token.is(WordClass.GRATIS)) {
      return free(i);
    }
    Statement none = token.is(WordClass.CHARGE) ? noCharge(i) : null;
    return none == null && token.is(WordClass.CHARGING) ? notCharged(i) : none;
  }

  private @Nullable Statement free(int i) {
    Token token = utterance.tokens().get(i);
    int start = utterance.clauses().clauseStart(i);
    int clauseEnd = utterance.clauses().clauseEnd(i);
    if (token.joined() || isCounted(i)) {
      return null;
    }
    int end = i + 1;
    boolean ofCharge = utterance.is(end, WordClass.OF) && utterance.is(end + 1, WordClass.CHARGE);
    end = ofCharge ? end + 2 : end;
    boolean forFree = utterance.is(i - 1, WordClass.FOR);
    boolean strong = token.is(WordClass.GRATIS) || ofCharge || forFree;
    if (!strong && utterance.is(end, WordClass.TO)) {
      return null;
    }
    Statement first = firstPeriod(i, start, end, clauseEnd);
    if (first != null) {
      return first;
    }
    String about = own(token);
    about = about.isEmpty() ? phrases.topicAfter(end, Math.min(clauseEnd, end + NOUN)) : about;
    boolean predicate = strong || hasCopula(start, i);
    about = about.isEmpty() && predicate ? phrases.topicBefore(start, i) : about;
    return about.isEmpty() && !strong
        ? null
        : statement(Code.FREE, about, forFree ? i - 1 : i, end, i);
  }

  private boolean hasCopula(int start, int i) {
    int from = Math.max(start, i - NOUN);
    return utterance.before(WordClass.COPULA, from, i) >= 0
        || utterance.before(WordClass.BE, from, i) >= 0;
  }

  /** The topic that the cue itself names, as in "versandkostenfrei". */
  private static String own(Token token) {
    String code = token.code(WordClass.TOPIC);
    return code == null ? "" : code.replace('-', ' ');
  }

  /** "three free bags" is a quantity. */
  private boolean isCounted(int i) {
    return phrases.number(i - 1) != null && !utterance.is(i - 1, WordClass.ARTICLE);
  }

  /** "the first hour is free", "free for the first month". */
  private @Nullable Statement firstPeriod(int i, int start, int end, int clauseEnd) {
    int from = Math.max(start, i - GAP);
    Statement before = firstIn(from, i, i, end);
    return before != null ? before : firstIn(end, Math.min(clauseEnd, end + GAP), i, end);
  }

  private @Nullable Statement firstIn(int from, int to, int cue, int cueEnd) {
    for (int k = from; k < to; k++) {
      Token token = utterance.tokens().get(k);
      if (!token.is(WordClass.ORDINAL) || token.value(WordClass.ORDINAL) != 1) {
        continue;
      }
      Phrases.Stretch stretch = phrases.stretch(k + 1);
      Statement.Figure.Length length = stretch == null ? one(k + 1) : stretch.length();
      if (length != null) {
        return new Statement(
            Code.FREE,
            "first " + length.form(),
            conditions.around(cue),
            Math.min(k, cue),
            Math.max(cueEnd, stretch == null ? k + 2 : stretch.end()));
      }
    }
    return null;
  }

  private Statement.Figure.@Nullable Length one(int i) {
    Value.Span.Unit unit = i < utterance.size() ? Phrases.unit(utterance.tokens().get(i)) : null;
    return unit == null ? null : new Statement.Figure.Length(1, unit);
  }

  /** "no cancellation fee", "at no extra cost", "sin gastos de envío", "keine Stornogebühr". */
  private @Nullable Statement noCharge(int i) {
    int start = utterance.clauses().clauseStart(i);
    int none = none(i, start);
    if (none < 0 || utterance.is(i + 1, WordClass.WAIVE)) {
      return null;
    }
    int clauseEnd = utterance.clauses().clauseEnd(i);
    String about = phrases.topicBefore(none + 1, i + 1);
    about = about.isEmpty() ? phrases.topicAfter(i + 1, Math.min(clauseEnd, i + 1 + GAP)) : about;
    about = about.isEmpty() ? phrases.topicBefore(start, none) : about;
    boolean fee = "fee".equals(utterance.tokens().get(i).code(WordClass.CHARGE));
    return statement(fee ? Code.NO_FEE : Code.FREE, about, negation(none, start), i + 1, i);
  }

  /**
   * The word that denies the charge at {@code i}, with nothing but a noun phrase between; or -1.
   */
  private int none(int i, int start) {
    int unknown = 0;
    boolean exists = false;
    for (int k = i - 1; k >= Math.max(start, i - GAP); k--) {
      Token token = utterance.tokens().get(k);
      if (token.is(WordClass.NONE)) {
        return k;
      }
      boolean verb = exists || utterance.is(k + 1, WordClass.OF);
      if (verb && token.is(WordClass.NEGATOR)) {
        return k;
      }
      exists |= token.is(WordClass.EXISTS);
      boolean any = token.is(WordClass.ANY);
      if (any && utterance.before(WordClass.NEGATOR, Math.max(start, k - NOUN), k) >= 0) {
        return utterance.before(WordClass.NEGATOR, Math.max(start, k - NOUN), k);
      }
      boolean noun =
          any
              || token.is(WordClass.EXISTS)
              || token.is(WordClass.TOPIC)
              || token.is(WordClass.EXTRA)
              || token.is(WordClass.OF);
      if (token.kind() != Token.Kind.WORD || (!noun && ++unknown > 1)) {
        return -1;
      }
    }
    return -1;
  }

  /** "you won't be charged anything for the return label", "kostet nichts". */
  private @Nullable Statement notCharged(int i) {
    int start = utterance.clauses().clauseStart(i);
    int end = utterance.clauses().clauseEnd(i);
    int not = utterance.before(WordClass.NEGATOR, Math.max(start, i - GAP), i);
    int nothing = utterance.after(WordClass.ANYTHING, i + 1, Math.min(end, i + 1 + NOUN));
    int nothingBefore = utterance.before(WordClass.ANYTHING, Math.max(start, i - GAP), i);
    int from = not >= 0 ? not : nothingBefore >= 0 ? nothingBefore : nothing >= 0 ? i : -1;
    boolean past = from < 0 || isPast(Math.min(from, i), i);
    if (past || utterance.after(WordClass.IF, i + 1, utterance.clauses().sentenceEnd(i)) >= 0) {
      return null;
    }
    String about = phrases.topicAfter(i + 1, end);
    boolean extra = utterance.is(i + 1, WordClass.EXTRA);
    boolean purpose = !phrases.topicAfter(i + 1, Math.min(end, i + GAP)).isEmpty();
    if (nothing < 0 && nothingBefore < 0 && !extra && !purpose) {
      return null;
    }
    about = about.isEmpty() ? phrases.topicBefore(start, i) : about;
    int last = Math.max(i, Math.max(nothing, extra ? i + 1 : i));
    return statement(Code.FREE, about, negation(Math.min(from, i), start), last + 1, i);
  }

  /** French denies in two words: "n'y a pas". */
  private int negation(int from, int start) {
    int first = utterance.before(WordClass.NEGATOR, Math.max(start, from - NOUN), from);
    return first < 0 ? from : first;
  }

  private boolean isPast(int from, int to) {
    int start = Math.max(0, from - 1);
    return utterance.after(WordClass.HAVE, start, to) >= 0
        || utterance.after(WordClass.WERE, start, to) >= 0
        || utterance.after(WordClass.BEEN, start, to) >= 0;
  }

  private Statement statement(Code code, String about, int from, int end, int cue) {
    return new Statement(code, about, conditions.around(cue), from, end);
  }
}
