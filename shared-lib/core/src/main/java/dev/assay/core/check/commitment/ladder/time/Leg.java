package dev.assay.core.check.commitment.ladder.time;

import dev.assay.core.check.commitment.ledger.KeyMemo;
import dev.assay.core.check.commitment.ledger.Keys;
import dev.assay.core.check.commitment.text.Lexicon;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.Word;
import dev.assay.core.check.commitment.text.WordClass;
import org.jspecify.annotations.Nullable;

/** Which way of a round trip a date or time belongs to. */
enum Leg {
  OUT,
  BACK,
  UNKNOWN;

  private static final int REACH = 12;

  private static final KeyMemo<Leg> KEYS = new KeyMemo<>(key -> read(key, Lexicon.of("en")));

  /** By the words of a key: {@code outbound_arrival_time}, {@code returnDate}. */
  static Leg ofKey(String key) {
    return KEYS.of(key);
  }

  private static Leg read(String key, Lexicon lexicon) {
    boolean out = Keys.names(key, WordClass.OUTWARD, lexicon);
    boolean back = Keys.names(key, WordClass.HOMEWARD, lexicon);
    return out == back ? UNKNOWN : out ? OUT : BACK;
  }

  /** By the nearest word before a mention, in its sentence. */
  static Leg of(Utterance utterance, int from) {
    if (!utterance.classes().has(WordClass.OUTWARD)
        && !utterance.classes().has(WordClass.HOMEWARD)) {
      return UNKNOWN;
    }
    int start = Math.max(utterance.clauses().sentenceStart(from), from - REACH);
    for (int i = from - 1; i >= start; i--) {
      Leg leg = of(utterance.tokens().get(i).word());
      if (leg != UNKNOWN) {
        return leg;
      }
    }
    return UNKNOWN;
  }

  private static Leg of(@Nullable Word word) {
    if (word == null) {
      return UNKNOWN;
    }
    return word.is(WordClass.OUTWARD) ? OUT : word.is(WordClass.HOMEWARD) ? BACK : UNKNOWN;
  }

  /** True where the two cannot be meant as one. */
  boolean opposes(Leg other) {
    return this != UNKNOWN && other != UNKNOWN && this != other;
  }
}
