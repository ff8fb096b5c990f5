package dev.assay.core.statistics;

import java.util.Optional;
import java.util.function.Function;

/**
 * Something computed, or the reason why it cannot be: a missing number is never 0 and never NaN.
 *
 * @param <T> what is known: a {@code Double}, an {@link Interval}, a record of several
 */
public sealed interface Quantity<T> {
  /** It is this. */
  record Known<T>(T value) implements Quantity<T> {
    public Known {
      if (value instanceof Double number && !Double.isFinite(number)) {
        throw new IllegalArgumentException("a known quantity is finite, not " + number);
      }
    }
  }

  /** It cannot be told. */
  record Undefined<T>(Reason reason) implements Quantity<T> {}

  /** Why a quantity is undefined. */
  enum Reason {
    NO_DATA("nothing was observed"),
    ONE_UNIT("one unit alone tells nothing about its spread"),
    ONE_CATEGORY("both raters used one category only"),
    NO_PAIRS("no unit was rated twice"),
    TOO_FEW_LABELS("fewer than two reviewed traces"),
    NO_BETTER_THAN_CHANCE("sensitivity + specificity is 1 or less: the judge tells nothing"),
    TOO_LITTLE_MASS("the score tokens hold less than 80 % of the probability");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    /** For people. */
    public String words() {
      return words;
    }
  }

  static <T> Quantity<T> of(T value) {
    return new Known<>(value);
  }

  static <T> Quantity<T> undefined(Reason reason) {
    return new Undefined<>(reason);
  }

  /** The value where it is known. */
  default Optional<T> known() {
    return switch (this) {
      case Known<T>(T value) -> Optional.of(value);
      case Undefined<T> undefined -> Optional.empty();
    };
  }

  /** Computes on; what is undefined stays so, for its reason. */
  default <R> Quantity<R> map(Function<? super T, ? extends R> function) {
    return switch (this) {
      case Known<T>(T value) -> of(function.apply(value));
      case Undefined<T>(Reason reason) -> undefined(reason);
    };
  }
}
