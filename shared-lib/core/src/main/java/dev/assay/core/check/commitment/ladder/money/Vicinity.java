package dev.assay.core.check.commitment.ladder.money;

import dev.assay.core.check.commitment.claim.Turn;
import dev.assay.core.check.commitment.evidence.Owners;
import dev.assay.core.check.commitment.evidence.Owners.Naming;
import dev.assay.core.check.commitment.evidence.Owners.Term;
import dev.assay.core.check.commitment.text.Outline;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the words around an amount name, nearest first: its own part of the clause, then what leads
 * the sentence, then the lines that announce it. Lines and sentences with amounts of their own
 * speak of something else and are passed over.
 */
final class Vicinity {
  private static final int MOST_LEVELS = 8;

  private static final int MOST_STEPS = 4;
  private static final int NEAR = 4;
  private static final int AROUND = 90;

  /** A paragraph is searched this many tokens back. */
  private static final int REACH = 60;

  private final Turn turn;
  private final Utterance utterance;
  private final Owners owners;
  private final List<Level> levels = new ArrayList<>();
  private final int from;
  private final int end;
  private boolean inPlace;
  private final List<Term> clause = new ArrayList<>();

  /** The terms of one place, each once; bits stand for them in their order. */
  static final class Level {
    private final List<Term> terms = new ArrayList<>();
    private long ids;
    private long codes;

    private void add(Term term) {
      int at = terms.size();
      if (at < Long.SIZE && !terms.contains(term)) {
        terms.add(term);
        ids |= term.hasDigit() ? 1L << at : 0;
        codes |= term.isCode() ? 1L << at : 0;
      }
    }

    List<Term> terms() {
      return terms;
    }

    /** The bits of IDs and sizes. */
    long ids() {
      return ids;
    }

    /** The bits of codes that are of one thing only. */
    long codes() {
      return codes;
    }
  }

  Vicinity(Turn turn, Owners owners, int from, int end) {
    this.turn = turn;
    this.utterance = turn.utterance();
    this.owners = owners;
    this.from = from;
    this.end = end;
    Outline outline = turn.outline();
    int line = outline.line(from);
    if (outline.isRow(line)) {
      row(outline, line, from, end);
    } else {
      sentence(outline, line, from, end);
    }
  }

  /** True where the amount's own part of its clause names something. */
  boolean isNamedInPlace() {
    return inPlace;
  }

  /** What its own clause names, and what stands before its bracket or colon. */
  List<Term> ofClause() {
    return clause;
  }

  /** The IDs a little further off, before and behind: the details of an offer often follow it. */
  Set<Term> idsAround() {
    Set<Term> ids = new LinkedHashSet<>();
    for (Naming naming :
        owners.named(utterance, from - AROUND, Math.min(end + AROUND, utterance.size()))) {
      if (naming.term().hasDigit() && !turn.isValue(naming.at())) {
        ids.add(naming.term());
      }
    }
    return ids;
  }

  /** The places, nearest first; none is empty. */
  List<Level> levels() {
    return levels;
  }

  private void row(Outline outline, int line, int from, int end) {
    Level cell = new Level();
    int[] header = outline.headerCell(line, from);
    add(header[0], header[1], cell);
    int cellStart = from;
    while (cellStart > outline.from(line) && !utterance.is(cellStart - 1, '|')) {
      cellStart--;
    }
    add(cellStart, from, cell);
    int cellEnd = end;
    while (cellEnd < outline.end(line) && !utterance.is(cellEnd, '|')) {
      cellEnd++;
    }
    add(end, cellEnd, cell);
    inPlace = close(cell);
    clause.addAll(cell.terms());
    Level rest = new Level();
    add(outline.from(line), cellStart, rest);
    close(rest);
    above(outline, outline.header(line));
  }

  private void sentence(Outline outline, int line, int from, int end) {
    int start = Math.max(utterance.clauses().sentenceStart(from), outline.from(line));
    int stop = Math.min(utterance.clauses().sentenceEnd(from), outline.end(line));
    int before = turn.moneyEndBefore(from);
    int after = turn.moneyStartAfter(end);
    Level own = new Level();
    add(before > start ? afterBracket(before, from) : start, from, own);
    add(end, Math.min(behind(end, stop), after), own);
    inPlace = close(own);
    Level part = new Level();
    add(Math.max(start, head(from, start)), Math.min(behind(end, stop), after), part);
    clause.addAll(part.terms());
    if (before > start) {
      Level lead = new Level();
      add(start, turn.moneyStartAfter(start), lead);
      if (!inPlace) {
        return;
      }
      close(lead);
    }
    earlierSentences(outline.from(line), start);
    above(outline, line);
  }

  /** Where the clause begins that leads to an amount: "the lamp (now $30)", "Lamp (blue): $30". */
  private int head(int from, int start) {
    int head = utterance.clauses().clauseStart(from);
    for (int i = 0; i < MOST_STEPS && head - 1 > start; i++) {
      if (utterance.is(head - 1, ')')) {
        head = opening(head - 1, start);
      } else if (!opensPart(head - 1)) {
        return head;
      }
      head = head - 2 < start ? start : utterance.clauses().clauseStart(head - 2);
    }
    return head;
  }

  private boolean opensPart(int i) {
    return utterance.is(i, '(')
        || utterance.is(i, ':')
        || utterance.is(i, '–')
        || utterance.is(i, '—');
  }

  private int opening(int bracket, int start) {
    int open = bracket;
    while (open > Math.max(start, bracket - REACH) && !utterance.is(open, '(')) {
      open--;
    }
    return open;
  }

  /** A bracket right behind an amount is about that amount: "your $30 lamp (item 7) for". */
  private int afterBracket(int before, int from) {
    for (int i = before; i < Math.min(from, before + NEAR); i++) {
      if (utterance.is(i, WordClass.AND) || utterance.is(i, ',')) {
        return before;
      }
      if (utterance.is(i, '(')) {
        int close = i;
        while (close < Math.min(from, i + REACH) && !utterance.is(close, ')')) {
          close++;
        }
        return close < from && utterance.is(close, ')') ? close + 1 : before;
      }
    }
    return before;
  }

  /** Behind an amount the rest of its clause is about it, and a bracket that opens there. */
  private int behind(int end, int stop) {
    if (end >= stop) {
      return stop;
    }
    int next = utterance.is(end, '(') ? end : utterance.clauses().clauseEnd(end) - 1;
    int and = utterance.after(WordClass.AND, end, Math.min(next, stop));
    if (and >= 0) {
      return and;
    }
    boolean bracket = utterance.is(next, '(') && next + 1 < stop;
    return Math.min(stop, bracket ? utterance.clauses().clauseEnd(next + 1) : next + 1);
  }

  private void earlierSentences(int lineStart, int sentence) {
    int at = sentence - 1;
    while (at >= Math.max(lineStart, sentence - REACH)) {
      int start = Math.max(lineStart, utterance.clauses().sentenceStart(at));
      open(start, at + 1);
      at = start - 1;
    }
  }

  private void above(Outline outline, int line) {
    for (int other : outline.above(line)) {
      open(outline.from(other), outline.end(other));
    }
  }

  /** A level of a stretch, unless an amount stands in it. */
  private void open(int from, int end) {
    if (turn.moneyStartAfter(from) >= end) {
      Level level = new Level();
      add(from, end, level);
      close(level);
    }
  }

  private boolean close(Level level) {
    boolean named = !level.terms().isEmpty();
    if (named && levels.size() < MOST_LEVELS) {
      levels.add(level);
    }
    return named;
  }

  /** Words of dates, times and durations are values, not names: "5 business days". */
  private void add(int from, int end, Level level) {
    for (Naming naming : owners.named(utterance, Math.max(from, end - REACH), end)) {
      if (!utterance.is(naming.at() + 1, WordClass.PERIOD) && !turn.isValue(naming.at())) {
        level.add(naming.term());
      }
    }
  }
}
