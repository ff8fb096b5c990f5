package dev.assay.core.check.commitment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The words of one language, read from {@code <language>.lexicon} beside this class. A line is
 * {@code CLASS=value: word word}; {@code option: name} switches a trait of the language. Immutable
 * once loaded, safe for several threads.
 */
final class Lexicon {
  private static final Map<String, Lexicon> LOADED = new ConcurrentHashMap<>();
  private static final int LONGEST_MORPHEME = 14;
  private static final char SOFT_HYPHEN = '\u00ad';

  private final String language;
  private final Word[] table;
  private final int mask;
  private final Set<String> options;

  private Lexicon(String language, Map<String, Word> words, Set<String> options) {
    this.language = language;
    this.options = Set.copyOf(options);
    int size = Integer.highestOneBit(words.size() * 2 + 2) * 2;
    this.table = new Word[size];
    this.mask = size - 1;
    for (Word word : words.values()) {
      int slot = hash(word.text(), 0, word.text().length()) & mask;
      while (table[slot] != null) {
        slot = (slot + 1) & mask;
      }
      table[slot] = word;
    }
  }

  /** The lexicon of a language by its two letters; English where there is none. */
  static Lexicon of(String language) {
    Lexicon known = LOADED.get(language);
    if (known != null) {
      return known;
    }
    boolean plain = language.length() == 2 && Character.isLetter(language.charAt(0));
    Lexicon read = plain ? load(language) : null;
    if (read == null) {
      return language.equals("en") ? missing() : of("en");
    }
    LOADED.put(language, read);
    return read;
  }

  private static Lexicon missing() {
    throw new IllegalStateException("en.lexicon is not on the class path");
  }

  String language() {
    return language;
  }

  boolean has(String option) {
    return options.contains(option);
  }

  /** The entry of {@code text[start, end)} in any case; null for a word nobody listed. */
  @Nullable Word find(CharSequence text, int start, int end) {
    int slot = hash(text, start, end) & mask;
    while (true) {
      Word word = table[slot];
      if (word == null) {
        return null;
      }
      if (matches(word.text(), text, start, end)) {
        return word;
      }
      slot = (slot + 1) & mask;
    }
  }

  /** The longest number morpheme at {@code start}, for words such as German "dreiundzwanzig". */
  int morphemeEnd(CharSequence text, int start, int end) {
    for (int stop = Math.min(end, start + LONGEST_MORPHEME); stop > start + 1; stop--) {
      Word word = find(text, start, stop);
      if (word != null && isNumeral(word)) {
        return stop;
      }
    }
    return -1;
  }

  private static boolean isNumeral(Word word) {
    return word.is(WordClass.UNIT)
        || word.is(WordClass.TEEN)
        || word.is(WordClass.TENS)
        || word.is(WordClass.HUNDRED)
        || word.is(WordClass.SCALE)
        || word.is(WordClass.AND);
  }

  /** Soft hyphens are invisible and count for nothing. */
  private static boolean matches(String word, CharSequence text, int start, int end) {
    int i = 0;
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      if (c == SOFT_HYPHEN) {
        continue;
      }
      if (i == word.length() || word.charAt(i) != fold(c)) {
        return false;
      }
      i++;
    }
    return i == word.length();
  }

  private static int hash(CharSequence text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      hash = c == SOFT_HYPHEN ? hash : hash * 31 + fold(c);
    }
    return hash ^ (hash >>> 15);
  }

  private static char fold(char c) {
    if (c < 128) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    return c == '’' ? '\'' : Character.toLowerCase(c);
  }

  private static @Nullable Lexicon load(String language) {
    try (InputStream in = Lexicon.class.getResourceAsStream(language + ".lexicon")) {
      if (in == null) {
        return null;
      }
      Source source = new Source();
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        source.read(line.strip());
      }
      return new Lexicon(language, source.words(), source.options);
    } catch (IOException e) {
      throw new UncheckedIOException(language + ".lexicon cannot be read", e);
    }
  }

  /** The words of a resource while it is read. */
  private static final class Source {
    private final Map<String, List<WordClass>> classes = new HashMap<>();
    private final Map<String, List<String>> codes = new HashMap<>();
    private final Set<String> options = new HashSet<>();

    void read(String line) {
      int colon = line.indexOf(": ");
      if (line.isEmpty() || line.charAt(0) == '#' || colon < 0) {
        return;
      }
      String head = line.substring(0, colon);
      StringTokenizer words = new StringTokenizer(line.substring(colon + 2));
      while (words.hasMoreTokens()) {
        add(head, words.nextToken());
      }
    }

    private void add(String head, String word) {
      if (head.equals("option")) {
        options.add(word);
        return;
      }
      int equals = head.indexOf('=');
      String name = equals < 0 ? head : head.substring(0, equals);
      String key = word.toLowerCase(Locale.ROOT);
      classes.computeIfAbsent(key, k -> new ArrayList<>()).add(WordClass.valueOf(name));
      codes
          .computeIfAbsent(key, k -> new ArrayList<>())
          .add(equals < 0 ? "" : head.substring(equals + 1));
    }

    Map<String, Word> words() {
      Map<String, Word> words = new HashMap<>();
      classes.forEach(
          (text, in) -> words.put(text, new Word(text, in, codes.getOrDefault(text, List.of()))));
      return words;
    }
  }
}
