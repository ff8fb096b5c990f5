package dev.assay.core.check.commitment.text;

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
 * {@code CLASS=value: word word}; {@code option: name} switches a trait of the language. A region
 * has a resource of its own ({@code en-GB.lexicon}) that starts from its language by {@code
 * include: en} and may drop a trait with {@code without: name}. Immutable once loaded, safe for
 * several threads.
 */
public final class Lexicon {
  private static final Map<String, Lexicon> LOADED = new ConcurrentHashMap<>();
  private static final int LONGEST_MORPHEME = 14;

  /** The longest entry of a language without spaces, in characters. */
  private static final int LONGEST_UNSPACED = 6;

  /** Locales come from outside: no more than this many are remembered. */
  private static final int MOST_LOCALES = 500;

  private static final WordClasses MORPHEMES = Cardinals.STARTS.plus(WordClasses.of(WordClass.AND));

  private final String language;
  private final Word[] table;
  private final int[] hashes;
  private final ShortWords shortWords;
  private final @Nullable Word[] signs = new Word[128];
  private final int mask;

  /** A bit for each trait. */
  private final int traits;

  private final boolean elides;
  private final boolean compounds;
  private final boolean unspaced;
  private final Cardinals.Traits cardinals;

  private Lexicon(String language, Map<String, Word> words, Set<String> options) {
    this.language = language;
    this.traits = traits(options);
    this.elides = has(Trait.ELISION);
    this.compounds = has(Trait.COMPOUND);
    this.unspaced = has(Trait.UNSPACED);
    this.cardinals = Cardinals.Traits.of(options);
    int size = Integer.highestOneBit(words.size() * 2 + 2) * 2;
    this.table = new Word[size];
    this.hashes = new int[size];
    this.mask = size - 1;
    this.shortWords = new ShortWords(words.size());
    words.values().forEach(this::enter);
    for (char sign = 0; sign < signs.length; sign++) {
      signs[sign] = find(String.valueOf(sign));
    }
  }

  private void enter(Word word) {
    shortWords.enter(word);
    int hash = 0;
    for (int i = 0; i < word.text().length(); i++) {
      hash = hash(hash, word.text().charAt(i));
    }
    int slot = slot(hash);
    while (table[slot] != null) {
      slot = (slot + 1) & mask;
    }
    table[slot] = word;
    hashes[slot] = hash;
  }

  /** The lexicon of a language by its two letters; English where there is none. */
  public static Lexicon of(String language) {
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

  /**
   * The lexicon of a locale such as {@code en-GB} or {@code zh-Hans-CN}: that of its region where
   * there is one, else that of its language; English where neither is known.
   */
  public static Lexicon forLocale(@Nullable String locale) {
    if (locale == null || locale.length() < 2) {
      return of("en");
    }
    Lexicon known = LOADED.get(locale);
    if (known != null) {
      return known;
    }
    String language = locale.substring(0, Math.min(letters(locale, 0), 3)).toLowerCase(Locale.ROOT);
    String region = region(locale);
    Lexicon regional = region.isEmpty() ? null : load(language + "-" + region);
    Lexicon found = regional != null ? regional : of(language);
    if (LOADED.size() < MOST_LOCALES) {
      LOADED.put(locale, found);
    }
    return found;
  }

  /** The two letters of the country in a locale; empty where it names none. */
  private static String region(String locale) {
    int at = letters(locale, 0);
    while (at < locale.length()) {
      int end = letters(locale, at + 1);
      if (end == at + 3) {
        return locale.substring(at + 1, end).toUpperCase(Locale.ROOT);
      }
      at = Math.max(end, at + 1);
    }
    return "";
  }

  private static int letters(String text, int from) {
    int end = from;
    while (end < text.length()
        && (text.charAt(end) | 32) >= 'a'
        && (text.charAt(end) | 32) <= 'z') {
      end++;
    }
    return end;
  }

  private static Lexicon missing() {
    throw new IllegalStateException("en.lexicon is not on the class path");
  }

  /** The name of the resource, {@code de} or {@code en-GB}. */
  public String language() {
    return language;
  }

  /** The order of the constants decides nothing: traits live in memory only. */
  @SuppressWarnings("EnumOrdinal")
  private static int bit(Trait trait) {
    return 1 << trait.ordinal();
  }

  private static int traits(Set<String> options) {
    int traits = 0;
    for (Trait trait : Trait.values()) {
      traits |= options.contains(trait.option()) ? bit(trait) : 0;
    }
    return traits;
  }

  public boolean has(Trait trait) {
    return (traits & bit(trait)) != 0;
  }

  /** True where an article or pronoun loses its vowel before the next word: "l'heure". */
  boolean elides() {
    return elides;
  }

  /** True where numbers are written as one word: "dreiundzwanzig". */
  boolean compounds() {
    return compounds;
  }

  /** True where no spaces stand between words, as in Chinese. */
  public boolean unspaced() {
    return unspaced;
  }

  /** How the numbers of this language are built. */
  Cardinals.Traits cardinals() {
    return cardinals;
  }

  /** The entry of a word in any case; null for a word nobody listed. */
  @Nullable Word find(String word) {
    return find(word, 0, word.length());
  }

  /** The entry of {@code text[start, end)} in any case; null for a word nobody listed. */
  public @Nullable Word find(String text, int start, int end) {
    return find(new Characters(text.substring(start, end)), 0, end - start);
  }

  /** The entry of {@code text[start, end)} in any case; null for a word nobody listed. */
  @Nullable Word find(Characters text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = hash(hash, text.at(i));
    }
    return find(text, start, end, hash);
  }

  /**
   * The same for a reader that knows the hash of all characters already.
   *
   * @param hash of {@link #hash(int, char)}, character by character, from 0
   */
  @Nullable Word find(Characters text, int start, int end, int hash) {
    int slot = slot(hash);
    while (true) {
      if (hashes[slot] == hash) {
        Word word = table[slot];
        if (word == null || matches(word.text(), text, start, end)) {
          return word;
        }
      } else if (table[slot] == null) {
        return null;
      }
      slot = (slot + 1) & mask;
    }
  }

  /** The entry of the sign at {@code i}. */
  @Nullable Word findSign(Characters text, int i) {
    char sign = text.at(i);
    return sign < signs.length ? signs[sign] : find(text, i, i + 1);
  }

  /**
   * The entry of a word of plain letters.
   *
   * @param letters of {@link Characters#plainLetters}, as far as the word is that short
   */
  @Nullable Word findPlain(Characters text, int start, int end, long letters) {
    return end - start <= ShortWords.LONGEST
        ? shortWords.find(letters)
        : find(text, start, end, text.plainHash(start, end));
  }

  private int slot(int hash) {
    return (hash ^ (hash >>> 15)) & mask;
  }

  /** The hash with one more character; soft hyphens are invisible and count for nothing. */
  static int hash(int hash, char c) {
    if (c < 128) {
      return hash * 31 + Characters.fold(c);
    }
    return Characters.isSoftHyphen(c) ? hash : hash * 31 + Characters.fold(c);
  }

  /** The longest number morpheme at {@code start}, for words such as German "dreiundzwanzig". */
  int morphemeEnd(Characters text, int start, int end) {
    int longest = -1;
    int hash = 0;
    for (int i = start; i < Math.min(end, start + LONGEST_MORPHEME); i++) {
      hash = hash(hash, text.at(i));
      Word word = i == start ? null : find(text, start, i + 1, hash);
      longest = word != null && word.classes().meets(MORPHEMES) ? i + 1 : longest;
    }
    return longest;
  }

  /**
   * Where the longest entry at {@code start} ends, in text without spaces; -1 where none stands.
   */
  int entryEnd(Characters text, int start) {
    int longest = -1;
    int hash = 0;
    for (int i = start; i < start + LONGEST_UNSPACED && Characters.isHan(text.at(i)); i++) {
      hash = hash(hash, text.at(i));
      longest = find(text, start, i + 1, hash) != null ? i + 1 : longest;
    }
    return longest;
  }

  private static boolean matches(String word, Characters text, int start, int end) {
    int i = 0;
    for (int at = start; at < end; at++) {
      char c = text.at(at);
      if (Characters.isSoftHyphen(c)) {
        continue;
      }
      if (i == word.length() || word.charAt(i) != Characters.fold(c)) {
        return false;
      }
      i++;
    }
    return i == word.length();
  }

  private static @Nullable Lexicon load(String name) {
    Source source = new Source();
    return source.readAll(name) ? new Lexicon(name, source.words(), source.kept()) : null;
  }

  /** The words of a resource while it is read. */
  private static final class Source {
    private final Map<String, List<WordClass>> classes = new HashMap<>();
    private final Map<String, List<String>> codes = new HashMap<>();
    private final Set<String> options = new HashSet<>();
    private final Set<String> without = new HashSet<>();
    private @Nullable String include;

    /**
     * Reads a resource and the one it includes. What a region lists itself comes first, so it
     * outranks the same word of the same class in its language.
     */
    boolean readAll(String name) {
      try (InputStream in = Lexicon.class.getResourceAsStream(name + ".lexicon")) {
        if (in == null) {
          return false;
        }
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          read(line.strip());
        }
      } catch (IOException e) {
        throw new UncheckedIOException(name + ".lexicon cannot be read", e);
      }
      String base = include;
      include = null;
      return base == null || readAll(base);
    }

    Set<String> kept() {
      options.removeAll(without);
      return options;
    }

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
      switch (head) {
        case "option" -> options.add(word);
        case "without" -> without.add(word);
        case "include" -> include = word;
        default -> entry(head, word);
      }
    }

    private void entry(String head, String word) {
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
