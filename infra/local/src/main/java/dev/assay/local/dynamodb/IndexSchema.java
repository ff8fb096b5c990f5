package dev.assay.local.dynamodb;

import dev.assay.local.dynamodb.KeySchema.KeyAttribute;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A global secondary index: its key and which attributes its entries hold. */
record IndexSchema(String name, KeySchema key, ProjectionType projection, List<String> included) {

  /** Which attributes of an item its entry holds, beside the keys. */
  enum ProjectionType {
    ALL,
    KEYS_ONLY,
    INCLUDE
  }

  IndexSchema {
    included = List.copyOf(included);
  }

  /** The item's entry, or null where the item lacks an index key: indexes are sparse. */
  @Nullable Item entry(Item item, KeySchema table) {
    if (!has(item, key.partition()) || (key.sort() != null && !has(item, key.sort()))) {
      return null;
    }
    if (projection == ProjectionType.ALL) {
      return item;
    }
    Map<String, AttributeValue> kept = new LinkedHashMap<>();
    item.attributes()
        .forEach((name, value) -> {
          if (holds(name, table)) {
            kept.put(name, value);
          }
        });
    return Item.of(kept);
  }

  /** Whether entries hold the attribute. */
  boolean holds(String attribute, KeySchema table) {
    return projection == ProjectionType.ALL
        || key.isKey(attribute)
        || table.isKey(attribute)
        || included.contains(attribute);
  }

  private boolean has(Item item, KeyAttribute attribute) {
    AttributeValue value = item.get(attribute.name());
    if (value == null) {
      return false;
    }
    if (!value.type().equals(attribute.type())) {
      throw ServiceError.validation(
          "One or more parameter values were invalid: Type mismatch for Index Key "
              + attribute.name()
              + " Expected: "
              + attribute.type()
              + " Actual: "
              + value.type()
              + " IndexName: "
              + name);
    }
    return true;
  }

  /** The entry's place: the index key, then the table key, because index keys may repeat. */
  byte[] encode(Item entry, byte[] tableKey) {
    return KeyEncoding.join(key.encode(entry.attributes()), tableKey);
  }
}
