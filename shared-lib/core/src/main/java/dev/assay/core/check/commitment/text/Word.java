package dev.assay.core.check.commitment.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A lexicon entry: the classes of a word and what it is worth in each. */
public final class Word {
  /** Words that become no token of their own. */
  private static final WordClasses SPECIAL =
      WordClasses.of(WordClass.PHRASE, WordClass.HESITATION, WordClass.ABBREVIATED);

  private final WordClasses set;
  private final long[] bits;
  private final boolean special;
  private final WordClass[] classes;
  private final String[] codes;
  private final long[] values;
  private final String text;

  Word(String text, List<WordClass> classes, List<String> codes) {
    this.text = text;
    this.classes = classes.toArray(new WordClass[0]);
    this.set = WordClasses.of(this.classes);
    this.bits = set.row();
    this.special = set.meets(SPECIAL);
    this.codes = codes.toArray(new String[0]);
    this.values = new long[this.codes.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = number(this.codes[i]);
    }
  }

  private static long number(String code) {
    return !code.isEmpty() && Character.isDigit(code.charAt(0)) ? Long.parseLong(code) : 0;
  }

  public WordClasses classes() {
    return set;
  }

  /** True where the tokenizer has more to do than to make a token of it. */
  boolean isSpecial() {
    return special;
  }

  public boolean is(WordClass wanted) {
    return WordClasses.has(bits, 0, wanted);
  }

  /** The number this word stands for in a class; 0 where it has none. */
  long value(WordClass wanted) {
    return set.has(wanted) ? values[find(wanted)] : 0;
  }

  /** The code this word stands for in a class, such as a currency; null where it is not of it. */
  public @Nullable String code(WordClass wanted) {
    return set.has(wanted) ? codes[find(wanted)] : null;
  }

  String text() {
    return text;
  }

  private int find(WordClass wanted) {
    int i = 0;
    while (classes[i] != wanted) {
      i++;
    }
    return i;
  }
}
