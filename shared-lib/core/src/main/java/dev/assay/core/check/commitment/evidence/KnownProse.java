package dev.assay.core.check.commitment.evidence;

import dev.assay.core.check.commitment.text.Lexicon;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The long texts that were read last. All conversations of an agent have the same prompt and the
 * same documents, many times longer than what is said: they are read once a day of conversation and
 * language instead of once a conversation. Bounded in number and characters; the one that was not
 * asked for longest makes room. Safe for several threads.
 */
public final class KnownProse {
  /** One for all conversations of this process. */
  public static final KnownProse SHARED = new KnownProse(64, 400_000);

  /** A shorter text is read again in less time than it takes to remember it. */
  static final int SHORTEST = 200;

  private final int mostTexts;
  private final int mostCharacters;
  private final Map<Key, Prose> known = new LinkedHashMap<>(16, 0.75f, true);
  private int characters;

  /**
   * @param mostCharacters of all texts together; a character costs some twenty bytes once read
   */
  KnownProse(int mostTexts, int mostCharacters) {
    this.mostTexts = mostTexts;
    this.mostCharacters = mostCharacters;
  }

  private record Key(String text, String language, LocalDate today) {}

  /** As {@link Prose#read}. */
  public Prose read(String text, Lexicon lexicon, LocalDate today) {
    if (text.length() < SHORTEST || text.length() > mostCharacters) {
      return Prose.read(text, lexicon, today);
    }
    Key key = new Key(text, lexicon.language(), today);
    synchronized (known) {
      Prose prose = known.get(key);
      if (prose != null) {
        return prose;
      }
    }
    Prose read = Prose.read(text, lexicon, today);
    remember(key, read);
    return read;
  }

  private void remember(Key key, Prose read) {
    synchronized (known) {
      if (known.put(key, read) == null) {
        characters += key.text().length();
      }
      while (known.size() > mostTexts || characters > mostCharacters) {
        Map.Entry<Key, Prose> oldest = known.entrySet().iterator().next();
        characters -= oldest.getKey().text().length();
        known.remove(oldest.getKey());
      }
    }
  }

  /** How many texts are remembered. */
  int size() {
    synchronized (known) {
      return known.size();
    }
  }
}
