package dev.assay.core.check.commitment.text;

import org.jspecify.annotations.Nullable;

/**
 * One token of a text.
 *
 * @param start first UTF-16 unit
 * @param end one past the last
 * @param word what the lexicon knows of a word or symbol; null for all else
 * @param value a number in ten-thousandths, minutes of the day of a clock time, the epoch day of a
 *     date, the character of a symbol
 * @param places decimals as written; for a clock time 1 when it can only be a 24-hour reading; for
 *     a date the other reading's epoch day difference is in {@code other}
 * @param other a second reading of a date written with slashes, or {@link Long#MIN_VALUE}
 * @param joined written together with the token before, as after a hyphen
 */
public record Token(
    Kind kind,
    int start,
    int end,
    @Nullable Word word,
    long value,
    int places,
    long other,
    boolean joined) {

  /** What a token is by its form alone. */
  public enum Kind {
    WORD,
    NUMBER,
    /** A number with an ordinal ending: 4th. */
    ORDINAL,
    CLOCK,
    DATE,
    SYMBOL,
    /** Letters mixed with digits, dashed groups, very long digits: never a value. */
    ID,
    BREAK
  }

  public static final long NONE = Long.MIN_VALUE;

  public boolean is(WordClass wanted) {
    return word != null && word.is(wanted);
  }

  /** True where the word is of one of the classes. */
  public boolean isAny(WordClasses wanted) {
    return word != null && word.classes().meets(wanted);
  }

  public boolean is(char symbol) {
    return kind == Kind.SYMBOL && value == symbol;
  }

  public long value(WordClass wanted) {
    return word == null ? 0 : word.value(wanted);
  }

  public @Nullable String code(WordClass wanted) {
    return word == null ? null : word.code(wanted);
  }
}
