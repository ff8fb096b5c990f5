package dev.assay.core.check.commitment.evidence;

import dev.assay.core.check.commitment.grammar.Reader;
import dev.assay.core.check.commitment.terms.ProseTerms;
import dev.assay.core.check.commitment.text.Lexicon;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.value.Mention;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text that was read: its tokens, every value it mentions and the terms it grants, whoever said
 * it and wherever it stands. Safe for several threads, so what is read once can serve many
 * conversations.
 */
public final class Prose {
  private final Utterance utterance;
  private final List<Mention> mentions;
  private final LocalDate today;
  private @Nullable ProseTerms terms;
  private @Nullable ProseOwners owners;

  private Prose(Utterance utterance, List<Mention> mentions, LocalDate today) {
    this.utterance = utterance;
    this.mentions = List.copyOf(mentions);
    this.today = today;
  }

  /**
   * Reads a text once.
   *
   * @param today the day the words were said, for "tomorrow" and dates without a year
   */
  static Prose read(String text, Lexicon lexicon, LocalDate today) {
    return read(new Utterance(text, lexicon), today);
  }

  public static Prose read(Utterance utterance, LocalDate today) {
    return new Prose(utterance, Reader.read(utterance, today), today);
  }

  /** A text that is known to hold no value. */
  static Prose withoutValues(String text, Lexicon lexicon, LocalDate today) {
    return new Prose(new Utterance(text, lexicon), List.of(), today);
  }

  /** The text in tokens. */
  public Utterance utterance() {
    return utterance;
  }

  /** In the order of the text. */
  List<Mention> mentions() {
    return mentions;
  }

  /** What a policy, a document or a result grants or denies in these words. */
  ProseTerms terms() {
    ProseTerms known = terms;
    if (known == null) {
      known = ProseTerms.read(utterance, mentions, today);
      terms = known;
    }
    return known;
  }

  /** Whose its values are. */
  ProseOwners owners() {
    ProseOwners known = owners;
    if (known == null) {
      known = new ProseOwners(utterance, mentions);
      owners = known;
    }
    return known;
  }

  /** True for what many conversations are likely to share. */
  boolean isLong() {
    return utterance.text().length() >= KnownProse.SHORTEST;
  }
}
