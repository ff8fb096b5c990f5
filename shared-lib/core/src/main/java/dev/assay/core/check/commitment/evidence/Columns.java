package dev.assay.core.check.commitment.evidence;

import dev.assay.core.check.commitment.ledger.Keys;
import dev.assay.core.check.commitment.ledger.MemberName;
import dev.assay.core.check.commitment.text.Decimals;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.trace.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The amounts under one key over a list of one result: their sums are what agents state as totals.
 * Lists are read when a sum is first looked for. One per trace; not for several threads.
 */
public final class Columns {
  private static final int FEWEST = 2;
  private static final int LONGEST = 200;
  private static final int MOST = 4000;

  private final List<Shown> waiting = new ArrayList<>();
  private final List<Column> all = new ArrayList<>();

  private record Shown(Json.Arr list, String tool) {}

  /** The values of one key in a list of one result, in order. */
  public record Column(String label, List<Long> values) {
    public Column {
      values = List.copyOf(values);
    }

    public long sum() {
      long sum = 0;
      for (long value : values) {
        sum += value;
      }
      return sum;
    }
  }

  /** True where a list is short enough to be added up. */
  boolean add(Json.Arr list, String tool) {
    boolean fits = list.items().size() >= FEWEST && list.items().size() <= LONGEST;
    return fits && waiting.add(new Shown(list, tool));
  }

  List<Column> all() {
    for (Shown shown : waiting) {
      if (all.size() <= MOST) {
        read(shown);
      }
    }
    waiting.clear();
    return all;
  }

  private void read(Shown shown) {
    Map<String, List<Long>> values = new LinkedHashMap<>();
    for (Json item : shown.list().items()) {
      if (item instanceof Json.Obj(Map<String, Json> members)) {
        members.forEach((name, value) -> collect(name, name, value, values));
      }
    }
    values.forEach((name, column) -> {
      if (column.size() > 1) {
        all.add(new Column(shown.tool() + "." + name, column));
      }
    });
  }

  private static void collect(String path, String key, Json value, Map<String, List<Long>> values) {
    switch (value) {
      case Json.Num(BigDecimal number) -> {
        long amount = Decimals.of(number);
        if (amount != Token.NONE && isMoney(path, key, amount)) {
          values.computeIfAbsent(path, k -> new ArrayList<>()).add(amount);
        }
      }
      case Json.Obj(Map<String, Json> members) -> {
        if (path.equals(key) && MemberName.of(key).isMoney()) {
          members.forEach((name, member) -> collect(key + "." + name, name, member, values));
        }
      }
      case Json.Arr array -> {}
      case Json.Text text -> {}
      case Json.Bool bool -> {}
      case Json.Null none -> {}
    }
  }

  private static boolean isMoney(String path, String key, long amount) {
    Keys.Kind kind = MemberName.of(key).kind();
    return kind == Keys.Kind.MONEY
        || path.length() > key.length()
        || (kind == Keys.Kind.OTHER && !Decimals.isWhole(amount));
  }
}
