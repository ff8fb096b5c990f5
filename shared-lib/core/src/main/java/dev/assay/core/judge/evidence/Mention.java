package dev.assay.core.judge.evidence;

import java.util.List;

/**
 * Something in a text that can be compared with other texts.
 *
 * @param readings normal forms, several where the text is ambiguous ("at 3:00", "1.299")
 */
record Mention(Kind kind, List<String> readings, int start, int end) {
  Mention {
    readings = List.copyOf(readings);
  }

  enum Kind {
    MONEY,
    PERCENT,
    NUMBER,
    DATE,
    TIME,
    ID,
    WORD
  }

  boolean isWord() {
    return kind == Kind.WORD;
  }

  /** The lower-case word. */
  String word() {
    return readings.getFirst();
  }
}
