package dev.assay.core.check.commitment;

import java.time.LocalDate;
import java.util.List;

/**
 * A text that was read: its tokens and every value it mentions, whoever said it and wherever it
 * stands. Safe for several threads, so what is read once can serve many conversations.
 *
 * @param utterance the text in tokens
 * @param mentions in the order of the text
 */
record Prose(Utterance utterance, List<Mention> mentions) {
  Prose {
    mentions = List.copyOf(mentions);
  }

  /**
   * @param today the day the words were said, for "tomorrow" and dates without a year
   */
  static Prose read(String text, Lexicon lexicon, LocalDate today) {
    return read(new Utterance(text, lexicon), today);
  }

  static Prose read(Utterance utterance, LocalDate today) {
    return new Prose(utterance, Reader.read(utterance, today));
  }
}
