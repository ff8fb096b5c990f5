package dev.assay.core.check.commitment.ladder.time;

import dev.assay.core.check.commitment.ledger.KeyMemo;
import dev.assay.core.check.commitment.ledger.Keys;
import dev.assay.core.check.commitment.text.Lexicon;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.Word;
import dev.assay.core.check.commitment.text.WordClass;
import org.jspecify.annotations.Nullable;

/** Which end of a journey, a stay or an event a time belongs to. */
enum Journey {
  START,
  END,
  UNKNOWN;

  private static final int REACH = 6;

  /** A clock time with its half of the day and its zone is at most so many tokens back. */
  private static final int SPAN = 5;

  private static final KeyMemo<Journey> KEYS = new KeyMemo<>(key -> ofKey(key, Lexicon.of("en")));

  /** By the words of a key: {@code scheduled_arrival_time_est}. */
  static Journey ofKey(String key) {
    return KEYS.of(key);
  }

  private static Journey ofKey(String key, Lexicon lexicon) {
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
    Journey before = before(utterance, from, end);
    return before == UNKNOWN && end < utterance.size()
        ? of(utterance.tokens().get(end).word())
        : before;
  }

  /** "May 24, departs 11 PM" has its word inside. */
  private static Journey before(Utterance utterance, int from, int end) {
    int start = Math.max(utterance.clauses().sentenceStart(from), from - REACH);
    for (int i = end - 1; i >= start; i--) {
      Token token = utterance.tokens().get(i);
      boolean clock =
          token.kind() == Token.Kind.CLOCK || token.is(WordClass.AM) || token.is(WordClass.PM);
      if (clock && i < from) {
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

  /** Of two times with a dash between them the first is the start: "14:00 – 16:30". */
  static Journey ofSpan(Utterance utterance, int from, int end) {
    int behind = isZone(utterance, end) ? end + 1 : end;
    if (isDash(utterance, behind) && isClock(utterance, behind + 1)) {
      return START;
    }
    int before = from - 2;
    while (before > from - SPAN && !isClock(utterance, before) && isOfClock(utterance, before)) {
      before--;
    }
    return isDash(utterance, from - 1) && isClock(utterance, before) ? END : UNKNOWN;
  }

  private static boolean isDash(Utterance utterance, int i) {
    return utterance.is(i, '-') || utterance.is(i, '–') || utterance.is(i, '—');
  }

  private static boolean isClock(Utterance utterance, int i) {
    return i >= 0 && i < utterance.size() && utterance.tokens().get(i).kind() == Token.Kind.CLOCK;
  }

  private static boolean isZone(Utterance utterance, int i) {
    return utterance.is(i, WordClass.ZONE);
  }

  private static boolean isOfClock(Utterance utterance, int i) {
    return isZone(utterance, i) || utterance.is(i, WordClass.AM) || utterance.is(i, WordClass.PM);
  }

  /** True where the two cannot be meant as one. */
  boolean opposes(Journey other) {
    return this != UNKNOWN && other != UNKNOWN && this != other;
  }
}
