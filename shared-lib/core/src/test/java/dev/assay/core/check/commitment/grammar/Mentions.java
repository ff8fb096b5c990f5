package dev.assay.core.check.commitment.grammar;

import dev.assay.core.check.commitment.text.Lexicon;
import dev.assay.core.check.commitment.text.Utterance;
import java.time.LocalDate;
import java.util.List;

/** What is mentioned in a text, for tests. */
public final class Mentions {
  /** A Wednesday. */
  public static final LocalDate TODAY = LocalDate.of(2026, 2, 25);

  private Mentions() {}

  static List<String> of(String text, String locale) {
    Utterance utterance = new Utterance(text, Lexicon.forLocale(locale));
    return Reader.read(utterance, TODAY).stream().map(m -> m.value().normalised()).toList();
  }

  /** The only value of a text, or all that was found where there is not exactly one. */
  static String only(String text, String locale) {
    List<String> found = of(text, locale);
    return found.size() == 1 ? found.getFirst() : found.toString();
  }
}
