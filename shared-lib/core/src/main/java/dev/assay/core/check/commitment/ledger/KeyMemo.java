package dev.assay.core.check.commitment.ledger;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What is known of the names of JSON members. Tools use the same few names in every conversation,
 * so each is classified once for the process. Bounded: where tools use values as names, the memory
 * starts anew. Safe for several threads.
 *
 * @param <V> what a name is classified as
 */
public final class KeyMemo<V> {
  private static final int MOST = 4096;
  private static final int LONGEST = 64;

  private final Map<String, V> known = new ConcurrentHashMap<>();
  private final Function<String, V> classify;

  public KeyMemo(Function<String, V> classify) {
    this.classify = classify;
  }

  public V of(String key) {
    V value = known.get(key);
    if (value != null) {
      return value;
    }
    V fresh = classify.apply(key);
    if (key.length() <= LONGEST) {
      if (known.size() >= MOST) {
        known.clear();
      }
      known.put(key, fresh);
    }
    return fresh;
  }
}
