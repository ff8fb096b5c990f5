package dev.assay.core.check.commitment.ledger;

import dev.assay.core.check.commitment.text.Decimals;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.trace.Json;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Identifiers, words and amounts in the arguments and results of some calls. */
public final class CallLeaves {
  private static final int DEEPEST = 64;

  /** Longer texts are prose, not the value of a state. */
  private static final int LONGEST_STATE = 60;

  private static final String SEPARATORS = " \t\n#,;()\"'[]{}";

  /** Shorter words with digits are counts and sizes. */
  private static final int SHORTEST_ID = 3;

  private final Set<String> names = new HashSet<>();
  private final Set<String> shapes = new HashSet<>();
  private final Set<Long> amounts = new LinkedHashSet<>();
  private final Keys keys = new Keys();

  public void add(Calls.Call call) {
    walk(call.arguments(), "", true, 0);
    Json result = call.result();
    if (result != null) {
      walk(result, "", false, 0);
    }
  }

  public boolean has(String object) {
    return names.contains(object.toUpperCase(Locale.ROOT));
  }

  /** True when the calls were given things that look like this one. */
  public boolean hasKind(String object) {
    return shapes.contains(shape(object));
  }

  public Set<Long> amounts() {
    return amounts;
  }

  private void walk(Json json, String key, boolean asked, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    switch (json) {
      case Json.Obj(Map<String, Json> members) ->
          members.forEach((name, value) -> walk(value, name, asked, depth + 1));
      case Json.Arr(List<Json> items) -> items.forEach(item -> walk(item, key, asked, depth + 1));
      case Json.Text(String text) -> words(text, asked);
      case Json.Num(BigDecimal number) -> number(number, key, asked);
      case Json.Bool bool -> {}
      case Json.Null none -> {}
    }
  }

  private void number(BigDecimal number, String key, boolean asked) {
    long amount = Decimals.of(number);
    if (amount == Token.NONE) {
      return;
    }
    if (amount != 0 && keys.kind(key) == Keys.Kind.MONEY) {
      amounts.add(Math.abs(amount));
    } else if (Decimals.isWhole(amount)) {
      words(Decimals.plain(amount), asked);
    }
  }

  private void words(String text, boolean asked) {
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || SEPARATORS.indexOf(text.charAt(i)) >= 0) {
        if (i > start) {
          word(text, start, i, asked);
        }
        start = i + 1;
      }
    }
  }

  private void word(String text, int from, int to, boolean asked) {
    int end = to;
    while (end > from && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == ':')) {
      end--;
    }
    String name = text.substring(from, end).toUpperCase(Locale.ROOT);
    names.add(name);
    if (asked && name.length() >= SHORTEST_ID) {
      asked(name);
    }
  }

  /** What a thing that the calls were given looks like. */
  private void asked(String name) {
    boolean digits = false;
    for (int i = 0; i < name.length(); i++) {
      digits |= Character.isDigit(name.charAt(i));
    }
    if (digits) {
      shapes.add(shape(name));
    }
  }

  /** Length and kinds of characters: "W123" and "W456" are of one kind, "HAT136" is not. */
  private static String shape(String name) {
    boolean letters = false;
    boolean digits = false;
    StringBuilder marks = new StringBuilder().append(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      letters |= Character.isLetter(c);
      digits |= Character.isDigit(c);
      if (!Character.isLetterOrDigit(c)) {
        marks.append(c);
      }
    }
    return marks.append(letters ? 'a' : ' ').append(digits ? '0' : ' ').toString();
  }

  /**
   * True when some short text or its key, or the key of a "yes", in lower case, passes the test.
   */
  public static boolean any(@Nullable Json json, Predicate<String> test) {
    return json != null && any(json, "", test, 0);
  }

  private static boolean any(Json json, String key, Predicate<String> test, int depth) {
    if (depth > DEEPEST) {
      return false;
    }
    return switch (json) {
      case Json.Obj(Map<String, Json> members) -> {
        for (Map.Entry<String, Json> member : members.entrySet()) {
          if (any(member.getValue(), member.getKey(), test, depth + 1)) {
            yield true;
          }
        }
        yield false;
      }
      case Json.Arr(List<Json> items) -> {
        for (Json item : items) {
          if (any(item, key, test, depth + 1)) {
            yield true;
          }
        }
        yield false;
      }
      case Json.Text(String text) ->
          text.length() <= LONGEST_STATE
              && !text.isEmpty()
              && (test.test(text.toLowerCase(Locale.ROOT))
                  || test.test(key.toLowerCase(Locale.ROOT)));
      case Json.Bool(boolean yes) -> yes && test.test(key.toLowerCase(Locale.ROOT));
      case Json.Num number -> false;
      case Json.Null none -> false;
    };
  }
}
