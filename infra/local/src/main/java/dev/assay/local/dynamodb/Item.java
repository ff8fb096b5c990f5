package dev.assay.local.dynamodb;

import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A stored item: its attributes and, computed once, the size in bytes that Amazon bills. */
final class Item {
  /** DynamoDB's limit for one item, attribute names included. */
  static final int MAX_BYTES = 400 * 1024;

  private final Map<String, AttributeValue> attributes;
  private final int size;

  private Item(Map<String, AttributeValue> attributes) {
    this.attributes = Collections.unmodifiableMap(attributes);
    int bytes = 0;
    for (Map.Entry<String, AttributeValue> entry : attributes.entrySet()) {
      bytes += Utf8.length(entry.getKey()) + entry.getValue().size();
    }
    this.size = bytes;
  }

  /** Wraps without copying: the caller hands the map over. */
  static Item of(Map<String, AttributeValue> attributes) {
    return new Item(attributes);
  }

  Map<String, AttributeValue> attributes() {
    return attributes;
  }

  @Nullable AttributeValue get(String name) {
    return attributes.get(name);
  }

  /** In bytes, attribute names included. */
  int size() {
    return size;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Item that && attributes.equals(that.attributes);
  }

  @Override
  public int hashCode() {
    return attributes.hashCode();
  }

  @Override
  public String toString() {
    return "Item" + attributes;
  }
}
