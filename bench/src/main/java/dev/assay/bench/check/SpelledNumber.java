package dev.assay.bench.check;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whole numbers below a million in English words, both ways. */
final class SpelledNumber {
  private static final List<String> SMALL =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");
  private static final List<String> TENS =
      List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
  private static final Map<String, Integer> VALUES = values();
  private static final Pattern WORD = Pattern.compile("[A-Za-z]+");

  private SpelledNumber() {}

  /** A number of a text. */
  record Found(long value, int start, int end) {}

  private static Map<String, Integer> values() {
    Map<String, Integer> values = new HashMap<>();
    for (int i = 0; i < SMALL.size(); i++) {
      values.put(SMALL.get(i), i);
    }
    for (int i = 2; i < TENS.size(); i++) {
      values.put(TENS.get(i), 10 * i);
    }
    return values;
  }

  /** "one thousand twenty". */
  static String words(long value) {
    if (value < 20) {
      return SMALL.get((int) value);
    }
    if (value < 100) {
      String tens = TENS.get((int) value / 10);
      return value % 10 == 0 ? tens : tens + " " + words(value % 10);
    }
    long unit = value < 1000 ? 100 : 1000;
    String lead = words(value / unit) + (unit == 100 ? " hundred" : " thousand");
    return value % unit == 0 ? lead : lead + " " + words(value % unit);
  }

  /** The first number in words; empty also where it is spoken in pairs ("twelve fifty"). */
  static Optional<Found> find(String text) {
    Matcher word = WORD.matcher(text);
    long value = 0;
    int start = -1;
    int end = -1;
    while (word.find()) {
      String name = word.group().toLowerCase(Locale.ROOT);
      boolean article = name.equals("a") && text.startsWith(" hundred", word.end());
      int number = article ? 1 : VALUES.getOrDefault(name, -1);
      if (number >= 0) {
        value += number;
        start = start < 0 ? word.start() : start;
      } else if (start >= 0 && name.equals("hundred")) {
        value += value % 100 * 99;
      } else if (start >= 0 && name.equals("thousand")) {
        value *= 1000;
      } else if (start >= 0 && !name.equals("and")) {
        break;
      }
      end = start >= 0 && !name.equals("and") ? word.end() : end;
    }
    boolean whole = start >= 0 && normal(text.substring(start, end)).equals(words(value));
    return whole ? Optional.of(new Found(value, start, end)) : Optional.empty();
  }

  private static String normal(String words) {
    String flat = words.toLowerCase(Locale.ROOT).replace('-', ' ').replace(" and ", " ");
    return flat.startsWith("a ") ? "one" + flat.substring(1) : flat;
  }
}
