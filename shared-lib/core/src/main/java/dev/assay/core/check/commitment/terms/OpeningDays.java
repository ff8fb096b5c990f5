package dev.assay.core.check.commitment.terms;

import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Days in opening hours: "Mon-Fri", "this Sunday", "tonight", "weekends". */
final class OpeningDays {
  private static final int MOST = 7;

  private final Utterance utterance;
  private final LocalDate today;

  OpeningDays(Utterance utterance, LocalDate today) {
    this.utterance = utterance;
    this.today = today;
  }

  /**
   * Some days of the week.
   *
   * @param date where one certain day was meant
   */
  record Days(Set<Integer> weekdays, @Nullable LocalDate date, int from, int end) {
    Days {
      weekdays = Set.copyOf(weekdays);
    }

    /** {@code 2026-03-01}, or {@code MO-FR}. */
    String form() {
      LocalDate one = date;
      if (one != null) {
        return one.toString();
      }
      TreeSet<Integer> sorted = new TreeSet<>(weekdays);
      int first = sorted.first();
      int last = sorted.last();
      boolean run = last - first + 1 == sorted.size();
      if (run) {
        return first == last ? code(first) : code(first) + "-" + code(last);
      }
      StringBuilder codes = new StringBuilder();
      sorted.forEach(day -> codes.append(codes.isEmpty() ? "" : ",").append(code(day)));
      return codes.toString();
    }

    private static String code(int day) {
      return DayOfWeek.of(day).name().substring(0, 2);
    }
  }

  /** The days at token {@code i}, or null. */
  @Nullable Days read(int i) {
    if (i < 0 || i >= utterance.size()) {
      return null;
    }
    Token token = utterance.tokens().get(i);
    if (token.kind() == Token.Kind.DATE) {
      return date(LocalDate.ofEpochDay(token.value()), i, i + 1);
    }
    if (token.is(WordClass.RELATIVE_DAY)) {
      return date(today.plusDays(token.value(WordClass.RELATIVE_DAY)), i, i + 1);
    }
    if (token.is(WordClass.DAYS)) {
      return several(token, i);
    }
    boolean lead = token.is(WordClass.THIS) && utterance.is(i + 1, WordClass.WEEKDAY);
    int at = lead ? i + 1 : i;
    return utterance.is(at, WordClass.DAYNAME) ? named(i, at, lead) : null;
  }

  private static Days date(LocalDate date, int from, int end) {
    return new Days(Set.of(date.getDayOfWeek().getValue()), date, from, end);
  }

  private static Days several(Token token, int i) {
    Set<Integer> days =
        switch ((int) token.value(WordClass.DAYS)) {
          case 5 -> Set.of(1, 2, 3, 4, 5);
          case 2 -> Set.of(6, 7);
          default -> Set.of(1, 2, 3, 4, 5, 6, 7);
        };
    return new Days(days, null, i, i + 1);
  }

  private Days named(int from, int at, boolean coming) {
    Set<Integer> days = new TreeSet<>();
    int last = day(at);
    days.add(last);
    int end = at + 1;
    for (int n = 0; n < MOST; n++) {
      int next = end;
      boolean range = isRange(next);
      next += range ? 1 : 0;
      boolean list = !range && (utterance.is(next, ',') || utterance.is(next, WordClass.AND));
      next += list ? 1 : 0;
      boolean joined = next < utterance.size() && utterance.tokens().get(next).joined();
      if (!utterance.is(next, WordClass.DAYNAME) || !(range || list || joined)) {
        break;
      }
      int day = day(next);
      for (int d = last; (range || joined) && d != day; d = d % MOST + 1) {
        days.add(d);
      }
      days.add(day);
      last = day;
      end = next + 1;
    }
    boolean one = days.size() == 1 && (coming || utterance.is(at, WordClass.WEEKDAY));
    LocalDate date = one ? today.with(TemporalAdjusters.nextOrSame(DayOfWeek.of(last))) : null;
    return new Days(days, date, from, end);
  }

  private boolean isRange(int i) {
    return utterance.is(i, '-')
        || utterance.is(i, '–')
        || utterance.is(i, WordClass.TO)
        || utterance.is(i, WordClass.UNTIL)
        || utterance.is(i, WordClass.AT);
  }

  private int day(int i) {
    return (int) utterance.tokens().get(i).value(WordClass.DAYNAME);
  }
}
