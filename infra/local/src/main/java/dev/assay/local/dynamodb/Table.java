package dev.assay.local.dynamodb;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * One table's items, index entries and expiry times.
 *
 * <p>Reads need no lock and see each map at one moment; a read-modify-write holds {@link #lock}.
 */
final class Table {
  /** Items expired longer than this are left alone, as the real TTL does. */
  private static final long MAX_EXPIRED_SECONDS = 5L * 365 * 24 * 3600;

  private final TableSchema schema;
  private final MVMap<byte[], Item> items;
  private final List<MVMap<byte[], Item>> entries;
  private final MVMap<byte[], Boolean> expiries;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable String expiryAttribute;

  Table(
      TableSchema schema,
      MVMap<byte[], Item> items,
      List<MVMap<byte[], Item>> entries,
      MVMap<byte[], Boolean> expiries,
      @Nullable String expiryAttribute) {
    this.schema = schema;
    this.items = items;
    this.entries = List.copyOf(entries);
    this.expiries = expiries;
    this.expiryAttribute = expiryAttribute;
  }

  TableSchema schema() {
    return schema;
  }

  String name() {
    return schema.name();
  }

  ReentrantLock lock() {
    return lock;
  }

  long itemCount() {
    return items.sizeAsLong();
  }

  @Nullable String expiryAttribute() {
    return expiryAttribute;
  }

  @Nullable Item get(byte[] key) {
    return items.get(key);
  }

  /** The items, or an index's entries, by encoded key. */
  MVMap<byte[], Item> rows(@Nullable IndexSchema index) {
    return index == null ? items : entries.get(schema.indexes().indexOf(index));
  }

  long entryCount(IndexSchema index) {
    return rows(index).sizeAsLong();
  }

  /** Refuses an item that an index could not take; called before anything is written. */
  void check(Item item) {
    for (IndexSchema index : schema.indexes()) {
      Item entry = index.entry(item, schema.key());
      if (entry != null) {
        index.key().encode(entry.attributes());
      }
    }
  }

  /**
   * Puts {@code after} in the place of {@code before}, in the indexes too, and counts the units.
   * The caller holds the lock and has read {@code before} under it.
   */
  void replace(byte[] key, @Nullable Item before, @Nullable Item after, Consumption consumption) {
    consumption.writeTable(name(), larger(before, after));
    for (int i = 0; i < entries.size(); i++) {
      replaceEntry(schema.indexes().get(i), entries.get(i), key, before, after, consumption);
    }
    replaceExpiry(key, before, after);
    if (after != null) {
      items.put(key, after);
    } else if (before != null) {
      items.remove(key);
    }
  }

  private void replaceEntry(
      IndexSchema index,
      MVMap<byte[], Item> rows,
      byte[] key,
      @Nullable Item before,
      @Nullable Item after,
      Consumption consumption) {
    Item old = before == null ? null : index.entry(before, schema.key());
    Item next = after == null ? null : index.entry(after, schema.key());
    byte[] oldKey = old == null ? null : index.encode(old, key);
    byte[] nextKey = next == null ? null : index.encode(next, key);
    if (old != null && next != null && Arrays.equals(oldKey, nextKey)) {
      if (!old.equals(next)) {
        rows.put(nextKey, next);
        consumption.writeIndex(name(), index.name(), larger(old, next));
      }
      return;
    }
    if (old != null) {
      rows.remove(oldKey);
      consumption.writeIndex(name(), index.name(), old.size());
    }
    if (next != null) {
      rows.put(nextKey, next);
      consumption.writeIndex(name(), index.name(), next.size());
    }
  }

  private static int larger(@Nullable Item before, @Nullable Item after) {
    return Math.max(before == null ? 0 : before.size(), after == null ? 0 : after.size());
  }

  private void replaceExpiry(byte[] key, @Nullable Item before, @Nullable Item after) {
    byte[] old = before == null ? null : expiryKey(before, key);
    byte[] next = after == null ? null : expiryKey(after, key);
    if (Arrays.equals(old, next)) {
      return;
    }
    if (old != null) {
      expiries.remove(old);
    }
    if (next != null) {
      expiries.put(next, true);
    }
  }

  /** The expiry second, eight bytes, then the key; null where the item does not expire. */
  private byte @Nullable [] expiryKey(Item item, byte[] key) {
    String attribute = expiryAttribute;
    if (attribute == null || !(item.get(attribute) instanceof AttributeValue.N(var seconds))) {
      return null;
    }
    long second = seconds.longValue();
    if (second <= 0) {
      return null;
    }
    return ByteBuffer.allocate(Long.BYTES + key.length).putLong(second).put(key).array();
  }

  /** Sets or, with null, clears the attribute that holds the expiry second. Under the lock. */
  void expireBy(@Nullable String attribute) {
    expiries.clear();
    expiryAttribute = attribute;
    if (attribute == null) {
      return;
    }
    for (Cursor<byte[], Item> cursor = items.cursor(null); cursor.hasNext(); ) {
      byte[] key = cursor.next();
      byte[] expiry = expiryKey(cursor.getValue(), key);
      if (expiry != null) {
        expiries.put(expiry, true);
      }
    }
  }

  /** Removes what expired before the second; free of charge. Returns how many. Under the lock. */
  int removeExpired(long nowSecond) {
    List<byte[]> due = new ArrayList<>();
    byte[] from =
        ByteBuffer.allocate(Long.BYTES)
            .putLong(Math.max(0, nowSecond - MAX_EXPIRED_SECONDS))
            .array();
    for (Cursor<byte[], Boolean> cursor = expiries.cursor(from); cursor.hasNext(); ) {
      byte[] expiry = cursor.next();
      if (ByteBuffer.wrap(expiry).getLong() >= nowSecond) {
        break;
      }
      due.add(expiry);
    }
    Consumption free = new Consumption();
    for (byte[] expiry : due) {
      byte[] key = Arrays.copyOfRange(expiry, Long.BYTES, expiry.length);
      replace(key, items.get(key), null, free);
    }
    return due.size();
  }
}
