package dev.assay.bench.check;

import dev.assay.core.trace.Json;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.ToolCall;
import dev.assay.core.trace.Trace;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the tool results of one trace hold, read apart from the check: which value stands under
 * which key of which record. It decides what a corruption may be and what is true after all.
 */
final class Grounds {
  /** Shorter names ("A", "NY") stand in every text. */
  private static final int SHORTEST_NAME = 3;

  /**
   * One value.
   *
   * @param value a decimal without trailing zeros, a date or a time of day
   */
  record Leaf(int message, int record, String key, Object value) {}

  private final List<Leaf> leaves = new ArrayList<>();
  private final List<Integer> parents = new ArrayList<>();
  private final List<Set<String>> names = new ArrayList<>();
  private final Set<Object> ofUser = new HashSet<>();
  private final List<String> userTexts = new ArrayList<>();
  private final Set<Object> ofArguments = new HashSet<>();

  private int message;

  Grounds(Trace trace) {
    for (message = 0; message < trace.steps().size(); message++) {
      switch (trace.steps().get(message)) {
        case Step.ToolResult result -> walk(result.json(), record(-1), "");
        case Step.UserTurn turn -> {
          ofUser.addAll(values(turn.text()));
          userTexts.add(turn.text());
        }
        case Step.AgentTurn turn -> turn.calls().forEach(this::arguments);
        case Step.SystemPrompt prompt -> {}
      }
    }
  }

  private void arguments(ToolCall call) {
    Grounds inner = new Grounds(call.arguments());
    inner.leaves.forEach(leaf -> ofArguments.add(leaf.value()));
  }

  private Grounds(Json json) {
    walk(json, record(-1), "");
  }

  private int record(int parent) {
    parents.add(parent);
    names.add(new TreeSet<>());
    return parents.size() - 1;
  }

  private void walk(Json json, int record, String key) {
    switch (json) {
      case Json.Obj object -> object(object, record, key);
      case Json.Arr array -> array.items().forEach(item -> walk(item, record, key));
      case Json.Num number -> leaves.add(new Leaf(message, record, key, plain(number.value())));
      case Json.Text text -> {
        name(record, text.value());
        values(text.value()).forEach(value -> leaves.add(new Leaf(message, record, key, value)));
      }
      case Json.Bool flag -> {}
      case Json.Null none -> {}
    }
  }

  private void object(Json.Obj object, int parent, String key) {
    int record = record(parent);
    name(record, key);
    for (Map.Entry<String, Json> member : object.members().entrySet()) {
      walk(member.getValue(), record, member.getKey());
    }
  }

  private void name(int record, String text) {
    if (text.length() >= SHORTEST_NAME && text.length() < 60) {
      names.get(record).add(text.toLowerCase(Locale.ROOT));
    }
  }

  /** Dates, times and amounts of a text. */
  static List<Object> values(String text) {
    List<Object> values = new ArrayList<>();
    StatedDate.all(text, null).forEach(date -> values.add(date.value()));
    StatedTime.all(text).forEach(time -> values.add(time.value()));
    for (StatedAmount amount : StatedAmount.all(text)) {
      boolean alone = amount.start() <= 1 && amount.end() >= text.length() - 4;
      boolean dollars = amount.start() > 0 && text.charAt(amount.start() - 1) == '$';
      if (alone || dollars) {
        values.add(plain(amount.value()));
      }
    }
    return values;
  }

  static BigDecimal plain(BigDecimal value) {
    return value.stripTrailingZeros();
  }

  /** The leaves with a value that were known at a message. */
  List<Leaf> of(Object value, int before) {
    return leaves.stream()
        .filter(leaf -> leaf.message() < before && leaf.value().equals(value))
        .toList();
  }

  /** Every day that a result holds. */
  List<LocalDate> days() {
    return leaves.stream()
        .map(Leaf::value)
        .filter(LocalDate.class::isInstance)
        .map(LocalDate.class::cast)
        .toList();
  }

  boolean saidByUser(Object value) {
    return ofUser.contains(value)
        || (value instanceof LocalDate day
            && userTexts.stream()
                .flatMap(text -> StatedDate.all(text, day).stream())
                .anyMatch(date -> date.value().equals(day)));
  }

  boolean isArgument(Object value) {
    return ofArguments.contains(value);
  }

  /** True where the other value stands under a key that holds the value too. */
  boolean inSameSlot(Object value, Object other, int before) {
    Set<String> keys = new HashSet<>();
    of(value, before).forEach(leaf -> keys.add(leaf.key()));
    return of(other, before).stream().anyMatch(leaf -> keys.contains(leaf.key()));
  }

  /** Leaves of the same key and kind in other records, which no record of the value holds too. */
  List<Leaf> others(Object value, int before) {
    List<Leaf> own = of(value, before);
    Set<String> keys = new HashSet<>();
    Set<Integer> records = new HashSet<>();
    own.forEach(leaf -> {
      keys.add(leaf.key());
      records.add(leaf.record());
    });
    Set<Object> ownValues = new HashSet<>();
    leaves.stream()
        .filter(leaf -> records.contains(leaf.record()))
        .forEach(leaf -> ownValues.add(leaf.value()));
    return leaves.stream()
        .filter(leaf -> leaf.message() < before && keys.contains(leaf.key()))
        .filter(leaf -> leaf.value().getClass() == value.getClass())
        .filter(leaf -> !ownValues.contains(leaf.value()))
        .toList();
  }

  /** True where a text has a name of the value's record that the other record does not share. */
  boolean isNamed(Object value, Leaf other, int before, String text) {
    Set<String> shared = chain(other.record());
    for (Leaf leaf : of(value, before)) {
      for (String name : chain(leaf.record())) {
        if (!shared.contains(name) && text.contains(name)) {
          return true;
        }
      }
    }
    return false;
  }

  private Set<String> chain(int record) {
    Set<String> all = new HashSet<>();
    for (int at = record; at >= 0; at = parents.get(at)) {
      all.addAll(names.get(at));
    }
    return all;
  }
}
