package dev.assay.core.check.commitment.evidence;

import dev.assay.core.check.commitment.text.Characters;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the words of names, found by their characters in any case and without the
 * plural's s: "passengers" and "passenger" are one. No string is made to look for one. Not for
 * several threads while it grows.
 *
 * @param <V> what is known of a word
 */
final class NameTable<V> {
  private static final int SHORTEST = 2;
  private static final int SHORTEST_DIGITS = 3;
  private static final int SHORTEST_PLURAL = 4;
  private static final int FIRST_SIZE = 64;

  private String[] words = new String[FIRST_SIZE];
  private int[] hashes = new int[FIRST_SIZE];
  private Object[] values = new Object[FIRST_SIZE];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  /** Told every word of a text. */
  interface Reader {
    void word(int start, int end, int hash);
  }

  /** Every run of letters and digits in [from, to) that may name something. */
  static void words(String text, int from, int to, Reader reader) {
    int at = from;
    while (at < to) {
      int start = at;
      int hash = 0;
      int before = 0;
      boolean letter = false;
      while (at < to && Characters.isLetterOrDigit(text.charAt(at))) {
        char c = text.charAt(at);
        letter |= Characters.isLetter(c);
        before = hash;
        hash = hash * 31 + Characters.fold(c);
        at++;
      }
      if (isName(text, start, at, letter)) {
        boolean plural = isPlural(text, start, at);
        reader.word(start, plural ? at - 1 : at, plural ? before : hash);
      }
      at = Math.max(at, start + 1);
    }
  }

  /** "14C", "pro" and "7684" name something; "a" and "11" do not. */
  private static boolean isName(String text, int from, int end, boolean letter) {
    return end - from >= (letter ? SHORTEST : SHORTEST_DIGITS)
        || (end > from && text.charAt(from) >= 128 && Character.isIdeographic(text.charAt(from)));
  }

  private static boolean isPlural(String text, int from, int end) {
    return end - from >= SHORTEST_PLURAL && text.charAt(end - 1) == 's';
  }

  /** What is known of a word that {@link #words} told; null where nothing is. */
  @Nullable V find(String text, int start, int end, int hash) {
    return value(slot(text, start, end, hash));
  }

  /** The same; where nothing is known, what the word makes, in lower case. */
  V find(String text, int start, int end, int hash, Function<String, V> make) {
    int slot = slot(text, start, end, hash);
    V known = value(slot);
    if (known != null) {
      return known;
    }
    String word = fold(text, start, end);
    V made = make.apply(word);
    words[slot] = word;
    hashes[slot] = hash;
    values[slot] = made;
    size++;
    if (size * 2 > words.length) {
      grow();
    }
    return made;
  }

  @SuppressWarnings("unchecked")
  private @Nullable V value(int slot) {
    return (V) values[slot];
  }

  private int slot(String text, int start, int end, int hash) {
    int mask = words.length - 1;
    int slot = spread(hash) & mask;
    while (words[slot] != null
        && (hashes[slot] != hash || !isSame(words[slot], text, start, end))) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static int spread(int hash) {
    return hash ^ (hash >>> 15);
  }

  private static boolean isSame(String word, String text, int start, int end) {
    if (word.length() != end - start) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (word.charAt(i - start) != Characters.fold(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** A word as it is kept. */
  static String fold(String text, int start, int end) {
    char[] folded = new char[end - start];
    for (int i = start; i < end; i++) {
      folded[i - start] = Characters.fold(text.charAt(i));
    }
    return new String(folded);
  }

  private void grow() {
    String[] oldWords = words;
    int[] oldHashes = hashes;
    Object[] oldValues = values;
    words = new String[oldWords.length * 2];
    hashes = new int[words.length];
    values = new Object[words.length];
    for (int i = 0; i < oldWords.length; i++) {
      String word = oldWords[i];
      if (word != null) {
        int slot = slot(word, 0, word.length(), oldHashes[i]);
        words[slot] = word;
        hashes[slot] = oldHashes[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
