package dev.assay.core.check.commitment.text;

/**
 * Digits with separators: 1,249.90 · 1.249,90 · 1'250.50 · 1 249,90 · 1,20,000. Which one parts the
 * decimals is decided by what stands last, then by the language.
 */
final class Grouping {
  private static final int MOST_PLACES = 4;

  /** More groups than the largest amount has; a longer chain is a list. */
  private static final int MOST_GROUPS = 6;

  private final Characters text;
  private final Lexicon lexicon;
  private int end;
  private int places;
  private long value;
  private boolean tooLong;

  Grouping(Characters text, Lexicon lexicon) {
    this.text = text;
    this.lexicon = lexicon;
  }

  /** Reads from the first digit; {@code firstEnd} is where the first run of digits stops. */
  void read(int start, int firstEnd) {
    int lastSeparator = -1;
    int separators = 0;
    boolean mixed = false;
    int at = firstEnd;
    while (separators < MOST_GROUPS && separatorLength(at, lastSeparator) > 0) {
      mixed |= lastSeparator >= 0 && text.at(lastSeparator) != text.at(at);
      if (mixed
          && lastSeparator >= 0
          && isDecimalMark(text.at(lastSeparator))
          && !isDecimalMark(text.at(at))) {
        break;
      }
      lastSeparator = at;
      separators++;
      at = text.digitsEnd(at + 1);
    }
    end = at;
    boolean decimals = lastSeparator >= 0 && isDecimal(lastSeparator, at, separators, mixed);
    places = decimals ? at - lastSeparator - 1 : 0;
    if (lastSeparator >= 0 && !decimals && at - lastSeparator - 1 != 3) {
      end = firstEnd;
    }
    evaluate(start);
  }

  private boolean isDecimal(int separator, int stop, int separators, boolean mixed) {
    char c = text.at(separator);
    if (!isDecimalMark(c)) {
      return false;
    }
    int after = stop - separator - 1;
    boolean comma = lexicon.has(Trait.DECIMAL_COMMA);
    if (mixed) {
      return true;
    }
    if (separators > 1) {
      return false;
    }
    if (after == 3) {
      return c == '.' ? !comma : comma && separator > 0 && text.at(separator - 1) == '0';
    }
    return c == '.' || comma || after == 2;
  }

  private int separatorLength(int at, int last) {
    if (!text.isDigit(at + 1)) {
      return 0;
    }
    char c = text.at(at);
    if (c == '.' || c == ',') {
      return 1;
    }
    boolean grouping =
        c == '\''
            || c == '’'
            || Characters.isThinSpace(c)
            || (c == ' ' && lexicon.has(Trait.SPACE_GROUPING));
    return grouping && (last < 0 || text.at(last) == c) && text.digitsEnd(at + 1) == at + 4 ? 1 : 0;
  }

  private void evaluate(int start) {
    int count = 0;
    long total = 0;
    for (int i = start; i < end; i++) {
      if (text.isDigit(i)) {
        count++;
        total = count > 15 ? total : total * 10 + (text.at(i) - '0');
      }
    }
    tooLong = count > 15 || places > MOST_PLACES;
    for (int i = places; i < MOST_PLACES && !tooLong; i++) {
      total *= 10;
    }
    tooLong |= total > Decimals.LARGEST;
    value = total;
  }

  private static boolean isDecimalMark(char c) {
    return c == '.' || c == ',';
  }

  int end() {
    return end;
  }

  int places() {
    return places;
  }

  /** In ten-thousandths. */
  long value() {
    return value;
  }

  boolean tooLong() {
    return tooLong;
  }
}
