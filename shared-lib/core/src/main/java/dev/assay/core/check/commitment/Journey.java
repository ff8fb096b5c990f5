package dev.assay.core.check.commitment;

import org.jspecify.annotations.Nullable;

/** Which end of a journey, a stay or an event a time belongs to. */
enum Journey {
  START,
  END,
  UNKNOWN;

  private static final int REACH = 6;

  /** By the words of a key: {@code scheduled_arrival_time_est}. */
  static Journey ofKey(String key, Lexicon lexicon) {
    Journey end = UNKNOWN;
    int start = 0;
    for (int i = 1; i <= key.length(); i++) {
      if (i == key.length() || Keys.splits(key, i)) {
        int from = Character.isLetter(key.charAt(start)) ? start : start + 1;
        Journey part = from < i ? of(lexicon.find(key, from, i)) : UNKNOWN;
        end = part == UNKNOWN ? end : part;
        start = i;
      }
    }
    return end;
  }

  private static Journey of(@Nullable Word word) {
    if (word == null) {
      return UNKNOWN;
    }
    return word.is(WordClass.DEPARTURE) ? START : word.is(WordClass.ARRIVAL) ? END : UNKNOWN;
  }

  /** By the words right behind or before a mention, with no other time between. */
  static Journey of(Utterance utterance, int from, int end) {
    Journey behind = end < utterance.size() ? of(utterance.tokens().get(end).word()) : UNKNOWN;
    if (behind != UNKNOWN) {
      return behind;
    }
    int start = Math.max(utterance.clauses().sentenceStart(from), from - REACH);
    for (int i = from - 1; i >= start; i--) {
      Token token = utterance.tokens().get(i);
      if (token.kind() == Token.Kind.CLOCK || token.is(WordClass.AM) || token.is(WordClass.PM)) {
        return UNKNOWN;
      }
      Journey found =
          token.kind() == Token.Kind.ID
              ? ofKey(utterance.text().substring(token.start(), token.end()), utterance.lexicon())
              : of(token.word());
      if (found != UNKNOWN) {
        return found;
      }
    }
    return UNKNOWN;
  }

  /** True where the two cannot be meant as one. */
  boolean opposes(Journey other) {
    return this != UNKNOWN && other != UNKNOWN && this != other;
  }
}
