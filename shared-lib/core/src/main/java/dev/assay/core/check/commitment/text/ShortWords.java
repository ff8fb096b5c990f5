package dev.assay.core.check.commitment.text;

import org.jspecify.annotations.Nullable;

/**
 * The words of a lexicon that have at most eight plain letters: nearly everything that is said.
 * Eight letters are one number, so a word is found and proven with one comparison.
 */
final class ShortWords {
  /** Letters that fit a number, a byte each. */
  static final int LONGEST = Long.BYTES;

  /** 2^64 divided by the golden ratio spreads neighbouring numbers over the table. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final long[] keys;
  private final Word[] words;
  private final int mask;
  private final int shift;

  /**
   * @param count how many words there will be at most
   */
  ShortWords(int count) {
    int size = Integer.highestOneBit(count * 2 + 2) * 2;
    this.keys = new long[size];
    this.words = new Word[size];
    this.mask = size - 1;
    this.shift = Long.SIZE - Integer.numberOfTrailingZeros(size);
  }

  /** Takes the words that fit. */
  void enter(Word word) {
    Characters text = new Characters(word.text());
    int length = text.length();
    if (length == 0 || length > LONGEST || text.plainEnd(0) < length) {
      return;
    }
    long letters = text.plainLetters(0, length);
    int slot = slot(letters);
    while (keys[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    keys[slot] = letters;
    words[slot] = word;
  }

  /**
   * @param letters of {@link Characters#plainLetters}
   */
  @Nullable Word find(long letters) {
    int slot = slot(letters);
    while (keys[slot] != letters) {
      if (keys[slot] == 0) {
        return null;
      }
      slot = (slot + 1) & mask;
    }
    return words[slot];
  }

  private int slot(long letters) {
    return (int) ((letters * SPREAD) >>> shift);
  }
}
