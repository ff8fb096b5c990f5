package dev.assay.local.dynamodb;

import dev.assay.local.dynamodb.AttributeValue.B;
import dev.assay.local.dynamodb.AttributeValue.S;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table's or index's key: the partition attribute and, where there is one, the sort attribute.
 */
record KeySchema(KeyAttribute partition, @Nullable KeyAttribute sort) {
  private static final int MAX_PARTITION_BYTES = 2048;
  private static final int MAX_SORT_BYTES = 1024;

  /** A key attribute with its type, S, N or B. */
  record KeyAttribute(String name, String type) {}

  boolean isKey(String attribute) {
    return partition.name().equals(attribute) || (sort != null && sort.name().equals(attribute));
  }

  /** The encoded key of an item, which must have it, of the right types and lengths. */
  byte[] encode(Map<String, AttributeValue> attributes) {
    byte[] encoded =
        KeyEncoding.encode(
            checked(attributes.get(partition.name()), partition, MAX_PARTITION_BYTES));
    if (sort == null) {
      return encoded;
    }
    AttributeValue value = checked(attributes.get(sort.name()), sort, MAX_SORT_BYTES);
    return KeyEncoding.join(encoded, KeyEncoding.encode(value));
  }

  /** The encoded key of a request's {@code Key}, which may hold nothing else. */
  byte[] encodeOnly(Map<String, AttributeValue> key) {
    if (key.size() != (sort == null ? 1 : 2)) {
      throw ServiceError.validation(
          "The number of conditions on the keys is invalid: The provided key element does not match"
              + " the schema");
    }
    for (String name : key.keySet()) {
      if (!isKey(name)) {
        throw ServiceError.validation(
            "The provided key element does not match the schema: " + name);
      }
    }
    return encode(key);
  }

  /** Just the key attributes of an item. */
  Map<String, AttributeValue> of(Map<String, AttributeValue> attributes) {
    Map<String, AttributeValue> key = LinkedHashMap.newLinkedHashMap(2);
    copy(partition, attributes, key);
    if (sort != null) {
      copy(sort, attributes, key);
    }
    return key;
  }

  private static void copy(
      KeyAttribute attribute, Map<String, AttributeValue> from, Map<String, AttributeValue> to) {
    AttributeValue value = from.get(attribute.name());
    if (value != null) {
      to.put(attribute.name(), value);
    }
  }

  private static AttributeValue checked(
      @Nullable AttributeValue value, KeyAttribute attribute, int maxBytes) {
    if (value == null) {
      throw ServiceError.validation(
          "One or more parameter values were invalid: Missing the key "
              + attribute.name()
              + " in the item");
    }
    if (!value.type().equals(attribute.type())) {
      throw ServiceError.validation(
          "One or more parameter values were invalid: Type mismatch for key "
              + attribute.name()
              + " expected: "
              + attribute.type()
              + " actual: "
              + value.type());
    }
    checkLength(value, attribute, maxBytes);
    return value;
  }

  private static void checkLength(AttributeValue value, KeyAttribute attribute, int maxBytes) {
    boolean sized = value instanceof S || value instanceof B;
    if (sized && value.size() == 0) {
      throw ServiceError.validation(
          "One or more parameter values are not valid. The AttributeValue for a key attribute"
              + " cannot contain an empty string value. Key: "
              + attribute.name());
    }
    if (value.size() > maxBytes) {
      throw ServiceError.validation(
          "One or more parameter values were invalid: Size of "
              + (maxBytes == MAX_SORT_BYTES ? "rangekey" : "hashkey")
              + " has exceeded the maximum size limit of "
              + maxBytes
              + " bytes: "
              + attribute.name());
    }
  }
}
