package dev.assay.core.trace;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The members of an object in the sender's order, immutable: names and values side by side in two
 * arrays, because objects are walked far more often than they are asked for one member.
 */
final class Members extends AbstractMap<String, Json> {
  /** So few names are compared one after the other. */
  private static final int FEW = 8;

  private final String[] names;
  private final Json[] values;

  /** Open addressing: the place of a name, counted from 1; empty where there are few. */
  private final int[] places;

  private Members(Map<String, Json> members) {
    this.names = new String[members.size()];
    this.values = new Json[members.size()];
    int at = 0;
    for (Map.Entry<String, Json> member : members.entrySet()) {
      names[at] = member.getKey();
      values[at] = member.getValue();
      at++;
    }
    this.places = names.length <= FEW ? new int[0] : places(names);
  }

  static Members copyOf(Map<String, Json> members) {
    return members instanceof Members known ? known : new Members(members);
  }

  private static int[] places(String[] names) {
    int[] places = new int[Integer.highestOneBit(names.length) * 4];
    for (int i = 0; i < names.length; i++) {
      int slot = spread(names[i]) & (places.length - 1);
      while (places[slot] != 0) {
        slot = (slot + 1) & (places.length - 1);
      }
      places[slot] = i + 1;
    }
    return places;
  }

  private static int spread(Object name) {
    int hash = name.hashCode();
    return hash ^ (hash >>> 16);
  }

  /** The place of a name; -1 where it is none of these. */
  private int find(@Nullable Object name) {
    if (name == null) {
      return -1;
    }
    if (places.length == 0) {
      for (int i = 0; i < names.length; i++) {
        if (names[i].equals(name)) {
          return i;
        }
      }
      return -1;
    }
    int slot = spread(name) & (places.length - 1);
    while (places[slot] != 0 && !names[places[slot] - 1].equals(name)) {
      slot = (slot + 1) & (places.length - 1);
    }
    return places[slot] - 1;
  }

  @Override
  public int size() {
    return names.length;
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return find(name) >= 0;
  }

  @Override
  public @Nullable Json get(@Nullable Object name) {
    int at = find(name);
    return at < 0 ? null : values[at];
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super Json> action) {
    for (int i = 0; i < names.length; i++) {
      action.accept(names[i], values[i]);
    }
  }

  @Override
  public Collection<Json> values() {
    return Collections.unmodifiableList(Arrays.asList(values));
  }

  @Override
  public int hashCode() {
    int hash = 0;
    for (int i = 0; i < names.length; i++) {
      hash += names[i].hashCode() ^ values[i].hashCode();
    }
    return hash;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this || super.equals(other);
  }

  @Override
  public Set<Map.Entry<String, Json>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return names.length;
      }

      @Override
      public Iterator<Map.Entry<String, Json>> iterator() {
        return new Entries();
      }
    };
  }

  /** Walks names and values side by side. */
  private final class Entries implements Iterator<Map.Entry<String, Json>> {
    private int at;

    @Override
    public boolean hasNext() {
      return at < names.length;
    }

    @Override
    public Map.Entry<String, Json> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      int place = at++;
      return new SimpleImmutableEntry<>(names[place], values[place]);
    }
  }
}
