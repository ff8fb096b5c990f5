package dev.assay.core.check.commitment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A lexicon entry: the classes of a word and what it is worth in each. */
final class Word {
  private final WordClass[] classes;
  private final String[] codes;
  private final long[] values;
  private final String text;
  private final boolean deed;

  Word(String text, List<WordClass> classes, List<String> codes) {
    this.text = text;
    this.classes = classes.toArray(new WordClass[0]);
    this.codes = codes.toArray(new String[0]);
    this.values = new long[this.codes.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = number(this.codes[i]);
    }
    this.deed =
        is(WordClass.DONE)
            || is(WordClass.DID)
            || is(WordClass.DEED)
            || is(WordClass.WILL_DO)
            || is(WordClass.SETTLED);
  }

  /** True where a claim or promise of a deed can stand: asked of every token. */
  boolean isDeed() {
    return deed;
  }

  private static long number(String code) {
    return !code.isEmpty() && Character.isDigit(code.charAt(0)) ? Long.parseLong(code) : 0;
  }

  boolean is(WordClass wanted) {
    return find(wanted) >= 0;
  }

  /** The number this word stands for in a class; 0 where it has none. */
  long value(WordClass wanted) {
    int i = find(wanted);
    return i < 0 ? 0 : values[i];
  }

  /** The code this word stands for in a class, such as a currency; null where it is not of it. */
  @Nullable String code(WordClass wanted) {
    int i = find(wanted);
    return i < 0 ? null : codes[i];
  }

  String text() {
    return text;
  }

  private int find(WordClass wanted) {
    for (int i = 0; i < classes.length; i++) {
      if (classes[i] == wanted) {
        return i;
      }
    }
    return -1;
  }
}
