package dev.assay.core.check.commitment.ledger;

import dev.assay.core.trace.Json;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One object of a tool result: an order, a line of a bill, a flight. Its id is looked for when
 * somebody first asks; most entries are never asked for theirs. Not for several threads.
 */
public final class Entry {
  private static final int LONGEST_ID = 40;

  private final @Nullable Entry parent;
  private final String role;
  private final String tool;
  private final int message;
  private final Json json;
  private String idKey = "";
  private @Nullable String id;

  /**
   * @param parent what encloses it; null for a root
   * @param role the member under which it stands; empty for a root
   * @param json the object; for a root the arguments of the call
   */
  private Entry(@Nullable Entry parent, String role, String tool, int message, Json json) {
    this.parent = parent;
    this.role = role;
    this.tool = tool;
    this.message = message;
    this.json = json;
  }

  /** A whole result: without an id of its own it is about the id that was asked for. */
  static Entry root(String tool, int message, Json arguments) {
    return new Entry(null, "", tool, message, arguments);
  }

  /** An object in this one, under a member or in its list. */
  Entry child(String member, Json.Obj object) {
    return new Entry(this, member, tool, message, object);
  }

  boolean isRoot() {
    return parent == null;
  }

  public String tool() {
    return tool;
  }

  public int message() {
    return message;
  }

  Json json() {
    return json;
  }

  /** The id it has itself, folded; empty where it has none. */
  String id() {
    String known = id;
    if (known == null) {
      known = json instanceof Json.Obj(Map<String, Json> members) ? firstId(members) : "";
      known = known.isEmpty() && hasDigit(role) ? fold(role) : known;
      id = known;
    }
    return known;
  }

  /** The first member that holds an id names the entry. */
  private String firstId(Map<String, Json> members) {
    for (Map.Entry<String, Json> member : members.entrySet()) {
      String own = FactKeys.of(member.getKey()).id() ? idOf(member.getValue()) : "";
      if (!own.isEmpty()) {
        idKey = member.getKey();
        return own;
      }
    }
    return "";
  }

  /** The id of the nearest object that has one, itself or around it; empty where none has. */
  public String identity() {
    for (Entry at = this; at != null; at = at.parent) {
      if (!at.id().isEmpty()) {
        return at.id();
      }
    }
    return "";
  }

  /** True for one of the things themselves and for what belongs to it. */
  public boolean isOf(Set<String> wanted) {
    for (Entry at = this; at != null; at = at.parent) {
      if (!at.id().isEmpty() && wanted.contains(at.id())) {
        return true;
      }
    }
    return false;
  }

  /** True where its tool, its member or the name of its id has the word: {@code order_id}. */
  public boolean isCalled(String word) {
    return holds(tool, word) || holds(role, word) || (!id().isEmpty() && holds(idKey, word));
  }

  private static String idOf(Json value) {
    return switch (value) {
      case Json.Text(String text) -> text.length() <= LONGEST_ID ? fold(text) : "";
      case Json.Num number ->
          number.value().scale() <= 0 && number.value().precision() < 20
              ? number.value().toPlainString()
              : "";
      case Json.Obj object -> "";
      case Json.Arr array -> "";
      case Json.Bool bool -> "";
      case Json.Null none -> "";
    };
  }

  static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }

  /** Whether one of the parts of a key is the word or its plural. */
  public static boolean holds(String key, String word) {
    int start = 0;
    for (int i = 1; i <= key.length(); i++) {
      if (i == key.length() || Keys.splits(key, i)) {
        if (isPart(key, start, i, word)) {
          return true;
        }
        start = i;
      }
    }
    return false;
  }

  private static boolean isPart(String key, int start, int end, String word) {
    int from = partStart(key, start, end);
    int length = end - from;
    boolean plural =
        length == word.length() + 1 && Character.toLowerCase(key.charAt(end - 1)) == 's';
    return (length == word.length() || plural)
        && key.regionMatches(true, from, word, 0, word.length());
  }

  /** A part of a key in lower case, without the sign before it. */
  public static String part(String key, int start, int end) {
    return key.substring(partStart(key, start, end), end).toLowerCase(Locale.ROOT);
  }

  private static int partStart(String key, int start, int end) {
    return start < end && !Character.isLetterOrDigit(key.charAt(start)) ? start + 1 : start;
  }

  /** Ids are written with and without their sign, in any case. */
  static String fold(String id) {
    int from = id.startsWith("#") ? 1 : 0;
    return id.substring(from).toLowerCase(Locale.ROOT);
  }
}
