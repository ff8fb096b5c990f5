package dev.assay.core.check.commitment.ledger;

import dev.assay.core.check.commitment.text.Lexicon;
import dev.assay.core.check.commitment.text.Word;
import dev.assay.core.check.commitment.text.WordClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the names of JSON members and tools say, and short recorded texts: that a member records a
 * happening, a state or an identity, that a tool only looks things up, which state a text is. Each
 * is read once for the process. Safe for several threads.
 */
final class FactKeys {
  private static final List<String> READING =
      List.of(
          "get",
          "find",
          "search",
          "list",
          "lookup",
          "check",
          "read",
          "fetch",
          "query",
          "calculate",
          "think",
          "retrieve",
          "show",
          "verify",
          "view",
          "details");

  private static final KeyMemo<FactKey> KEYS = new KeyMemo<>(FactKeys::classify);
  private static final KeyMemo<Boolean> READS = new KeyMemo<>(FactKeys::looksUp);
  private static final Map<Lexicon, KeyMemo<Optional<StateWord>>> WORDS = new ConcurrentHashMap<>();

  private final KeyMemo<Optional<StateWord>> words;

  FactKeys(Lexicon lexicon) {
    this.words = WORDS.computeIfAbsent(lexicon, FactKeys::states);
  }

  /**
   * What the name of a member says.
   *
   * @param happening the kind that it records; empty for other names and for what is to come
   * @param states the sets of states that it can hold
   * @param id names the thing itself
   * @param number a number or code that names the thing, too
   */
  record FactKey(String happening, List<String> states, boolean id, boolean number) {
    FactKey {
      states = List.copyOf(states);
    }
  }

  static FactKey of(String key) {
    return KEYS.of(key);
  }

  private static FactKey classify(String key) {
    boolean number =
        Entry.holds(key, "number") || Entry.holds(key, "code") || Entry.holds(key, "phone");
    boolean id = number || Entry.holds(key, "id") || Entry.holds(key, "sku");
    return new FactKey(happening(key), sets(key), id, number);
  }

  /** The state that a recorded text is; null for a word outside the closed sets. */
  @Nullable StateWord word(String text) {
    return words.of(text).orElse(null);
  }

  private static KeyMemo<Optional<StateWord>> states(Lexicon local) {
    return new KeyMemo<>(text -> word(text, Lexicon.of("en")).or(() -> word(text, local)));
  }

  private static Optional<StateWord> word(String text, Lexicon in) {
    return Optional.ofNullable(StateWord.recorded(text, in));
  }

  private static List<String> sets(String key) {
    List<String> sets = new ArrayList<>(2);
    int start = 0;
    for (int i = 1; i <= key.length(); i++) {
      if (i == key.length() || Keys.splits(key, i)) {
        String code = keyCode(Entry.part(key, start, i));
        boolean any = code.indexOf('+') > 0;
        if (!code.isEmpty()) {
          StateWord.sets(code, '/').forEach(set -> add(set, any, sets));
        }
        start = i;
      }
    }
    return sets;
  }

  /** A bare "status" says nothing of a tier: a tier is recorded under a name of its own. */
  private static void add(String set, boolean any, List<String> sets) {
    if (!any || !set.equals("tier")) {
      sets.add(set);
    }
  }

  /** Tools that look things up change nothing. */
  static boolean isReading(String tool) {
    return READS.of(tool);
  }

  private static boolean looksUp(String tool) {
    for (String verb : READING) {
      if (Entry.holds(tool, verb)) {
        return true;
      }
    }
    return false;
  }

  /** "order_delivered_at" is about the delivery: what happened outranks the thing. */
  private static String happening(String key) {
    String kind = "";
    int start = 0;
    for (int i = 1; i <= key.length(); i++) {
      if (i == key.length() || Keys.splits(key, i)) {
        Word word = entry(Entry.part(key, start, i));
        if (word != null && (word.is(WordClass.DUE) || word.is(WordClass.NEXT))) {
          return "";
        }
        String code = word == null ? null : word.code(WordClass.HAPPENED);
        if (code != null && !code.equals("any") && (kind.isEmpty() || kind.equals("created"))) {
          kind = code;
        }
        start = i;
      }
    }
    return kind;
  }

  /** "status" and "tier" name a state, "order" only what has one: then the code has a noun. */
  private static String keyCode(String part) {
    Word word = entry(part);
    String code = word == null ? null : word.code(WordClass.STATE_OF);
    return code == null || code.indexOf('/') >= 0 ? "" : code;
  }

  private static @Nullable Word entry(String part) {
    return Lexicon.of("en").find(part, 0, part.length());
  }
}
