package dev.assay.core.check.commitment;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One object of a tool result: an order, a line of a bill, a flight.
 *
 * @param parent what encloses it; null for a root
 * @param role the member under which it stands; empty for a root
 * @param id the id it has itself, folded; empty where it has none
 * @param idKey the member that holds the id
 */
record Entry(
    @Nullable Entry parent, String role, String tool, int message, String id, String idKey) {

  /** The id of the nearest object that has one, itself or around it; empty where none has. */
  String identity() {
    for (Entry at = this; at != null; at = at.parent) {
      if (!at.id.isEmpty()) {
        return at.id;
      }
    }
    return "";
  }

  /** True for one of the things themselves and for what belongs to it. */
  boolean isOf(Set<String> wanted) {
    for (Entry at = this; at != null; at = at.parent) {
      if (!at.id.isEmpty() && wanted.contains(at.id)) {
        return true;
      }
    }
    return false;
  }

  /** True where its tool, its member or the name of its id has the word: {@code order_id}. */
  boolean isCalled(String word) {
    return holds(tool, word) || holds(role, word) || holds(idKey, word);
  }

  /** Whether one of the parts of a key is the word or its plural. */
  static boolean holds(String key, String word) {
    int start = 0;
    for (int i = 1; i <= key.length(); i++) {
      if (i == key.length() || Keys.splits(key, i)) {
        if (isWord(key, start, i, word)) {
          return true;
        }
        start = i;
      }
    }
    return false;
  }

  private static boolean isWord(String key, int start, int end, String word) {
    int from = partStart(key, start, end);
    int length = word.length();
    boolean plural = end - from == length + 1 && key.charAt(end - 1) == 's';
    return (plural || end - from == length) && key.regionMatches(true, from, word, 0, length);
  }

  private static int partStart(String key, int start, int end) {
    return start < end && !Character.isLetterOrDigit(key.charAt(start)) ? start + 1 : start;
  }

  /** A part of a key in lower case, without the sign before it. */
  static String part(String key, int start, int end) {
    return key.substring(partStart(key, start, end), end).toLowerCase(Locale.ROOT);
  }

  /** Ids are written with and without their sign, in any case. */
  static String fold(String id) {
    int from = id.startsWith("#") ? 1 : 0;
    return id.substring(from).toLowerCase(Locale.ROOT);
  }
}
