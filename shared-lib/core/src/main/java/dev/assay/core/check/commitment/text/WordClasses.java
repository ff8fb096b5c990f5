package dev.assay.core.check.commitment.text;

import java.util.List;

/**
 * An immutable set of word classes as bits: what a token may be is asked many times for each token,
 * and a question costs one comparison.
 */
public final class WordClasses {
  private static final int LONGS = WordClass.values().length / Long.SIZE + 1;

  public static final WordClasses NONE = new WordClasses(new long[LONGS]);

  private final long[] bits;

  private WordClasses(long[] bits) {
    this.bits = bits;
  }

  public static WordClasses of(WordClass... classes) {
    long[] bits = new long[LONGS];
    for (WordClass in : classes) {
      bits[bit(in) / Long.SIZE] |= 1L << bit(in);
    }
    return new WordClasses(bits);
  }

  /** Every class that some word of a text has. */
  static WordClasses of(List<Token> tokens) {
    long[] bits = new long[LONGS];
    for (Token token : tokens) {
      Word word = token.word();
      if (word != null) {
        word.classes().addTo(bits, 0);
      }
    }
    return new WordClasses(bits);
  }

  /** The order of the constants decides nothing here: sets live in memory only. */
  @SuppressWarnings("EnumOrdinal")
  private static int bit(WordClass in) {
    return in.ordinal();
  }

  public boolean has(WordClass wanted) {
    return has(bits, 0, wanted);
  }

  /** True where the sets have a class in common. */
  public boolean meets(WordClasses other) {
    for (int i = 0; i < LONGS; i++) {
      if ((bits[i] & other.bits[i]) != 0) {
        return true;
      }
    }
    return false;
  }

  public WordClasses plus(WordClasses other) {
    long[] both = bits.clone();
    other.addTo(both, 0);
    return new WordClasses(both);
  }

  /** Room for as many growing sets, kept in one array because there are many of them. */
  static long[] rows(int count) {
    return new long[count * LONGS];
  }

  /** Its bits as a row of one, to be read only: a word is asked without a detour. */
  long[] row() {
    return bits;
  }

  void addTo(long[] rows, int row) {
    for (int i = 0; i < LONGS; i++) {
      rows[row * LONGS + i] |= bits[i];
    }
  }

  /** Adds one row to another. */
  static void add(long[] from, int row, long[] to, int toRow) {
    for (int i = 0; i < LONGS; i++) {
      to[toRow * LONGS + i] |= from[row * LONGS + i];
    }
  }

  /** Everything in some rows. */
  static WordClasses ofRows(long[] rows) {
    long[] bits = new long[LONGS];
    for (int row = 0; row < rows.length / LONGS; row++) {
      add(rows, row, bits, 0);
    }
    return new WordClasses(bits);
  }

  static boolean has(long[] rows, int row, WordClass wanted) {
    int bit = bit(wanted);
    return (rows[row * LONGS + bit / Long.SIZE] >>> bit & 1) != 0;
  }
}
