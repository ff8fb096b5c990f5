package dev.assay.core.trace.redaction;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * House number and street in the order of each language, and the unit behind it: {@code 853
 * Chestnut Street}, {@code Calle Mayor 12}, {@code Hauptstraße 12}, {@code 12 rue de la Paix}.
 */
final class AddressRule {
  private static final int MOST_WORDS = 4;
  private static final int MOST_HOUSE_DIGITS = 6;

  private static final Set<String> UNITS =
      Set.of("suite", "ste", "apt", "apartment", "unit", "floor", "piso", "apto");

  private static final Set<String> PARTICLES =
      Set.of(
          "de", "la", "le", "les", "des", "du", "del", "los", "las", "el", "d", "l", "da", "do",
          "dos", "das", "di", "della", "dei", "san", "santa", "y", "e");

  /** Words that show that "5 … street" is no address. */
  private static final Set<String> NO_NAME =
      Set.of(
          "the", "a", "an", "this", "that", "on", "of", "my", "your", "in", "down", "from", "to",
          "and", "or", "per", "at", "minutes", "miles", "blocks", "hours", "days", "km", "off");

  private static final Set<String> NO_STREET =
      Set.of(
          "sitzplatz",
          "stellplatz",
          "parkplatz",
          "arbeitsplatz",
          "marktplatz",
          "heimweg",
          "rückweg",
          "hinweg");

  private static final Set<String> STREET_ALONE = Set.of("Straße", "Strasse", "Str");

  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("st", "street"),
          Map.entry("ave", "avenue"),
          Map.entry("rd", "road"),
          Map.entry("dr", "drive"),
          Map.entry("ln", "lane"),
          Map.entry("blvd", "boulevard"),
          Map.entry("ct", "court"),
          Map.entry("pl", "place"),
          Map.entry("sq", "square"),
          Map.entry("ste", "suite"),
          Map.entry("apartment", "apt"),
          Map.entry("avda", "avenida"));

  private AddressRule() {}

  static void run(Tokens tokens, List<Match> matches) {
    for (int i = 0; i < tokens.size(); i++) {
      Match match = tokens.isTaken(i) ? null : find(tokens, i);
      if (match != null) {
        accept(tokens, matches, match);
        Match unit = unitBehind(tokens, match.end());
        if (unit != null) {
          accept(tokens, matches, unit);
        }
      }
    }
  }

  private static void accept(Tokens tokens, List<Match> matches, Match match) {
    matches.add(match);
    tokens.take(match);
  }

  private static @Nullable Match find(Tokens tokens, int token) {
    if (tokens.sort(token) == Tokens.Sort.GERMAN_STREET) {
      return streetThenNumber(tokens, germanStart(tokens, token), tokens.end(token));
    }
    if (tokens.sort(token) != Tokens.Sort.WORD) {
      return null;
    }
    Match match = null;
    if (tokens.hints(token, Words.STREET_BEHIND | Words.STREET_CAPITAL)) {
      match = numberThenStreet(tokens, token);
    }
    if (match == null && tokens.hints(token, Words.STREET_FRENCH)) {
      match = french(tokens, token);
    }
    if (match == null && tokens.hints(token, Words.STREET_FIRST)) {
      match = spanish(tokens, token);
    }
    return match;
  }

  /** True for words such as Hauptstraße, Hauptstr, Lindenallee, Kirchweg, Marktgasse. */
  static boolean isGermanStreet(String text, int start, int end) {
    if (end - start == 3 && text.startsWith("Str", start)) {
      return true;
    }
    if (end - start < 6 || !Character.isUpperCase(text.charAt(start))) {
      return false;
    }
    String ending = text.substring(end - 6, end);
    boolean street =
        ending.endsWith("straße")
            || ending.endsWith("trasse")
            || ending.endsWith("str")
            || ending.endsWith("weg")
            || ending.endsWith("allee")
            || ending.endsWith("gasse")
            || ending.endsWith("platz");
    return street && !NO_STREET.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
  }

  /** "Berliner Straße": the word before belongs to the name. */
  private static int germanStart(Tokens tokens, int token) {
    String word = tokens.word(token);
    if (!STREET_ALONE.contains(word)) {
      return tokens.start(token);
    }
    int end = tokens.start(token) - 1;
    int start = wordStart(tokens, end);
    return start < end && Character.isUpperCase(tokens.at(start)) ? start : tokens.start(token);
  }

  private static @Nullable Match streetThenNumber(Tokens tokens, int start, int nameEnd) {
    int at = nameEnd;
    at += tokens.at(at) == '.' ? 1 : 0;
    at += tokens.at(at) == ',' ? 1 : 0;
    if (!Tokens.isSpace(tokens.at(at))) {
      return null;
    }
    at++;
    if (tokens.text.startsWith("nº ", at) || tokens.text.startsWith("n° ", at)) {
      at += 3;
    }
    int end = houseEnd(tokens, at);
    return end < 0 ? null : match(tokens, start, end);
  }

  /** One past a house number of at most four digits and a letter; -1 when there is none. */
  private static int houseEnd(Tokens tokens, int from) {
    int at = from;
    while (Tokens.isDigit(tokens.at(at))) {
      at++;
    }
    int digits = at - from;
    at += Tokens.isLetter(tokens.at(at)) ? 1 : 0;
    char c = tokens.at(at);
    boolean more =
        Tokens.isWordPart(c)
            || c == '%'
            || ((c == '.' || c == ',' || c == ':') && Tokens.isDigit(tokens.at(at + 1)));
    return digits == 0 || digits > 4 || more ? -1 : at;
  }

  private static @Nullable Match numberThenStreet(Tokens tokens, int token) {
    boolean capital = Character.isUpperCase(tokens.at(tokens.start(token)));
    if (!capital && !tokens.hints(token, Words.STREET_BEHIND)) {
      return null;
    }
    int at = tokens.start(token);
    int words = 0;
    while (words <= MOST_WORDS) {
      int end = at - 1;
      int start = Tokens.isSpace(tokens.at(end)) ? wordStart(tokens, end) : end;
      if (start >= end) {
        return null;
      }
      if (words > 0 && isHouse(tokens, start, end)) {
        return match(tokens, start, tokens.end(token));
      }
      if (!isName(tokens, start, end, capital) || (!capital && words == 2)) {
        return null;
      }
      at = start;
      words++;
    }
    return null;
  }

  private static boolean isName(Tokens tokens, int start, int end, boolean capital) {
    char c = tokens.at(start);
    if (capital) {
      return Character.isUpperCase(c) || Tokens.isDigit(c);
    }
    String word = tokens.text.substring(start, end).toLowerCase(Locale.ROOT);
    return Tokens.isLetter(c) && !NO_NAME.contains(word);
  }

  private static boolean isHouse(Tokens tokens, int start, int end) {
    int at = start;
    while (at < end && Tokens.isDigit(tokens.at(at))) {
      at++;
    }
    int digits = at - start;
    boolean letter = at == end - 1 && Tokens.isLetter(tokens.at(at));
    char before = tokens.at(start - 1);
    boolean joined = "$€£#.,:/-".indexOf(before) >= 0;
    return digits > 0 && digits <= MOST_HOUSE_DIGITS && (at == end || letter) && !joined;
  }

  private static @Nullable Match french(Tokens tokens, int token) {
    int end = tokens.start(token) - 1;
    end -= tokens.at(end - 1) == ',' ? 1 : 0;
    int start = wordStart(tokens, end);
    String word = tokens.text.substring(Math.max(start, 0), Math.max(end, 0));
    if (word.equals("bis") || word.equals("ter")) {
      end = start - 1;
      start = wordStart(tokens, end);
    }
    if (start >= end || !isHouse(tokens, start, end)) {
      return null;
    }
    int nameEnd = nameEnd(tokens, tokens.end(token));
    return nameEnd < 0 ? null : match(tokens, start, nameEnd);
  }

  private static @Nullable Match spanish(Tokens tokens, int token) {
    boolean italian = tokens.word(token).equals("via") || tokens.word(token).equals("largo");
    int nameEnd = italian ? -1 : nameEnd(tokens, tokens.end(token));
    return nameEnd < 0 ? null : streetThenNumber(tokens, tokens.start(token), nameEnd);
  }

  /** One past a name of particles and at least one capitalised word; -1 when there is none. */
  private static int nameEnd(Tokens tokens, int from) {
    int at = from;
    int end = -1;
    for (int words = 0; words < MOST_WORDS + 2; words++) {
      int start = at + 1;
      int stop = start;
      while (Tokens.isLetter(tokens.at(stop))) {
        stop++;
      }
      boolean joined = Tokens.isSpace(tokens.at(at)) || isApostrophe(tokens.at(at));
      if (!joined || stop == start || tokens.at(at) == '\n') {
        break;
      }
      if (Character.isUpperCase(tokens.at(start))) {
        end = stop;
      } else if (!PARTICLES.contains(tokens.text.substring(start, stop))) {
        break;
      }
      at = stop;
    }
    return end;
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '’';
  }

  /** ", Suite 497" behind a street is a span of its own, as senders keep it in a second field. */
  private static @Nullable Match unitBehind(Tokens tokens, int from) {
    int at = from;
    while (at - from < 3 && ".,".indexOf(tokens.at(at)) >= 0) {
      at++;
    }
    if (!Tokens.isSpace(tokens.at(at))) {
      return null;
    }
    int start = at + 1;
    int end = start;
    while (Tokens.isLetter(tokens.at(end))) {
      end++;
    }
    boolean dot = tokens.at(end) == '.';
    String word =
        end > tokens.text.length()
            ? ""
            : tokens.text.substring(start, end).toLowerCase(Locale.ROOT);
    int number = end + (dot ? 2 : 1);
    int stop = UNITS.contains(word) ? houseEnd(tokens, number) : -1;
    return stop < 0 ? null : match(tokens, start, stop);
  }

  private static int wordStart(Tokens tokens, int end) {
    int start = end;
    while (start > 0 && Tokens.isWordPart(tokens.at(start - 1))) {
      start--;
    }
    return start;
  }

  private static Match match(Tokens tokens, int start, int end) {
    return new Match(start, end, Kind.ADDRESS, canonical(tokens.text.substring(start, end)));
  }

  /** Lower case, one blank between words, usual short forms written out. */
  static String canonical(String address) {
    StringBuilder out = new StringBuilder(address.length());
    int at = 0;
    while (at < address.length()) {
      int start = at;
      while (at < address.length() && Tokens.isWordPart(address.charAt(at))) {
        at++;
      }
      if (at > start) {
        String word = address.substring(start, at).toLowerCase(Locale.ROOT);
        out.append(out.isEmpty() ? "" : " ").append(SHORT.getOrDefault(word, german(word)));
      } else {
        at++;
      }
    }
    return out.toString();
  }

  private static String german(String word) {
    if (word.endsWith("strasse")) {
      return word.substring(0, word.length() - 7) + "straße";
    }
    return word.endsWith("str") ? word + "aße" : word;
  }
}
