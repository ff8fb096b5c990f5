package dev.assay.bench.check;

import org.jspecify.annotations.Nullable;

/**
 * A value where it stands in a text, so that another can take its place in the same style.
 *
 * @param <V> the value: a decimal, a date or a time of day
 */
sealed interface Stated<V> permits StatedAmount, StatedDate, StatedTime {
  V value();

  /** Where it begins in the text. */
  int start();

  /** One past its end. */
  int end();

  /** The words of another value in this one's style; null where the style cannot say it. */
  @Nullable String say(V other);

  /** The text with other words in place of this value. */
  default String in(String text, String words) {
    return text.substring(0, start()) + words + text.substring(end());
  }
}
