package dev.assay.core.sampling;

import java.util.Optional;

/** Tells the language of a customer's words, for traces that name no locale. */
public interface LanguageDetector {
  /**
   * The BCP 47 code of the language, such as {@code de}; empty when the words leave it open.
   *
   * @param text any length, also none
   */
  Optional<String> detect(String text);
}
