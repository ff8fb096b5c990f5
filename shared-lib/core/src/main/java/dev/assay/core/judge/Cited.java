package dev.assay.core.judge;

import dev.assay.core.trace.Step;
import dev.assay.core.trace.Trace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The values that the agent states: numbers, identifiers and codes, which is every word with a
 * digit and at least two letters or digits. One pass over each text.
 */
final class Cited {
  private static final String JOINERS = "._-:/,'";

  /** Longer words are no values; they are not read, so that a text without spaces costs nothing. */
  private static final int LONGEST = 64;

  private final Set<String> values = new HashSet<>();

  private Cited() {}

  /** A value's place in a text. */
  record Place(int start, int end) {}

  /** What the agent says in a trace; not what it passes to tools. */
  static Cited by(Trace trace) {
    Cited cited = new Cited();
    for (Step step : trace.steps()) {
      if (step instanceof Step.AgentTurn turn) {
        walk(turn.text(), (value, place) -> cited.values.add(value));
      }
    }
    return cited;
  }

  /** Where a text first holds each of the values, in the text's order. */
  List<Place> in(String text) {
    List<Place> places = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    walk(
        text,
        (value, place) -> {
          if (values.contains(value) && seen.add(value)) {
            places.add(place);
          }
        });
    return places;
  }

  private interface Use {
    void of(String value, Place place);
  }

  private static void walk(String text, Use use) {
    int i = 0;
    while (i < text.length()) {
      if (!Character.isLetterOrDigit(text.charAt(i))) {
        i++;
        continue;
      }
      int start = i;
      boolean digit = false;
      while (i < text.length() && belongs(text.charAt(i))) {
        digit |= Character.isDigit(text.charAt(i));
        i++;
      }
      if (digit && i - start <= LONGEST) {
        word(text, start, i, use);
      }
    }
  }

  private static boolean belongs(char c) {
    return Character.isLetterOrDigit(c) || JOINERS.indexOf(c) >= 0;
  }

  private static void word(String text, int start, int end, Use use) {
    int last = end;
    while (!Character.isLetterOrDigit(text.charAt(last - 1))) {
      last--;
    }
    if (last - start >= 2) {
      use.of(normal(text.substring(start, last)), new Place(start, last));
    }
  }

  /** Lower case; numbers without separators of thousands and without zeros at the end. */
  private static String normal(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!Character.isDigit(c) && c != '.' && c != ',') {
        return word.toLowerCase(Locale.ROOT);
      }
    }
    int decimals = Math.max(word.lastIndexOf('.'), word.lastIndexOf(','));
    if (decimals < 0 || word.length() - decimals == 4) {
      return digits(word);
    }
    int end = word.length();
    while (word.charAt(end - 1) == '0') {
      end--;
    }
    String fraction = end > decimals + 1 ? "." + digits(word.substring(decimals + 1, end)) : "";
    return digits(word.substring(0, decimals)) + fraction;
  }

  private static String digits(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        digits.append(text.charAt(i));
      }
    }
    return digits.toString();
  }
}
