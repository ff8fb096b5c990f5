package dev.assay.core.judge.evidence;

import dev.assay.core.judge.evidence.Mention.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes one date of a day, a month's name and a year that stand together. */
final class Neighbours {
  private static final Set<String> BETWEEN = Set.of("de", "del", "of", "du");

  /** Characters between two parts of a date: {@code " de "}, {@code "th, "}. */
  private static final int FARTHEST = 5;

  private final String text;
  private final List<Mention> mentions;

  private Neighbours(String text, List<Mention> mentions) {
    this.text = text;
    this.mentions = mentions;
  }

  static List<Mention> joined(String text, List<Mention> mentions) {
    Neighbours neighbours = new Neighbours(text, mentions);
    List<Mention> joined = new ArrayList<>(mentions.size());
    int i = 0;
    while (i < mentions.size()) {
      Mention date = neighbours.dateAt(i);
      joined.add(date == null ? mentions.get(i) : date);
      i++;
      while (date != null && i < mentions.size() && mentions.get(i).start() < date.end()) {
        i++;
      }
    }
    return joined;
  }

  private @Nullable Mention dateAt(int first) {
    int month = month(first);
    if (month > 0) {
      return date(month, day(first + 1), first, first + 1);
    }
    int day = day(first);
    int second = day == 0 ? mentions.size() : pastBetween(first + 1);
    return date(month(second), day, first, second);
  }

  private @Nullable Mention date(int month, int day, int first, int second) {
    if (month == 0 || day == 0 || gap(first, second) > FARTHEST) {
      return null;
    }
    int year = pastBetween(second + 1);
    int last = isYear(year) && gap(second, year) <= FARTHEST ? year : second;
    List<String> readings = List.of(Dates.normal(month, day));
    return new Mention(Kind.DATE, readings, mentions.get(first).start(), mentions.get(last).end());
  }

  private int gap(int before, int after) {
    return mentions.get(after).start() - mentions.get(before).end();
  }

  private int pastBetween(int i) {
    boolean between = isWord(i) && BETWEEN.contains(mentions.get(i).word());
    return between ? i + 1 : i;
  }

  private boolean isWord(int i) {
    return i < mentions.size() && mentions.get(i).isWord();
  }

  private boolean isYear(int i) {
    return i < mentions.size()
        && mentions.get(i).kind() == Kind.NUMBER
        && Numbers.isYear(mentions.get(i).readings().getFirst());
  }

  /** 1..31, 0 when there is no such mention. */
  private int day(int i) {
    if (i >= mentions.size() || mentions.get(i).kind() != Kind.NUMBER) {
      return 0;
    }
    String value = mentions.get(i).readings().getFirst();
    int day = value.length() <= 2 ? Integer.parseInt(value) : 0;
    return day <= 31 ? day : 0;
  }

  /** 1..12, 0 when the mention is no month; months that are also verbs need their capital. */
  private int month(int i) {
    if (!isWord(i)) {
      return 0;
    }
    String word = mentions.get(i).word();
    boolean verb = word.equals("may") || word.equals("march");
    boolean lower = Character.isLowerCase(text.charAt(mentions.get(i).start()));
    return verb && lower ? 0 : Dates.month(word);
  }
}
