package dev.assay.core.check.commitment;

import java.util.List;

/**
 * An immutable set of word classes as bits: what a token may be is asked many times for each token,
 * and a question costs one comparison.
 */
final class WordClasses {
  static final WordClasses NONE = new WordClasses(0, 0, 0);

  /** Bits of a long; three longs have room for every class. */
  private static final int BITS = 64;

  private static final int LONGS = 3;

  private final long first;
  private final long second;
  private final long third;

  private WordClasses(long first, long second, long third) {
    this.first = first;
    this.second = second;
    this.third = third;
  }

  static WordClasses of(WordClass... classes) {
    WordClasses set = NONE;
    for (WordClass in : classes) {
      set = set.plus(single(bit(in)));
    }
    return set;
  }

  /** Every class that some word of a text has. */
  static WordClasses of(List<Token> tokens) {
    long first = 0;
    long second = 0;
    long third = 0;
    for (Token token : tokens) {
      Word word = token.word();
      if (word != null) {
        first |= word.classes().first;
        second |= word.classes().second;
        third |= word.classes().third;
      }
    }
    return new WordClasses(first, second, third);
  }

  /** The order of the constants decides nothing here: sets live in memory only. */
  @SuppressWarnings("EnumOrdinal")
  private static int bit(WordClass in) {
    return in.ordinal();
  }

  private static WordClasses single(int at) {
    long bit = 1L << at;
    return switch (at / BITS) {
      case 0 -> new WordClasses(bit, 0, 0);
      case 1 -> new WordClasses(0, bit, 0);
      case 2 -> new WordClasses(0, 0, bit);
      default -> throw new IllegalStateException("more word classes than a set has room for");
    };
  }

  boolean has(WordClass wanted) {
    int bit = bit(wanted);
    long bits = bit < BITS ? first : bit < 2 * BITS ? second : third;
    return (bits >>> bit & 1) != 0;
  }

  /** True where the sets have a class in common. */
  boolean meets(WordClasses other) {
    return ((first & other.first) | (second & other.second) | (third & other.third)) != 0;
  }

  WordClasses plus(WordClasses other) {
    return new WordClasses(first | other.first, second | other.second, third | other.third);
  }

  /** Room for as many growing sets, kept in one array because there are many of them. */
  static long[] rows(int count) {
    return new long[count * LONGS];
  }

  void addTo(long[] rows, int row) {
    int at = row * LONGS;
    rows[at] |= first;
    rows[at + 1] |= second;
    rows[at + 2] |= third;
  }

  static boolean has(long[] rows, int row, WordClass wanted) {
    int bit = bit(wanted);
    return (rows[row * LONGS + bit / BITS] >>> bit & 1) != 0;
  }
}
