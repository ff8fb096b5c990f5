package dev.assay.wire;

import org.jspecify.annotations.Nullable;

/** Takes personal data out of one string. Equal values of a conversation become equal marks. */
@FunctionalInterface
public interface Censor {
  /** Leaves everything as it is. */
  Censor NONE = (field, text) -> text;

  /**
   * Censors one string.
   *
   * @param field name of the member that holds it, a hint to what it is
   * @return the same instance when there was nothing to take out
   */
  String apply(@Nullable String field, String text);
}
