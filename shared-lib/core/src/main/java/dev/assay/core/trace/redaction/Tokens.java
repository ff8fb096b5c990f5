package dev.assay.core.trace.redaction;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The few places of a text that a rule may start from, found in one pass. Ordinary words are not
 * kept, so that every rule walks a short list.
 */
final class Tokens {
  enum Sort {
    /** A run of digits that touches no letter. */
    NUMBER,
    /** Letters and digits, or with an underscore: ids, most of all. */
    MIXED,
    AT_SIGN,
    PLACEHOLDER,
    /** A word of {@link Words}. */
    WORD,
    /** A compound of German that ends like a street: {@code Hauptstraße}. */
    GERMAN_STREET
  }

  private static final byte NONE = 0;
  private static final byte LETTER = 1;
  private static final byte DIGIT = 2;
  private static final byte UNDERSCORE = 4;
  private static final int FIRST_CJK = 0x2E80;
  private static final byte[] ASCII = new byte[128];

  static {
    Arrays.fill(ASCII, '0', '9' + 1, DIGIT);
    Arrays.fill(ASCII, 'a', 'z' + 1, LETTER);
    Arrays.fill(ASCII, 'A', 'Z' + 1, LETTER);
    ASCII['_'] = UNDERSCORE;
  }

  final String text;
  private Sort[] sorts = new Sort[32];
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private Words.@Nullable Entry[] entries = new Words.@Nullable Entry[32];
  private @Nullable Kind[] taken = new @Nullable Kind[32];
  private int size;

  /** Something a rule can start from was seen; without it there is nothing to find. */
  private boolean promising;

  private Tokens(String text) {
    this.text = text;
  }

  static Tokens of(String text) {
    Tokens tokens = new Tokens(text);
    int at = 0;
    while (at < text.length()) {
      at = tokens.read(at);
    }
    return tokens;
  }

  int size() {
    return promising ? size : 0;
  }

  Sort sort(int token) {
    return sorts[token];
  }

  int start(int token) {
    return starts[token];
  }

  int end(int token) {
    return ends[token];
  }

  int length(int token) {
    return ends[token] - starts[token];
  }

  String word(int token) {
    return text.substring(starts[token], ends[token]);
  }

  boolean isNumber(int token) {
    return token >= 0 && token < size && sorts[token] == Sort.NUMBER;
  }

  /** True when the token is a word with that flag of {@link Words}. */
  boolean hints(int token, int flag) {
    Words.Entry entry = entries[token];
    return entry != null && (entry.flags() & flag) != 0;
  }

  /** What a digit word stands for, such as {@code 6} for "six". */
  String spokenDigits(int token) {
    Words.Entry entry = entries[token];
    return entry == null ? "" : entry.text();
  }

  boolean isTaken(int token) {
    return taken[token] != null;
  }

  /** What the token was found to be part of. */
  @Nullable Kind takenBy(int token) {
    return taken[token];
  }

  /** Marks every token inside a match, so that no later rule starts there. */
  void take(Match match) {
    int found = Arrays.binarySearch(starts, 0, size, match.start());
    // Where no token starts with the match, the one before may reach into it.
    int first = found >= 0 ? found : Math.max(0, -found - 2);
    for (int i = first; i < size && starts[i] < match.end(); i++) {
      if (ends[i] > match.start()) {
        taken[i] = match.kind();
      }
    }
  }

  private int read(int at) {
    char c = text.charAt(at);
    if (classOf(c) != NONE) {
      return readRun(at);
    }
    if (c == '@') {
      promising = true;
      add(Sort.AT_SIGN, at, at + 1, null);
    } else if (c == '[') {
      Kind kind = Placeholder.kindAt(text, at);
      if (kind != null) {
        int end = at + Placeholder.length(kind);
        // A telephone placeholder stands where a number stood: it keeps a cue alive.
        add(Sort.PLACEHOLDER, at, end, kind == Kind.PHONE ? PHONE_PLACEHOLDER : null);
        return end;
      }
    } else if (c >= FIRST_CJK) {
      readChinese(at, c);
    }
    return at + 1;
  }

  private static final Words.Entry PHONE_PLACEHOLDER = new Words.Entry("", Words.PHONE, "");

  private void readChinese(int at, char c) {
    char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    boolean cue = (c == '电' && next == '话') || (c == '手' && next == '机');
    boolean id = (c == '订' && next == '单') || (c == '航' && next == '班');
    if (cue || id) {
      int flag = cue ? Words.PHONE : Words.OTHER_ID;
      add(Sort.WORD, at, at + 2, new Words.Entry("", flag, ""));
    }
  }

  private int readRun(int start) {
    int seen = 0;
    int hash = 0;
    int at = start;
    while (at < text.length()) {
      char c = text.charAt(at);
      int kind = classOf(c);
      if (kind == NONE) {
        break;
      }
      seen |= kind;
      hash = Words.mix(hash, Words.lower(c));
      at++;
    }
    keep(start, at, seen, hash);
    return at;
  }

  private void keep(int start, int end, int seen, int hash) {
    if (seen == DIGIT) {
      promising = true;
      add(Sort.NUMBER, start, end, null);
      return;
    }
    Words.Entry entry = (seen & DIGIT) == 0 ? Words.find(text, start, end, hash) : null;
    if (entry != null) {
      promising |= (entry.flags() & (Words.DIGIT | Words.AT)) != 0;
      add(Sort.WORD, start, end, entry);
    } else if ((seen & DIGIT) != 0) {
      promising = true;
      add(Sort.MIXED, start, end, null);
    } else if (AddressRule.isGermanStreet(text, start, end)) {
      add(Sort.GERMAN_STREET, start, end, null);
    }
  }

  private void add(Sort sort, int start, int end, Words.@Nullable Entry entry) {
    if (size == starts.length) {
      sorts = Arrays.copyOf(sorts, size * 2);
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
      entries = Arrays.copyOf(entries, size * 2);
      taken = Arrays.copyOf(taken, size * 2);
    }
    sorts[size] = sort;
    starts[size] = start;
    ends[size] = end;
    entries[size] = entry;
    size++;
  }

  private static int classOf(char c) {
    if (c < 128) {
      return ASCII[c];
    }
    return c < FIRST_CJK && Character.isLetter(c) ? LETTER : NONE;
  }

  static boolean isLetter(char c) {
    return classOf(c) == LETTER;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isWordPart(char c) {
    return classOf(c) != NONE;
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\u00a0' || c == '\u202f' || c == '\u2009';
  }

  /** Hyphens and dashes as people and models write them between digits. */
  static boolean isDash(char c) {
    return c == '-' || (c >= '\u2010' && c <= '\u2013');
  }

  /** The character, or a blank outside the text. */
  char at(int index) {
    return index >= 0 && index < text.length() ? text.charAt(index) : ' ';
  }
}
