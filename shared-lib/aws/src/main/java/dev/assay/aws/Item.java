package dev.assay.aws;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Builds and reads DynamoDB items without their noise. Null values are left out. */
final class Item {
  private final Map<String, AttributeValue> attributes;

  private Item(Map<String, AttributeValue> attributes) {
    this.attributes = attributes;
  }

  static Item key(String pk, String sk) {
    return new Item(new HashMap<>()).with(Keys.PK, pk).with(Keys.SK, sk);
  }

  static Item of(Map<String, AttributeValue> attributes) {
    return new Item(attributes);
  }

  Item with(String name, @Nullable String value) {
    if (value != null) {
      attributes.put(name, AttributeValue.fromS(value));
    }
    return this;
  }

  Item with(String name, long value) {
    attributes.put(name, AttributeValue.fromN(Long.toString(value)));
    return this;
  }

  Item with(String name, @Nullable Double value) {
    if (value != null) {
      attributes.put(name, AttributeValue.fromN(value.toString()));
    }
    return this;
  }

  Item with(String name, boolean value) {
    attributes.put(name, AttributeValue.fromBool(value));
    return this;
  }

  Item with(String name, byte[] value) {
    attributes.put(name, AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(value)));
    return this;
  }

  Item with(String name, List<String> values) {
    if (!values.isEmpty()) {
      attributes.put(name, AttributeValue.fromS(String.join(",", values)));
    }
    return this;
  }

  Map<String, AttributeValue> map() {
    return attributes;
  }

  boolean has(String name) {
    return attributes.containsKey(name);
  }

  String text(String name) {
    String value = optionalText(name);
    if (value == null) {
      throw new IllegalStateException("item " + optionalText(Keys.SK) + " lacks " + name);
    }
    return value;
  }

  @Nullable String optionalText(String name) {
    AttributeValue value = attributes.get(name);
    return value == null ? null : value.s();
  }

  List<String> texts(String name) {
    String value = optionalText(name);
    return value == null || value.isEmpty() ? List.of() : List.of(value.split(",", -1));
  }

  long number(String name) {
    AttributeValue value = attributes.get(name);
    return value == null || value.n() == null ? 0 : Long.parseLong(value.n());
  }

  @Nullable Double decimal(String name) {
    AttributeValue value = attributes.get(name);
    return value == null || value.n() == null ? null : Double.valueOf(value.n());
  }

  boolean flag(String name) {
    AttributeValue value = attributes.get(name);
    return value != null && Boolean.TRUE.equals(value.bool());
  }

  byte[] bytes(String name) {
    AttributeValue value = attributes.get(name);
    return value == null || value.b() == null ? new byte[0] : value.b().asByteArrayUnsafe();
  }
}
