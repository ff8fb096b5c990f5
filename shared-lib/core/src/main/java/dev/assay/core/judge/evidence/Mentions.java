package dev.assay.core.judge.evidence;

import dev.assay.core.judge.evidence.Mention.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds what can be compared in a text, in one pass: the text falls into chunks (runs of letters,
 * digits and the signs that join them), each chunk is one mention or is split, and neighbours make
 * money, percentages and dates of numbers.
 */
final class Mentions {
  private static final String JOINERS = "._-:,/'’";
  private static final String CURRENCY_SIGNS = "$€£¥₹";
  private static final Set<String> CURRENCY_WORDS =
      Set.of(
          "usd", "eur", "gbp", "chf", "jpy", "cad", "aud", "mxn", "inr", "dollar", "dollars",
          "euro", "euros", "pounds", "franken", "francs", "dólares", "pesos");
  private static final Set<String> PERCENT_WORDS = Set.of("percent", "prozent", "pourcent");

  private final String text;
  private final List<Mention> found = new ArrayList<>();

  private Mentions(String text) {
    this.text = text;
  }

  /** The mentions in the order of the text. */
  static List<Mention> in(String text) {
    Mentions mentions = new Mentions(text);
    mentions.scan();
    return Neighbours.joined(text, mentions.found);
  }

  private void scan() {
    int i = 0;
    while (i < text.length()) {
      if (!Character.isLetterOrDigit(text.charAt(i))) {
        i++;
        continue;
      }
      int end = i;
      while (end < text.length() && isChunk(text.charAt(end))) {
        end++;
      }
      int trimmed = end;
      while (!Character.isLetterOrDigit(text.charAt(trimmed - 1))) {
        trimmed--;
      }
      chunk(i, trimmed);
      i = end;
    }
  }

  private static boolean isChunk(char c) {
    return Character.isLetterOrDigit(c) || JOINERS.indexOf(c) >= 0;
  }

  private void chunk(int start, int end) {
    String chunk = text.substring(start, end);
    if (Character.isDigit(chunk.charAt(0)) && numeric(chunk, start, end)) {
      return;
    }
    boolean timestamp = chunk.length() > 11 && chunk.charAt(10) == 'T';
    if (timestamp && !Dates.numeric(chunk.substring(0, 10)).isEmpty()) {
      chunk(start, start + 10);
      chunk(start + 11, end);
      return;
    }
    words(chunk, start);
  }

  /** A chunk that begins with a digit: true when it was a date, a time or a number. */
  private boolean numeric(String chunk, int start, int end) {
    List<String> dates = Dates.numeric(chunk);
    if (!dates.isEmpty()) {
      return add(Kind.DATE, dates, start, end);
    }
    List<String> times = Times.of(chunk, wordAfter(end));
    if (!times.isEmpty()) {
      return add(Kind.TIME, times, start, end);
    }
    List<String> numbers = Numbers.of(chunk);
    if (!numbers.isEmpty()) {
      return add(kindOf(start, end), numbers, start, end);
    }
    int dash = chunk.indexOf('-');
    if (dash > 0 && Numbers.isRange(chunk, dash)) {
      chunk(start, start + dash);
      chunk(start + dash + 1, end);
      return true;
    }
    return false;
  }

  private Kind kindOf(int start, int end) {
    String after = wordAfter(end);
    boolean sign =
        CURRENCY_SIGNS.indexOf(signBefore(start)) >= 0
            || CURRENCY_SIGNS.indexOf(signAfter(end)) >= 0;
    if (sign || CURRENCY_WORDS.contains(after) || CURRENCY_WORDS.contains(wordBefore(start))) {
      return Kind.MONEY;
    }
    return signAfter(end) == '%' || PERCENT_WORDS.contains(after) ? Kind.PERCENT : Kind.NUMBER;
  }

  private String wordBefore(int start) {
    if (found.isEmpty()) {
      return "";
    }
    Mention last = found.getLast();
    return last.isWord() && start - last.end() <= 1 ? last.word() : "";
  }

  private char signBefore(int start) {
    int i = start - 1;
    if (i > 0 && isGap(text.charAt(i))) {
      i--;
    }
    return i < 0 ? '\n' : text.charAt(i);
  }

  private char signAfter(int end) {
    int i = afterGap(end);
    return i < text.length() ? text.charAt(i) : '\n';
  }

  private int afterGap(int end) {
    return end < text.length() && isGap(text.charAt(end)) ? end + 1 : end;
  }

  private static boolean isGap(char c) {
    return c == ' ' || c == '\u00a0' || c == '\u202f' || c == '\\';
  }

  /** The next word in lower case without points, at most 12 characters of it. */
  private String wordAfter(int end) {
    int from = afterGap(end);
    int to = from;
    while (to < text.length() && to - from < 12 && isWordSign(text.charAt(to))) {
      to++;
    }
    return Words.lower(text.substring(from, to).replace(".", ""));
  }

  private static boolean isWordSign(char c) {
    return Character.isLetter(c) || c == '.' || c == '\'';
  }

  /** Identifiers keep their dashes and underscores: first the chunk falls at the other joiners. */
  private void words(String chunk, int start) {
    pieces(chunk, start, ".:,/", this::wordOrIdentifier);
  }

  private void wordOrIdentifier(String piece, int start) {
    if (Words.isIdentifier(piece) && !Words.isMeasure(piece)) {
      add(Kind.ID, List.of(Words.lower(piece)), start, start + piece.length());
      return;
    }
    pieces(
        piece,
        start,
        "_-",
        (part, at) -> {
          int end = at + part.length();
          boolean number = Character.isDigit(part.charAt(0)) && numeric(part, at, end);
          if (!number) {
            add(Kind.WORD, List.of(Words.lower(part)), at, end);
          }
        });
  }

  private interface Piece {
    void at(String piece, int start);
  }

  private static void pieces(String chunk, int start, String separators, Piece use) {
    int from = 0;
    for (int i = 0; i <= chunk.length(); i++) {
      boolean ends = i == chunk.length() || separators.indexOf(chunk.charAt(i)) >= 0;
      if (ends && i > from) {
        use.at(chunk.substring(from, i), start + from);
      }
      from = ends ? i + 1 : from;
    }
  }

  private boolean add(Kind kind, List<String> readings, int start, int end) {
    return found.add(new Mention(kind, readings, start, end));
  }
}
