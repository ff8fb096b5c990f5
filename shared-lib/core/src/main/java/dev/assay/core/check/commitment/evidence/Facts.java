package dev.assay.core.check.commitment.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one type by value. Every question about one value is answered at once; the order of
 * values is worked out when somebody asks for neighbours, each value once. One per trace; not for
 * several threads.
 *
 * @param <K> the value
 */
public final class Facts<K extends Comparable<? super K>> {
  /** Of each value only so many sources are kept; more would prove nothing more. */
  private static final int MOST_SOURCES = 32;

  private final Map<K, Sources> all = new HashMap<>();
  private final TreeMap<K, Fact> proven = new TreeMap<>();
  private final List<K> unsorted = new ArrayList<>();
  private @Nullable Fact newest;

  /** Where one value was seen. */
  private static final class Sources {
    private final List<Fact> facts = new ArrayList<>(1);
    private @Nullable Fact proof;

    void add(Fact fact) {
      if (facts.size() >= MOST_SOURCES) {
        facts.removeLast();
      }
      facts.add(fact);
      if (fact.source().proves()) {
        proof = stronger(proof, fact);
      }
    }
  }

  void add(K value, Fact fact) {
    all.computeIfAbsent(value, k -> new Sources()).add(fact);
    if (fact.source().proves()) {
      unsorted.add(value);
      newest = stronger(newest, fact);
    }
  }

  /** Of two equally strong facts the newer one. */
  private static Fact stronger(@Nullable Fact old, Fact added) {
    return old == null || added.source().compareTo(old.source()) <= 0 ? added : old;
  }

  /** The strongest fact of a value that passes. */
  public Optional<Fact> best(K value, Predicate<Fact> passes) {
    Sources sources = all.get(value);
    if (sources == null) {
      return Optional.empty();
    }
    Fact best = null;
    for (Fact fact : sources.facts) {
      if (passes.test(fact) && (best == null || fact.source().compareTo(best.source()) < 0)) {
        best = fact;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Every kept fact of a value. */
  public List<Fact> of(K value) {
    Sources sources = all.get(value);
    return sources == null ? List.of() : sources.facts;
  }

  /** True where more facts give the value than are kept. */
  public boolean isEverywhere(K value) {
    return of(value).size() >= MOST_SOURCES;
  }

  public boolean has(K value) {
    return all.containsKey(value);
  }

  /** The proving facts, one a value, in order of value. */
  public NavigableMap<K, Fact> proven() {
    for (K value : unsorted) {
      Sources sources = all.get(value);
      if (sources != null && sources.proof != null) {
        proven.put(value, sources.proof);
      }
    }
    unsorted.clear();
    return proven;
  }

  /** The newest fact of the strongest source; none where nothing proves. */
  public Optional<Fact> newest() {
    return Optional.ofNullable(newest);
  }

  /** The facts of values from {@code low} to {@code high}. */
  public Iterable<Map.Entry<K, Fact>> provenBetween(K low, K high) {
    return proven().subMap(low, true, high, true).entrySet();
  }
}
