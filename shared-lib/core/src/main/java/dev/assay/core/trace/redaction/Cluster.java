package dev.assay.core.trace.redaction;

/**
 * Groups of digits that stand together, such as {@code 555-123-4567}: the number at a token and
 * those joined to it by a separator. Reused from token to token.
 */
final class Cluster {
  private static final int MOST_GROUPS = 9;

  private final Tokens tokens;
  private final StringBuilder digits = new StringBuilder();
  private final int[] lengths = new int[MOST_GROUPS];
  private final char[] separators = new char[MOST_GROUPS];
  private int first;
  private int count;

  Cluster(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Reads the groups from this number on. */
  void read(int token) {
    first = token;
    count = 0;
    digits.setLength(0);
    int next = token;
    char separator = ' ';
    while (separator != 0 && count < MOST_GROUPS) {
      lengths[count] = tokens.length(next);
      digits.append(tokens.text, tokens.start(next), tokens.end(next));
      separator = separator(next);
      separators[count++] = separator;
      next++;
    }
  }

  int count() {
    return count;
  }

  int length(int group) {
    return lengths[group];
  }

  int start() {
    return tokens.start(first);
  }

  /** One past the last character of the first groups. */
  int end(int groups) {
    return tokens.end(first + groups - 1);
  }

  int total(int groups) {
    int total = 0;
    for (int i = 0; i < groups; i++) {
      total += lengths[i];
    }
    return total;
  }

  String digits(int groups) {
    return digits.substring(0, total(groups));
  }

  char digit(int index) {
    return digits.charAt(index);
  }

  /** True when the first groups have exactly these lengths. */
  boolean is(int... expected) {
    if (count < expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (lengths[i] != expected[i]) {
        return false;
      }
    }
    return true;
  }

  /** True when the first groups are joined by one of these separators only. */
  boolean joinedBy(int groups, String allowed) {
    for (int i = 0; i < groups - 1; i++) {
      if (allowed.indexOf(separators[i]) < 0) {
        return false;
      }
    }
    return true;
  }

  char separator(int token) {
    if (!tokens.isNumber(token + 1) || tokens.isTaken(token + 1)) {
      return 0;
    }
    int from = tokens.end(token);
    return switch (tokens.start(token + 1) - from) {
      case 1 -> normal(tokens.at(from));
      case 2 -> pair(normal(tokens.at(from)), normal(tokens.at(from + 1)));
      case 3 -> spaced(from);
      default -> 0;
    };
  }

  private static char pair(char a, char b) {
    boolean closes = a == ')' && (b == ' ' || b == '-');
    boolean opens = a == ' ' && b == '(';
    return closes || opens ? ')' : 0;
  }

  private char spaced(int from) {
    char middle = normal(tokens.at(from + 1));
    boolean blanks = Tokens.isSpace(tokens.at(from)) && Tokens.isSpace(tokens.at(from + 2));
    return blanks && (middle == '-' || middle == '/') ? middle : 0;
  }

  private static char normal(char c) {
    if (Tokens.isSpace(c)) {
      return ' ';
    }
    if (Tokens.isDash(c)) {
      return '-';
    }
    return c == '.' || c == '/' || c == '(' || c == ')' ? c : 0;
  }

  /** False when what stands before says: money, the tail of an id, a decimal, a version. */
  boolean opensCleanly() {
    int before = start() - 1;
    char c = tokens.at(before);
    if (c == '#' || isCurrency(c)) {
      return false;
    }
    boolean joins = c == '.' || c == ',' || c == '/' || c == ':' || c == '=' || Tokens.isDash(c);
    if (c == ':' || c == '=') {
      return !Tokens.isDigit(tokens.at(before - 1));
    }
    if (Tokens.isSpace(c) && isCurrency(tokens.at(before - 1))) {
      return false;
    }
    return !joins || !Tokens.isWordPart(tokens.at(before - 1));
  }

  /** False when what follows says: money, per cent, a decimal, more of an id. */
  boolean closesCleanly(int groups) {
    int end = end(groups);
    char c = tokens.at(end);
    char next = tokens.at(end + 1);
    if (c == '%' || isCurrency(c) || (Tokens.isSpace(c) && isCurrency(next))) {
      return false;
    }
    if (c == ',') {
      return !Tokens.isDigit(next);
    }
    boolean joins = c == '.' || c == '/' || c == ':' || Tokens.isDash(c);
    return !joins || !Tokens.isWordPart(next);
  }

  private static boolean isCurrency(char c) {
    return c == '$' || c == '€' || c == '£' || c == '¥';
  }
}
