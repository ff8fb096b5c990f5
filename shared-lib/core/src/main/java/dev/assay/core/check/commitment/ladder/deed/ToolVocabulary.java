package dev.assay.core.check.commitment.ladder.deed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * What the name of a tool tells: whether it only reads, and which deeds it does. The words are
 * those of {@code tools.vocabulary}. Immutable, safe for several threads.
 */
final class ToolVocabulary {
  /** What a tool does, as far as its name says. */
  enum Kind {
    READS,
    /** Does something; the families say what. */
    WRITES,
    /** "update_order_items": changes what it names, unless its arguments tell of more. */
    CHANGES,
    /** "process_request", "update_order": only its arguments tell. */
    OPEN,
    /** The name has no verb that is known. */
    UNKNOWN
  }

  /** "update_order" may do anything to the order, "update_order_address" may not. */
  private static final int WHOLE = 2;

  /** Stems as long as this count inside a word too: "reschedule". */
  private static final int LONG = 5;

  private static final String STATE = "STATE-";

  static final ToolVocabulary KNOWN = load();

  private final Map<String, Set<String>> words;
  private final Map<String, List<String>> stems;
  private final Map<String, List<String>> states;

  private ToolVocabulary(Map<String, List<String>> stems) {
    this.stems = Map.copyOf(stems);
    Map<String, Set<String>> sets = new HashMap<>();
    Map<String, List<String>> shown = new HashMap<>();
    stems.forEach((head, list) -> {
      sets.put(head, Set.copyOf(list));
      if (head.startsWith(STATE)) {
        shown.put(head.substring(STATE.length()), List.copyOf(list));
      }
    });
    this.states = Map.copyOf(shown);
    this.words = Map.copyOf(sets);
  }

  /**
   * @param tool the name in its own case: "getOrder" is two words; what stands before a dot is the
   *     place of the tool, as in "billing.plan.get"
   */
  Kind kind(String tool) {
    List<String> parts = parts(tool.substring(tool.lastIndexOf('.') + 1));
    String verb = "";
    for (String part : parts) {
      if (isReading(part, parts.size() == 1)) {
        return Kind.READS;
      }
      if (!has("NOUN", part) && isKnown(part)) {
        verb = part;
        break;
      }
    }
    boolean either = verb.isEmpty() || has("EITHER", verb);
    if (!parts.isEmpty() && either && has("ASPECT", parts.getLast())) {
      return Kind.READS;
    }
    if (verb.isEmpty()) {
      return Kind.UNKNOWN;
    }
    return startsAny("GENERIC", verb)
        ? Kind.OPEN
        : !startsAny("CHANGE", verb)
            ? Kind.WRITES
            : parts.size() <= WHOLE ? Kind.OPEN : Kind.CHANGES;
  }

  private boolean isReading(String part, boolean alone) {
    if (has("READ", part)) {
      return true;
    }
    return alone && !has("NOT_READ", part) && startsAny("READ", part);
  }

  /** True for a name in which a family is spelled out. */
  boolean does(String family, String tool) {
    return has("ANY", family) || contains(family, tool);
  }

  /** True for words in which a family is spelled out, as in {@code "action": "cancel"}. */
  boolean contains(String head, String text) {
    for (String stem : stems.getOrDefault(head, List.of())) {
      if (text.contains(stem)) {
        return true;
      }
    }
    return false;
  }

  /** True for a value or key by which a record shows that a deed of the family was done. */
  boolean shows(String family, String text) {
    for (String stem : states.getOrDefault(family, List.of())) {
      if (text.contains(stem)) {
        return true;
      }
    }
    return false;
  }

  private boolean isKnown(String part) {
    for (Map.Entry<String, List<String>> head : stems.entrySet()) {
      boolean family = !head.getKey().startsWith(STATE) && !isGrammar(head.getKey());
      if (family && (startsAny(head.getKey(), part) || containsLong(head.getValue(), part))) {
        return true;
      }
    }
    return false;
  }

  private static boolean containsLong(List<String> stems, String part) {
    for (String stem : stems) {
      if (stem.length() >= LONG && part.contains(stem)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isGrammar(String head) {
    return switch (head) {
      case "READ", "ASPECT", "EITHER", "NOUN", "NOT_READ", "ANY" -> true;
      default -> false;
    };
  }

  private boolean has(String head, String word) {
    return words.getOrDefault(head, Set.of()).contains(word);
  }

  private boolean startsAny(String head, String word) {
    for (String stem : stems.getOrDefault(head, List.of())) {
      if (stem.length() > 2 ? word.startsWith(stem) : word.equals(stem)) {
        return true;
      }
    }
    return false;
  }

  /** "getOrderStatus" and "get_order_status" are three words each. */
  private static List<String> parts(String tool) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= tool.length(); i++) {
      boolean end = i == tool.length();
      boolean hump =
          !end
              && Character.isUpperCase(tool.charAt(i))
              && Character.isLowerCase(tool.charAt(i - 1));
      if (end || hump || !Character.isLetter(tool.charAt(i))) {
        if (Character.isLetter(tool.charAt(start))) {
          parts.add(tool.substring(start, i).toLowerCase(Locale.ROOT));
        }
        start = hump || end ? i : i + 1;
      } else if (!Character.isLetter(tool.charAt(start))) {
        start = i;
      }
      if (start >= tool.length()) {
        break;
      }
    }
    return parts;
  }

  private static ToolVocabulary load() {
    String name = "tools.vocabulary";
    try (InputStream in = ToolVocabulary.class.getResourceAsStream(name)) {
      Reader lines = new Reader(Objects.requireNonNull(in, name));
      return new ToolVocabulary(lines.stems);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }

  /** The resource while it is read. */
  private static final class Reader {
    private final Map<String, List<String>> stems = new HashMap<>();

    Reader(InputStream in) throws IOException {
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int colon = line.indexOf(": ");
        if (colon > 0 && line.charAt(0) != '#') {
          StringTokenizer words = new StringTokenizer(line.substring(colon + 2));
          List<String> list =
              stems.computeIfAbsent(line.substring(0, colon), head -> new ArrayList<>());
          while (words.hasMoreTokens()) {
            list.add(words.nextToken());
          }
        }
      }
    }
  }
}
