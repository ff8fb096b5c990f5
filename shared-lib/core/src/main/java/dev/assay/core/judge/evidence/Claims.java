package dev.assay.core.judge.evidence;

import dev.assay.core.judge.evidence.Mention.Kind;

/** Which mentions in an agent's words are claims, and what they weigh. */
final class Claims {
  private Claims() {}

  static boolean isClaim(String text, Mention mention) {
    return switch (mention.kind()) {
      case MONEY, PERCENT, DATE, TIME, ID -> !isZero(mention);
      case NUMBER -> isTelling(text, mention);
      case WORD -> false;
    };
  }

  static double weight(Kind kind) {
    return switch (kind) {
      case MONEY, PERCENT -> 2;
      case DATE, TIME, ID -> 1;
      case NUMBER, WORD -> 0.5;
    };
  }

  /** "$0" is how "free" is written: it stands in no evidence and is seldom wrong by accident. */
  private static boolean isZero(Mention mention) {
    return mention.kind() == Kind.MONEY && mention.readings().contains("0");
  }

  /** Small numbers are everywhere, list marks and years prove nothing. */
  private static boolean isTelling(String text, Mention mention) {
    String reading = mention.readings().getFirst();
    boolean small = reading.length() < 2;
    return !small && !Numbers.isYear(reading) && !isListMark(text, mention);
  }

  private static boolean isListMark(String text, Mention mention) {
    boolean first = mention.start() == 0 || text.charAt(mention.start() - 1) == '\n';
    boolean marked = mention.end() < text.length() && ".)".indexOf(text.charAt(mention.end())) >= 0;
    return first && marked;
  }
}
