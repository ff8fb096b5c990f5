package dev.assay.core.check.commitment.ledger;

import dev.assay.core.check.commitment.grammar.Moment;
import dev.assay.core.check.commitment.ledger.FactKeys.FactKey;
import dev.assay.core.check.commitment.text.Decimals;
import dev.assay.core.check.commitment.text.Lexicon;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.text.WordClasses;
import dev.assay.core.trace.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What tools returned, as entries with what happened to them and the states they are in. Results
 * are read only when a claim first asks, so a trace without such claims pays nothing. One per
 * trace; not for several threads.
 */
public final class Ledger {
  private static final WordClasses TIMES =
      WordClasses.of(WordClass.DAYPART, WordClass.AM, WordClass.PM);

  private static final int DEEPEST = 32;

  /** The depth given to a list in a list: two flights of one journey are no choice. */
  private static final int PART = DEEPEST - 4;

  private static final int LONGEST_STATE = 40;

  /** Happenings of a kind and states of a set that are kept, at most. */
  private static final int MOST_KEPT = 512;

  /** What names more things than this names none of them. */
  private static final int MOST_NAMED = 16;

  /** Lists kept, the newest: a claim about the cheapest is about what was just looked up. */
  private static final int MOST_LISTINGS = 64;

  private final List<Shown> waiting = new ArrayList<>();
  private final Map<String, List<Event>> events = new HashMap<>();
  private final Map<String, List<State>> states = new HashMap<>();
  private final List<Undated> undated = new ArrayList<>();
  private final List<Listing> listings = new ArrayList<>();
  private final Map<String, Set<String>> aliases = new HashMap<>();
  private final List<Entry> unnamed = new ArrayList<>();
  private final List<Utterance> unheard = new ArrayList<>();
  private final Set<String> customer = new HashSet<>();
  private boolean timed;
  private int lastTouch = -1;
  private int lastHeard = -1;
  private final Lexicon lexicon;
  private final FactKeys keys;

  public Ledger(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.keys = new FactKeys(lexicon);
  }

  private record Shown(Json json, Json arguments, String tool, int message) {}

  /** A text or number under the key of a happening, before anybody asked when that was. */
  private record Undated(Entry entry, String key, String kind, Json value) {}

  /** Something that happened to an entry. */
  public record Event(Entry entry, String key, Moment moment, String shown) {
    public String label() {
      return entry.tool() + "." + key + " = " + shown;
    }
  }

  /**
   * A short text or yes/no of an entry under the key of a state.
   *
   * @param key the member, or the tool where a result is nothing but the state
   * @param word null for a word outside the closed sets
   */
  public record State(Entry entry, String key, String shown, @Nullable StateWord word) {
    public String label() {
      return entry.tool() + "." + key + " = " + shown;
    }
  }

  /** A list of a result, with the entry it stands in. */
  public record Listing(Json.Arr items, String tool, int message) {}

  /** Takes note of what a call returned. */
  public void add(Json result, Json arguments, String tool, int message) {
    waiting.add(new Shown(result, arguments, tool, message));
    if (!FactKeys.isReading(tool)) {
      touched(message);
    }
  }

  /** Something was done, after which states may be others. */
  public void touched(int message) {
    lastTouch = message;
  }

  public boolean touchedAfter(int message) {
    return lastTouch > message;
  }

  /** The customer spoke. */
  public void heard(Utterance words, int message) {
    unheard.add(words);
    lastHeard = message;
  }

  /** The words of the customer so far, in lower case. */
  public Set<String> customer() {
    for (Utterance said : unheard) {
      for (Token token : said.tokens()) {
        timed |= token.kind() == Token.Kind.CLOCK || token.isAny(TIMES);
        customer.add(said.text().substring(token.start(), token.end()).toLowerCase(Locale.ROOT));
      }
    }
    unheard.clear();
    return customer;
  }

  /** True where the customer named a time of day. */
  public boolean isTimed() {
    customer();
    return timed;
  }

  /** True for what came back from something the agent did since the customer last spoke. */
  public boolean isFreshDeed(Entry entry) {
    return entry.message() > lastHeard && !FactKeys.isReading(entry.tool());
  }

  /** What is recorded to have happened of a kind, in the order it was shown. */
  public List<Event> events(String kind) {
    read();
    undated.forEach(this::date);
    undated.clear();
    return events.getOrDefault(kind, List.of());
  }

  /** The recorded states of a closed set, in the order they were shown. */
  public List<State> states(String set) {
    read();
    return states.getOrDefault(set, List.of());
  }

  /** The newest lists. */
  public List<Listing> listings() {
    read();
    return listings;
  }

  /** The identities that a word of a text names; empty where it names none. */
  public Set<String> named(String word) {
    read();
    unnamed.forEach(this::name);
    unnamed.clear();
    return aliases.getOrDefault(Entry.fold(word), Set.of());
  }

  /** By its id; a phone number or a code names an entry, too. */
  private void name(Entry entry) {
    if (!entry.id().isEmpty()) {
      name(entry.id(), entry.id());
    }
    String identity = entry.isRoot() ? "" : entry.identity();
    if (!identity.isEmpty() && entry.json() instanceof Json.Obj(Map<String, Json> members)) {
      for (Map.Entry<String, Json> member : members.entrySet()) {
        if (member.getValue() instanceof Json.Text(String text)
            && FactKeys.of(member.getKey()).number()
            && text.length() <= LONGEST_STATE
            && Entry.hasDigit(text)) {
          name(Entry.fold(text), identity);
        }
      }
    }
  }

  private void name(String alias, String identity) {
    Set<String> known = aliases.computeIfAbsent(alias, k -> new HashSet<>(2));
    if (known.size() < MOST_NAMED) {
      known.add(identity);
    }
  }

  private void read() {
    for (Shown shown : waiting) {
      Entry root = Entry.root(shown.tool(), shown.message(), shown.arguments());
      unnamed.add(root);
      if (shown.json() instanceof Json.Text(String text)) {
        leaf(root, shown.tool(), FactKeys.of(shown.tool()), shown.json(), text);
      }
      walk(shown.json(), "", root, 0);
    }
    waiting.clear();
  }

  private void walk(Json json, String key, Entry around, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    switch (json) {
      case Json.Obj object -> {
        Entry own = around.child(key, object);
        unnamed.add(own);
        object.members().forEach((name, value) -> member(name, value, own, depth));
        if (object.members().size() > 1 && isTable(object)) {
          Json.Arr entries = new Json.Arr(List.copyOf(object.members().values()));
          list(new Listing(entries, around.tool(), around.message()));
        }
      }
      case Json.Arr array -> {
        if (array.items().size() > 1 && depth < PART) {
          list(new Listing(array, around.tool(), around.message()));
        }
        for (Json item : array.items()) {
          walk(item, key, around, item instanceof Json.Arr ? Math.max(PART, depth + 1) : depth + 1);
        }
      }
      case Json.Text text -> {}
      case Json.Num number -> {}
      case Json.Bool bool -> {}
      case Json.Null none -> {}
    }
  }

  private static boolean isTable(Json.Obj object) {
    for (Json member : object.members().values()) {
      if (!(member instanceof Json.Obj)) {
        return false;
      }
    }
    return true;
  }

  private void list(Listing listing) {
    if (!FactKeys.isReading(listing.tool())) {
      return;
    }
    if (listings.size() == MOST_LISTINGS) {
      listings.removeFirst();
    }
    listings.add(listing);
  }

  private void member(String name, Json value, Entry entry, int depth) {
    switch (value) {
      case Json.Text(String text) -> leaf(entry, name, FactKeys.of(name), value, text);
      case Json.Bool(boolean yes) ->
          leaf(entry, name, FactKeys.of(name), value, yes ? "yes" : "no");
      case Json.Num number -> dated(entry, name, FactKeys.of(name), number);
      case Json.Obj object -> walk(object, name, entry, depth + 1);
      case Json.Arr array -> walk(array, name, entry, depth + 1);
      case Json.Null none -> {}
    }
  }

  private void leaf(Entry entry, String name, FactKey key, Json value, String text) {
    dated(entry, name, key, value);
    if (text.length() <= LONGEST_STATE && !key.states().isEmpty()) {
      state(entry, name, key.states(), text);
    }
  }

  private void dated(Entry entry, String name, FactKey key, Json value) {
    if (!key.happening().isEmpty()) {
      undated.add(new Undated(entry, name, key.happening(), value));
    }
  }

  private void state(Entry entry, String name, List<String> sets, String text) {
    StateWord word = keys.word(text);
    for (String set : sets) {
      if (word == null || word.sets().contains(set)) {
        keep(
            new State(entry, name, text, word),
            states.computeIfAbsent(set, k -> new ArrayList<>()));
      }
    }
  }

  /** The newest, so that a claim is held against a bounded number of them. */
  private static <T> void keep(T thing, List<T> among) {
    if (among.size() == MOST_KEPT) {
      among.subList(0, MOST_KEPT / 2).clear();
    }
    among.add(thing);
  }

  private void date(Undated told) {
    Moment moment =
        switch (told.value()) {
          case Json.Text(String text) -> Moment.of(text, lexicon);
          case Json.Num number -> moment(number);
          case Json.Obj object -> null;
          case Json.Arr array -> null;
          case Json.Bool bool -> null;
          case Json.Null none -> null;
        };
    if (moment != null) {
      String shown = told.value() instanceof Json.Text(String text) ? text : moment.from() + "Z";
      keep(
          new Event(told.entry(), told.key(), moment, shown),
          events.computeIfAbsent(told.kind(), k -> new ArrayList<>()));
    }
  }

  private static @Nullable Moment moment(Json.Num number) {
    long amount = Decimals.of(number.value().movePointLeft(4));
    return amount == Token.NONE ? null : Moment.of(amount);
  }
}
