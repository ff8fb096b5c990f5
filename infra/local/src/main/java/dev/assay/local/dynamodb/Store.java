package dev.assay.local.dynamodb;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All tables in one MVStore, in memory or in a file.
 *
 * <p>Writes hold the gate's read side and the flush its write side: what reaches the disk is always
 * between two writes, so an item is never there without its index entries, nor half a transaction.
 * A killed process loses what was written after the last flush, and nothing else.
 */
final class Store implements AutoCloseable {
  private static final long TOKEN_MILLIS = 10 * 60 * 1000L;

  /** A table as it was asked for, kept to describe and to reopen it. */
  record Definition(JsonNode request, TableSchema schema, double createdSecond) {}

  private final MVStore store;
  private final boolean inFile;
  private final JsonMapper json;
  private final Clock clock;
  private final MVMap<String, String> definitions;
  private final MVMap<String, String> expiryAttributes;
  private final MVMap<String, String> tokens;
  private final Map<String, Table> tables = new ConcurrentSkipListMap<>();
  private final Map<String, Definition> described = new ConcurrentSkipListMap<>();
  private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();

  private Store(MVStore store, boolean inFile, JsonMapper json, Clock clock) {
    this.store = store;
    this.inFile = inFile;
    this.json = json;
    this.clock = clock;
    this.definitions = store.openMap("assay.tables");
    this.expiryAttributes = store.openMap("assay.expiry");
    this.tokens = store.openMap("assay.tokens");
  }

  static Store open(@Nullable Path file, JsonMapper json, Clock clock) {
    MVStore.Builder builder = new MVStore.Builder().autoCommitDisabled().autoCommitBufferSize(0);
    if (file != null) {
      builder.fileName(file.toString());
    }
    MVStore opened = builder.open();
    opened.setVersionsToKeep(0);
    Store store = new Store(opened, file != null, json, clock);
    store.definitions.forEach((name, text) -> store.load(store.parse(text)));
    return store;
  }

  private Definition parse(String stored) {
    JsonNode node = json.readTree(stored);
    JsonNode request = node.path("request");
    return new Definition(request, TableSchema.of(request), node.path("created").doubleValue());
  }

  private void load(Definition definition) {
    TableSchema schema = definition.schema();
    List<MVMap<byte[], Item>> entries = new ArrayList<>();
    for (IndexSchema index : schema.indexes()) {
      entries.add(store.openMap("index." + schema.name() + "/" + index.name(), rows()));
    }
    tables.put(
        schema.name(),
        new Table(
            schema,
            store.openMap("items." + schema.name(), rows()),
            entries,
            store.openMap(
                "expiry." + schema.name(),
                new MVMap.Builder<byte[], Boolean>().keyType(KeyType.INSTANCE)),
            expiryAttributes.get(schema.name())));
    described.put(schema.name(), definition);
  }

  private static MVMap.Builder<byte[], Item> rows() {
    return new MVMap.Builder<byte[], Item>().keyType(KeyType.INSTANCE).valueType(ItemType.INSTANCE);
  }

  /** The table, or the refusal that there is none. */
  Table table(String name) {
    Table table = tables.get(name);
    if (table == null) {
      throw ServiceError.tableNotFound(name);
    }
    return table;
  }

  Definition definition(String name) {
    Definition definition = described.get(name);
    if (definition == null) {
      throw ServiceError.tableNotFound(name);
    }
    return definition;
  }

  /** The tables' names in order. */
  List<String> names() {
    return List.copyOf(tables.keySet());
  }

  synchronized Definition create(JsonNode request) {
    TableSchema schema = TableSchema.of(request);
    if (tables.containsKey(schema.name())) {
      throw ServiceError.tableExists(schema.name());
    }
    Definition definition = new Definition(request, schema, clock.millis() / 1000.0);
    return writing(() -> {
      String text =
          json.writeValueAsString(
              Map.of("request", request, "created", definition.createdSecond()));
      definitions.put(schema.name(), text);
      load(definition);
      return definition;
    });
  }

  synchronized Definition delete(String name) {
    Table table = table(name);
    Definition definition = definition(name);
    return writing(() -> {
      table.lock().lock();
      try {
        tables.remove(name);
        described.remove(name);
        definitions.remove(name);
        expiryAttributes.remove(name);
        store.removeMap("items." + name);
        store.removeMap("expiry." + name);
        table
            .schema()
            .indexes()
            .forEach(index -> store.removeMap("index." + name + "/" + index.name()));
        return definition;
      } finally {
        table.lock().unlock();
      }
    });
  }

  void expireBy(Table table, @Nullable String attribute) {
    locked(
        List.of(table),
        () -> {
          table.expireBy(attribute);
          if (attribute == null) {
            expiryAttributes.remove(table.name());
          } else {
            expiryAttributes.put(table.name(), attribute);
          }
          return true;
        });
  }

  /** Runs a read-modify-write over the tables, which must come in the order of their names. */
  <T> T locked(List<Table> ordered, Supplier<T> work) {
    return writing(() -> locked(ordered, 0, work));
  }

  private <T> T locked(List<Table> ordered, int at, Supplier<T> work) {
    if (at == ordered.size()) {
      return work.get();
    }
    Table table = ordered.get(at);
    table.lock().lock();
    try {
      if (tables.get(table.name()) != table) {
        throw ServiceError.tableNotFound(table.name());
      }
      return locked(ordered, at + 1, work);
    } finally {
      table.lock().unlock();
    }
  }

  private <T> T writing(Supplier<T> work) {
    gate.readLock().lock();
    try {
      return work.get();
    } finally {
      gate.readLock().unlock();
    }
  }

  /** The request's digest that a token stood for in the last ten minutes. */
  Optional<String> token(String token) {
    String stored = tokens.get(token);
    if (stored == null || tokenMillis(stored) + TOKEN_MILLIS < clock.millis()) {
      return Optional.empty();
    }
    return Optional.of(stored.substring(stored.indexOf(' ') + 1));
  }

  /** Remembers a token; inside {@link #locked}, with the writes it stands for. */
  void remember(String token, String digest) {
    tokens.put(token, clock.millis() + " " + digest);
  }

  private static long tokenMillis(String stored) {
    return Long.parseLong(stored.substring(0, stored.indexOf(' ')));
  }

  /** Removes expired items and forgotten tokens; returns how many items went. */
  int sweep() {
    long now = clock.millis();
    int removed = 0;
    for (Table table : tables.values()) {
      if (table.expiryAttribute() != null) {
        removed += locked(List.of(table), () -> table.removeExpired(now / 1000));
      }
    }
    forgetTokens(now);
    return removed;
  }

  private void forgetTokens(long now) {
    List<String> old = new ArrayList<>();
    tokens.forEach((token, stored) -> {
      if (tokenMillis(stored) + TOKEN_MILLIS < now) {
        old.add(token);
      }
    });
    writing(() -> {
      old.forEach(tokens::remove);
      return old.size();
    });
  }

  /** Makes all finished writes durable, where there is a file. */
  void flush() {
    gate.writeLock().lock();
    try {
      if (inFile && !store.isClosed()) {
        store.commit();
      }
    } finally {
      gate.writeLock().unlock();
    }
  }

  @Override
  public void close() {
    gate.writeLock().lock();
    try {
      if (!store.isClosed()) {
        store.commit();
        store.close();
      }
    } finally {
      gate.writeLock().unlock();
    }
  }
}
