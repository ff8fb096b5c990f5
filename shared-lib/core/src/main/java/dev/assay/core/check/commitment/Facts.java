package dev.assay.core.check.commitment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one type by value. Every question is answered in the logarithm of what is stored.
 *
 * @param <K> the value
 */
final class Facts<K extends Comparable<? super K>> {
  /** Of each value only so many sources are kept; more would prove nothing more. */
  private static final int MOST_SOURCES = 8;

  private final TreeMap<K, List<Fact>> all = new TreeMap<>();
  private final TreeMap<K, Fact> proven = new TreeMap<>();
  private @Nullable Fact newest;

  void add(K value, Fact fact) {
    List<Fact> known = all.computeIfAbsent(value, k -> new ArrayList<>(1));
    if (known.size() >= MOST_SOURCES) {
      known.removeLast();
    }
    known.add(fact);
    if (fact.source().proves()) {
      proven.merge(value, fact, (a, b) -> b.source().compareTo(a.source()) <= 0 ? b : a);
      newest = newest == null || fact.source().compareTo(newest.source()) <= 0 ? fact : newest;
    }
  }

  /** The strongest fact of a value that passes. */
  Optional<Fact> best(K value, Predicate<Fact> passes) {
    Fact best = null;
    for (Fact fact : all.getOrDefault(value, List.of())) {
      if (passes.test(fact) && (best == null || fact.source().compareTo(best.source()) < 0)) {
        best = fact;
      }
    }
    return Optional.ofNullable(best);
  }

  boolean has(K value) {
    return all.containsKey(value);
  }

  /** The proving facts, one a value, in order of value. */
  NavigableMap<K, Fact> proven() {
    return proven;
  }

  /** The newest fact of the strongest source; none where nothing proves. */
  Optional<Fact> newest() {
    return Optional.ofNullable(newest);
  }

  /** The facts of values from {@code low} to {@code high}. */
  Iterable<Map.Entry<K, Fact>> provenBetween(K low, K high) {
    return proven.subMap(low, true, high, true).entrySet();
  }
}
