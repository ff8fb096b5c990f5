package dev.assay.core.check.commitment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the names of JSON members and tools say: that a member records a happening, a state or an
 * identity, that a tool only looks things up. Each name is read once. Not for several threads.
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

  private final Map<String, String> kinds = new HashMap<>();
  private final Map<String, List<String>> stateKeys = new HashMap<>();
  private final Map<String, Optional<StateWord>> words = new HashMap<>();
  private final Lexicon lexicon;
  private final Lexicon english = Lexicon.of("en");

  FactKeys(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** The state that a recorded text is; null for a word outside the closed sets. */
  @Nullable StateWord word(String text) {
    return words
        .computeIfAbsent(text, t -> word(t, english).or(() -> word(t, lexicon)))
        .orElse(null);
  }

  private static Optional<StateWord> word(String text, Lexicon in) {
    return Optional.ofNullable(StateWord.recorded(text, in));
  }

  /** The sets of states that a key can hold. */
  List<String> sets(String key) {
    List<String> known = stateKeys.get(key);
    if (known != null) {
      return known;
    }
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
    stateKeys.put(key, sets);
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
    for (String verb : READING) {
      if (Entry.holds(tool, verb)) {
        return true;
      }
    }
    return false;
  }

  /** The kind of happening that a key records; empty for other keys and for what is to come. */
  String kind(String key) {
    String known = kinds.get(key);
    if (known == null) {
      known = classify(key);
      kinds.put(key, known);
    }
    return known;
  }

  /** "order_delivered_at" is about the delivery: what happened outranks the thing. */
  private String classify(String key) {
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
  private String keyCode(String part) {
    Word word = entry(part);
    String code = word == null ? null : word.code(WordClass.STATE_OF);
    return code == null || code.indexOf('/') >= 0 ? "" : code;
  }

  private @Nullable Word entry(String part) {
    return english.find(part, 0, part.length());
  }

  static boolean isId(String key) {
    return Entry.holds(key, "id") || Entry.holds(key, "sku") || isNumber(key);
  }

  static boolean isNumber(String key) {
    return Entry.holds(key, "number") || Entry.holds(key, "code") || Entry.holds(key, "phone");
  }
}
