package dev.assay.core.trace.redaction;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** E-mail addresses, typed and spoken ("john dot smith at example dot com"). */
final class EmailRule {
  /** Last labels that people dictate; a spoken address has to end in one. */
  private static final Set<String> SPOKEN_TOP =
      Set.of(
          "com", "org", "net", "edu", "gov", "info", "io", "eu", "co", "uk", "us", "de", "at", "ch",
          "es", "fr", "it", "pt", "br", "mx", "ar", "cl", "nl", "be", "ie", "ca", "au", "cn", "me");

  private static final Set<String> SPOKEN_DOT = Set.of("dot", "punto", "punkt", "point", "ponto");

  private static final Set<String> SPOKEN_JOIN =
      Set.of("underscore", "dash", "hyphen", "guion", "bindestrich", "unterstrich", "tiret");

  private static final int MOST_PARTS = 24;

  private EmailRule() {}

  static void run(Tokens tokens, List<Match> matches) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.isTaken(i)) {
        continue;
      }
      Match match = null;
      if (tokens.sort(i) == Tokens.Sort.AT_SIGN) {
        match = typed(tokens, tokens.start(i), matches);
      } else if (tokens.hints(i, Words.AT)) {
        match = spoken(tokens, tokens.start(i), tokens.end(i));
      }
      if (match != null && match.start() >= lastEnd(matches)) {
        matches.add(match);
        tokens.take(match);
      }
    }
  }

  private static int lastEnd(List<Match> matches) {
    return matches.isEmpty() ? 0 : matches.getLast().end();
  }

  private static @Nullable Match typed(Tokens tokens, int at, List<Match> matches) {
    int start = at;
    int floor = lastEnd(matches);
    while (start > floor && isLocal(tokens, start - 1)) {
      start--;
    }
    if (escaped(tokens, start)) {
      start++;
    }
    while (start < at && !Tokens.isWordPart(tokens.at(start))) {
      start++;
    }
    int end = domainEnd(tokens, at + 1);
    return start == at || end < 0
        ? null
        : new Match(start, end, Kind.EMAIL, canonical(tokens.text.substring(start, end)));
  }

  /** The n of a JSON {@code \n} is no letter of the address behind it. */
  private static boolean escaped(Tokens tokens, int start) {
    return tokens.at(start - 1) == '\\' && "nrt".indexOf(tokens.at(start)) >= 0;
  }

  private static boolean isLocal(Tokens tokens, int index) {
    char c = tokens.at(index);
    boolean escape = c == '\\' && "_.-".indexOf(tokens.at(index + 1)) >= 0;
    return Tokens.isWordPart(c) || Tokens.isDash(c) || c == '.' || c == '+' || c == '%' || escape;
  }

  /** One past a domain with a dot and a last label of letters; -1 when there is none. */
  private static int domainEnd(Tokens tokens, int from) {
    int at = from;
    int best = -1;
    int label = from;
    boolean letters = true;
    while (true) {
      char c = tokens.at(at);
      if (Tokens.isLetter(c) || Tokens.isDigit(c) || Tokens.isDash(c)) {
        letters &= Tokens.isLetter(c);
        at++;
        continue;
      }
      if (label > from && letters && at - label >= 2) {
        best = at;
      }
      if (c != '.' || at == label) {
        return best;
      }
      at++;
      label = at;
      letters = true;
    }
  }

  private static String canonical(String address) {
    StringBuilder out = new StringBuilder(address.length());
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      if (c != '\\') {
        out.append(Tokens.isDash(c) ? '-' : c);
      }
    }
    return out.toString().toLowerCase(Locale.ROOT);
  }

  private static @Nullable Match spoken(Tokens tokens, int atStart, int atEnd) {
    StringBuilder domain = new StringBuilder();
    int end = spokenDomain(tokens.text, atEnd, domain);
    if (end < 0) {
      return null;
    }
    StringBuilder local = new StringBuilder();
    int start = spokenLocal(tokens.text, atStart, local);
    return start == atStart
        ? null
        : new Match(start, end, Kind.EMAIL, canonical(local + "@" + domain));
  }

  private static int spokenDomain(String text, int from, StringBuilder domain) {
    int at = from;
    int best = -1;
    int bestLength = 0;
    for (int part = 0; part < MOST_PARTS; part++) {
      int start = at + 1;
      int end = wordEnd(text, start);
      if (end == start || !Tokens.isSpace(text.charAt(at))) {
        break;
      }
      String word = text.substring(start, end).toLowerCase(Locale.ROOT);
      boolean dot = SPOKEN_DOT.contains(word);
      if (dot == (part % 2 == 0)) {
        break;
      }
      domain.append(dot ? "." : word);
      if (!dot && part >= 2 && SPOKEN_TOP.contains(word)) {
        best = end;
        bestLength = domain.length();
      }
      at = end;
      if (at >= text.length()) {
        break;
      }
    }
    domain.setLength(bestLength);
    return best;
  }

  /** Walks back over "john dot smith", "j o h n", "john underscore smith". */
  private static int spokenLocal(String text, int at, StringBuilder local) {
    int start = at;
    boolean needsJoin = false;
    for (int part = 0; part < MOST_PARTS; part++) {
      int end = start - 1;
      if (end < 1 || !Tokens.isSpace(text.charAt(end))) {
        break;
      }
      int from = wordStart(text, end);
      String word = text.substring(from, end).toLowerCase(Locale.ROOT);
      boolean join = SPOKEN_DOT.contains(word) || SPOKEN_JOIN.contains(word);
      boolean letters = word.length() == 1 && local.length() > 0 && isSingle(local);
      if (word.isEmpty() || (needsJoin && !join && !letters) || (!needsJoin && join)) {
        break;
      }
      local.insert(0, join ? joiner(word) : word);
      needsJoin = !join;
      start = from;
    }
    return start;
  }

  private static boolean isSingle(StringBuilder local) {
    return local.length() < 2 || !Tokens.isLetter(local.charAt(0)) || local.indexOf(".") < 0;
  }

  private static String joiner(String word) {
    if (SPOKEN_DOT.contains(word)) {
      return ".";
    }
    return word.equals("underscore") || word.equals("unterstrich") ? "_" : "-";
  }

  private static int wordEnd(String text, int start) {
    int end = start;
    while (end < text.length() && Tokens.isWordPart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int wordStart(String text, int end) {
    int start = end;
    while (start > 0 && isSpokenWord(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isSpokenWord(char c) {
    return Tokens.isWordPart(c) || c == '.' || c == '-';
  }
}
