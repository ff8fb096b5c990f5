package dev.assay.core.judge.evidence;

import dev.assay.core.judge.evidence.Mention.Kind;
import dev.assay.core.trace.Json;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a set of sources mentions, for look-up by normal form. Grows as the trace is read. */
final class Facts {
  /** Above it almost any amount is the sum of some two. */
  private static final int MOST_PAIRED = 12;

  private final Set<String> known = new HashSet<>();

  void read(String text) {
    for (Mention mention : Mentions.in(text)) {
      mention.readings().forEach(reading -> known.add(key(mention.kind(), reading)));
      if (mention.kind() == Kind.ID) {
        parts(mention.word());
      }
    }
  }

  /**
   * Every leaf and key; the sum of each key's numbers (the total of an order); and, where a key has
   * few different numbers, the sums and differences of two (both legs of a flight).
   */
  void read(Json json) {
    Map<String, Set<BigDecimal>> columns = new HashMap<>();
    Map<String, BigDecimal> sums = new HashMap<>();
    read("", json, columns, sums);
    sums.values().forEach(this::number);
    columns.values().forEach(this::pairs);
  }

  boolean has(Kind kind, List<String> readings) {
    for (String reading : readings) {
      if (known.contains(key(kind, reading))) {
        return true;
      }
    }
    return false;
  }

  boolean hasWord(String word) {
    return known.contains(key(Kind.WORD, word));
  }

  private void read(
      String name, Json json, Map<String, Set<BigDecimal>> columns, Map<String, BigDecimal> sums) {
    switch (json) {
      case Json.Obj object ->
          object
              .members()
              .forEach((key, member) -> {
                read(key);
                read(key, member, columns, sums);
              });
      case Json.Arr array -> array.items().forEach(item -> read(name, item, columns, sums));
      case Json.Text text -> read(text.value());
      case Json.Num number -> {
        number(number.value());
        if (Math.abs(number.value().scale()) < 20) {
          sums.merge(name, number.value(), BigDecimal::add);
          columns.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(number.value());
        }
      }
      case Json.Bool _, Json.Null _ -> {}
    }
  }

  private void pairs(Set<BigDecimal> column) {
    if (column.size() > MOST_PAIRED) {
      return;
    }
    for (BigDecimal a : column) {
      for (BigDecimal b : column) {
        number(a.add(b));
        number(a.subtract(b));
      }
    }
  }

  private void number(BigDecimal number) {
    known.add(key(Kind.NUMBER, Numbers.normal(number.abs())));
  }

  private void parts(String identifier) {
    for (String part : List.of(identifier.split("[._:,/-]", -1))) {
      known.add(key(Kind.WORD, part));
      if (!part.isEmpty() && Character.isDigit(part.charAt(0))) {
        Numbers.of(part).forEach(reading -> known.add(key(Kind.NUMBER, reading)));
      }
    }
  }

  private static String key(Kind kind, String reading) {
    return switch (kind) {
      case MONEY, PERCENT, NUMBER -> "n" + reading;
      case DATE -> "d" + reading;
      case TIME -> "t" + reading;
      case ID, WORD -> "w" + reading;
    };
  }
}
