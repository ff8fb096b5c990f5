package dev.assay.core.check.commitment.terms;

import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Trait;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.text.WordClasses;
import dev.assay.core.check.commitment.value.Statement;
import dev.assay.core.check.commitment.value.Statement.Code;
import dev.assay.core.check.commitment.value.Statement.Figure.Opening;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opening hours, as a sentence ("we're open until 9 tonight") or as a table of days. */
public final class HoursGrammar {
  /** What a word must be to be a cue of these terms. */
  static final WordClasses STARTS =
      WordClasses.of(
          WordClass.OPENING_HOURS,
          WordClass.OPENS,
          WordClass.CLOSES,
          WordClass.OPEN,
          WordClass.CLOSED);

  private static final int NEAR = 4;

  /** A week has seven lines. */
  private static final int MOST_LINES = 8;

  private static final int LONGEST = 120;

  private final Utterance utterance;
  private final LocalDate today;
  private @Nullable OpeningDays days;
  private @Nullable OpeningTimes times;

  public HoursGrammar(Utterance utterance, LocalDate today) {
    this.utterance = utterance;
    this.today = today;
  }

  /** Days and times that belong together, with their place. */
  private record Group(
      OpeningDays.@Nullable Days days, OpeningTimes.@Nullable Hours hours, int from, int end) {}

  /** What the sentence around a cue word says of opening hours; empty where it says nothing. */
  List<Statement> read(int i) {
    Token token = utterance.tokens().get(i);
    if (token.is(WordClass.OPENING_HOURS)) {
      boolean counted = i > 0 && utterance.tokens().get(i - 1).kind() == Token.Kind.NUMBER;
      return counted ? List.of() : statements(table(i + 1, end(i)), false);
    }
    if (token.is(WordClass.OPENS) || token.is(WordClass.CLOSES)) {
      return single(i, token.is(WordClass.OPENS));
    }
    boolean closed = token.is(WordClass.CLOSED);
    return (token.is(WordClass.OPEN) || closed) && isState(i) ? state(i, closed) : List.of();
  }

  /** A text that is known to be about opening hours. */
  public List<Statement> table() {
    return statements(table(0, Math.min(utterance.size(), LONGEST)), true);
  }

  /** To the end of the sentence and of the lines below that begin with a day. */
  private int end(int i) {
    int end = utterance.clauses().sentenceEnd(i);
    for (int line = 0; line < MOST_LINES; line++) {
      int next = end;
      while (next < utterance.size() && utterance.tokens().get(next).word() == null) {
        boolean bullet =
            utterance.tokens().get(next).kind() == Token.Kind.BREAK
                || utterance.is(next, '-')
                || utterance.is(next, '•');
        if (!bullet || next > end + 3) {
          return Math.min(end, i + LONGEST);
        }
        next++;
      }
      if (!utterance.is(next, WordClass.DAYNAME) && !utterance.is(next, WordClass.DAYS)) {
        break;
      }
      end = utterance.clauses().sentenceEnd(next);
    }
    return Math.min(end, i + LONGEST);
  }

  private boolean isState(int i) {
    int from = Math.max(utterance.clauses().sentenceStart(i), i - 2);
    boolean be =
        utterance.before(WordClass.BE, from, i) >= 0
            || utterance.before(WordClass.COPULA, from, i) >= 0;
    boolean was = utterance.before(WordClass.WERE, from, i) >= 0;
    boolean verbLess =
        utterance.is(i, WordClass.OPEN) && !utterance.lexicon().language().startsWith("en");
    return !was && (be || verbLess || utterance.lexicon().has(Trait.INVERTED) || isFirst(i));
  }

  private boolean isFirst(int i) {
    return utterance.clauses().clauseStart(i) == i;
  }

  private List<Statement> state(int i, boolean closed) {
    int start = utterance.clauses().sentenceStart(i);
    int end = Math.min(end(i), start + LONGEST);
    if (closed) {
      OpeningDays.Days day = dayNear(i, start, end);
      return day == null
          ? List.of()
          : List.of(
              statement(new Group(day, null, Math.min(i, day.from()), Math.max(i + 1, day.end()))));
    }
    List<Group> groups = table(start, end);
    if (!groups.isEmpty()) {
      return statements(groups, false);
    }
    OpeningDays.Days day = days().read(utterance.is(i + 1, WordClass.ON) ? i + 2 : i + 1);
    return day == null
        ? List.of()
        : List.of(
            hours(
                new Opening(day.weekdays(), List.of(), List.of(), false, day.form()),
                i,
                day.end()));
  }

  private OpeningDays.@Nullable Days dayNear(int i, int start, int end) {
    for (int k = Math.max(start, i - NEAR); k < Math.min(end, i + NEAR); k++) {
      OpeningDays.Days day = days().read(k);
      if (day != null) {
        return day;
      }
    }
    return null;
  }

  /** "We close at 9", "abrimos a las 9". */
  private List<Statement> single(int i, boolean opens) {
    int start = utterance.clauses().sentenceStart(i);
    int end = utterance.clauses().sentenceEnd(i);
    List<Group> groups = table(i + 1, Math.min(end, i + LONGEST));
    if (!groups.isEmpty()) {
      return statements(groups, false);
    }
    for (int k = i + 1; k < Math.min(end, i + NEAR); k++) {
      OpeningTimes.Hours hours = times().single(k, opens);
      if (hours != null) {
        OpeningDays.Days day = dayNear(hours.end() + 1, Math.max(start, hours.end()), end);
        int last = day == null ? hours.end() : day.end();
        return List.of(statement(new Group(day, hours, i, last)));
      }
      boolean filler = utterance.is(k, WordClass.AT) || utterance.is(k, WordClass.ON);
      if (!filler && days().read(k) == null) {
        break;
      }
    }
    return List.of();
  }

  /** The groups of days and hours in [from, to). */
  private List<Group> table(int from, int to) {
    List<Group> groups = new ArrayList<>();
    OpeningDays.Days pending = null;
    int i = from;
    while (i < to) {
      OpeningDays.Days day = days().read(i);
      OpeningTimes.Hours hours = day == null ? times().interval(i) : null;
      boolean closed = pending != null && utterance.is(i, WordClass.CLOSED);
      if (day != null) {
        pending = day;
        i = day.end();
      } else if (hours != null || closed) {
        int end = hours == null ? i + 1 : hours.end();
        OpeningDays.Days own = pending != null || hours == null ? pending : after(end, to);
        int first = own == null ? i : Math.min(own.from(), i);
        int last = own == null ? end : Math.max(own.end(), end);
        groups.add(new Group(own, hours, first, last));
        pending = null;
        i = last;
      } else {
        i++;
      }
    }
    return groups;
  }

  /** "from 9 to 6 on Sunday", "until 9 tonight". */
  private OpeningDays.@Nullable Days after(int i, int to) {
    if (utterance.is(i - 1, WordClass.RELATIVE_DAY)) {
      return days().read(i - 1);
    }
    int at = i;
    while (at < i + 2 && (utterance.is(at, WordClass.ON) || utterance.is(at, WordClass.DEFINITE))) {
      at++;
    }
    return at < to ? days().read(at) : null;
  }

  private List<Statement> statements(List<Group> groups, boolean all) {
    List<Statement> found = new ArrayList<>();
    for (Group group : groups) {
      if (all || group.hours() != null || group.days() != null) {
        found.add(statement(group));
      }
    }
    return found;
  }

  private Statement statement(Group group) {
    OpeningDays.Days day = group.days();
    OpeningTimes.Hours hours = group.hours();
    Set<Integer> weekdays = day == null ? Set.of() : day.weekdays();
    List<LocalTime> opens = hours == null ? List.of() : hours.opens();
    List<LocalTime> closes = hours == null ? List.of() : hours.closes();
    Opening opening = new Opening(weekdays, opens, closes, hours == null, form(day, hours));
    return hours(opening, group.from(), group.end());
  }

  private static Statement hours(Opening opening, int from, int end) {
    return new Statement(Code.HOURS, "", true, true, List.of(), opening, from, end);
  }

  private static String form(OpeningDays.@Nullable Days day, OpeningTimes.@Nullable Hours hours) {
    String when = day == null ? "" : day.form();
    if (hours == null) {
      return ("closed " + when).strip();
    }
    String opens = joined(hours.opens());
    String closes = joined(hours.closes());
    if (hours.opens().isEmpty() || hours.closes().isEmpty()) {
      String one = hours.opens().isEmpty() ? "close " + closes : "open " + opens;
      return (one + " " + when).strip();
    }
    boolean date = day != null && day.date() != null;
    return date ? when + opens + "/" + when + closes : (when + " " + opens + "/" + closes).strip();
  }

  private static String joined(List<LocalTime> readings) {
    return readings.isEmpty() ? "" : "T" + readings.getFirst();
  }

  private OpeningDays days() {
    OpeningDays known = days;
    if (known == null) {
      known = new OpeningDays(utterance, today);
      days = known;
    }
    return known;
  }

  private OpeningTimes times() {
    OpeningTimes known = times;
    if (known == null) {
      known = new OpeningTimes(utterance);
      times = known;
    }
    return known;
  }
}
