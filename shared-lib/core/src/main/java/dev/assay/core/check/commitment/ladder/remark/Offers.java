package dev.assay.core.check.commitment.ladder.remark;

import dev.assay.core.check.commitment.ledger.Entry;
import dev.assay.core.check.commitment.ledger.Keys;
import dev.assay.core.check.commitment.text.Decimals;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.trace.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The entries of one list as offers: what each costs by the member that says so, whether it can be
 * had, and the words that describe it. An entry that is itself a list (two flights of one journey)
 * costs the sum of its parts.
 */
final class Offers {
  private static final int DEEPEST = 4;

  /** Of a longer list nobody picks by hand. */
  private static final int MOST = 1000;

  private static final int LONGEST_WORDS = 60;

  private final Keys keys;
  private final List<Offer> offers = new ArrayList<>();

  /**
   * One entry.
   *
   * @param prices in ten-thousandths, by path: {@code prices.economy}
   * @param gone paths whose last name has nothing left; "" for the whole offer
   * @param words by key, in lower case
   */
  record Offer(Map<String, Long> prices, Set<String> gone, Map<String, Set<String>> words) {
    /** True where the price of a path can be had. */
    boolean isOpen(String path) {
      String last = path.substring(path.lastIndexOf('.') + 1);
      return !gone.contains("") && !gone.contains(last);
    }

    boolean has(String word) {
      for (Set<String> own : words.values()) {
        if (own.contains(word)) {
          return true;
        }
      }
      return false;
    }
  }

  Offers(Json.Arr list, Keys keys) {
    this.keys = keys;
    List<Json> items = list.items();
    for (Json item : items.subList(0, Math.min(items.size(), MOST))) {
      Offer offer = new Offer(new HashMap<>(), new HashSet<>(), new HashMap<>());
      if (item instanceof Json.Arr(List<Json> parts)) {
        sum(parts, offer);
      } else {
        read(item, "", "", offer, 0);
      }
      offers.add(offer);
    }
  }

  List<Offer> all() {
    return offers;
  }

  /** Only what every part tells can be summed. */
  private void sum(List<Json> parts, Offer whole) {
    Map<String, Integer> told = new HashMap<>();
    for (Json part : parts) {
      Offer one = new Offer(new HashMap<>(), whole.gone(), whole.words());
      read(part, "", "", one, 0);
      one.prices()
          .forEach((path, price) -> {
            whole.prices().merge(path, price, Long::sum);
            told.merge(path, 1, Integer::sum);
          });
    }
    whole.prices().keySet().removeIf(path -> told.getOrDefault(path, 0) < parts.size());
  }

  private void read(Json json, String path, String key, Offer offer, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    switch (json) {
      case Json.Obj(Map<String, Json> members) ->
          members.forEach((name, value) ->
              read(value, path.isEmpty() ? name : path + '.' + name, name, offer, depth + 1));
      case Json.Num number -> number(Decimals.of(number.value()), path, key, offer);
      case Json.Bool(boolean yes) -> {
        if (!yes && isStock(path)) {
          offer.gone().add(stockOf(path));
        }
      }
      case Json.Text(String text) -> words(text, key, offer);
      case Json.Arr array -> {}
      case Json.Null none -> {}
    }
  }

  private void number(long amount, String path, String key, Offer offer) {
    if (amount == Token.NONE) {
      return;
    }
    int dot = path.indexOf('.');
    boolean money =
        keys.kind(key) == Keys.Kind.MONEY
            || (dot > 0 && keys.kind(path.substring(0, dot)) == Keys.Kind.MONEY);
    if (money) {
      offer.prices().put(path, amount);
    } else if (amount == 0 && isStock(path)) {
      offer.gone().add(stockOf(path));
    }
  }

  private static boolean isStock(String path) {
    int dot = path.indexOf('.');
    String first = dot < 0 ? path : path.substring(0, dot);
    return Entry.holds(first, "available")
        || Entry.holds(first, "availability")
        || Entry.holds(first, "stock")
        || Entry.holds(first, "inventory");
  }

  /** {@code available_seats.economy} is about the price called economy. */
  private static String stockOf(String path) {
    int dot = path.lastIndexOf('.');
    return dot < 0 ? "" : path.substring(dot + 1);
  }

  private static void words(String text, String key, Offer offer) {
    if (text.length() > LONGEST_WORDS) {
      return;
    }
    Set<String> own = offer.words().computeIfAbsent(key, k -> new HashSet<>());
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean part = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
      if (part && start < 0) {
        start = i;
      } else if (!part && start >= 0) {
        own.add(text.substring(start, i).toLowerCase(Locale.ROOT));
        start = -1;
      }
    }
  }
}
