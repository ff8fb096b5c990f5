package dev.assay.local.dynamodb;

import dev.assay.local.dynamodb.Condition.And;
import dev.assay.local.dynamodb.Condition.BeginsWith;
import dev.assay.local.dynamodb.Condition.Between;
import dev.assay.local.dynamodb.Condition.Comparator;
import dev.assay.local.dynamodb.Condition.Compare;
import dev.assay.local.dynamodb.KeySchema.KeyAttribute;
import dev.assay.local.dynamodb.Operand.At;
import dev.assay.local.dynamodb.Operand.Given;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The encoded keys from {@code from} on and before {@code to}; null means without end. */
final class KeyRange {
  private final byte[] from;
  private final byte @Nullable [] to;

  private KeyRange(byte[] from, byte @Nullable [] to) {
    this.from = from;
    this.to = to;
  }

  static KeyRange all() {
    return new KeyRange(new byte[0], null);
  }

  byte[] from() {
    return from;
  }

  byte @Nullable [] to() {
    return to;
  }

  boolean endsBefore(byte[] key) {
    return to != null && Arrays.compareUnsigned(key, to) >= 0;
  }

  boolean startsAfter(byte[] key) {
    return Arrays.compareUnsigned(key, from) < 0;
  }

  /** The rest of the range behind a key, in the direction of reading. */
  KeyRange behind(byte[] key, boolean forward) {
    if (forward) {
      return startsAfter(key) ? this : new KeyRange(Arrays.copyOf(key, key.length + 1), to);
    }
    return endsBefore(key) ? this : new KeyRange(from, key);
  }

  /** Reads a key condition: the partition by equality and at most one condition on the sort key. */
  static KeyRange of(Condition condition, Bindings bindings, KeySchema schema) {
    List<Condition> parts = new ArrayList<>(2);
    flatten(condition, parts);
    byte[] partition = null;
    Condition onSort = null;
    KeyAttribute sort = schema.sort();
    for (Condition part : parts) {
      String attribute = attribute(part, bindings);
      if (attribute.equals(schema.partition().name()) && partition == null) {
        partition = partition(part, bindings, schema.partition());
      } else if (sort != null && attribute.equals(sort.name()) && onSort == null) {
        onSort = part;
      } else {
        throw ServiceError.validation(
            "Query condition missed key schema element: "
                + (partition == null ? schema.partition().name() : attribute));
      }
    }
    if (partition == null) {
      throw ServiceError.validation(
          "Query condition missed key schema element: " + schema.partition().name());
    }
    return sort == null || onSort == null
        ? new KeyRange(partition, KeyEncoding.after(partition))
        : sorted(partition, onSort, bindings, sort);
  }

  private static void flatten(Condition condition, List<Condition> parts) {
    if (condition instanceof And(var left, var right)) {
      flatten(left, parts);
      flatten(right, parts);
    } else {
      parts.add(condition);
    }
  }

  private static String attribute(Condition part, Bindings bindings) {
    Operand operand =
        switch (part) {
          case Compare(var _, var left, var _) -> left;
          case Between(var between, var _, var _) -> between;
          case BeginsWith(var text, var _) -> text;
          default -> throw unsupported();
        };
    if (operand instanceof At(var path) && !path.isNested()) {
      return bindings.path(path).root();
    }
    throw unsupported();
  }

  private static byte[] partition(Condition part, Bindings bindings, KeyAttribute attribute) {
    if (part instanceof Compare(var comparator, var _, var right) && comparator == Comparator.EQ) {
      return KeyEncoding.encode(value(right, bindings, attribute));
    }
    throw unsupported();
  }

  private static KeyRange sorted(
      byte[] partition, Condition condition, Bindings bindings, KeyAttribute sort) {
    return switch (condition) {
      case Compare(var comparator, var _, var right) ->
          compared(
              partition,
              comparator,
              KeyEncoding.join(partition, KeyEncoding.encode(value(right, bindings, sort))));
      case Between(var _, var low, var high) -> {
        AttributeValue first = value(low, bindings, sort);
        AttributeValue last = value(high, bindings, sort);
        if (ConditionCheck.order(first, last).orElse(0) > 0) {
          throw ServiceError.validation(
              "Invalid KeyConditionExpression: The BETWEEN operator requires upper bound to be"
                  + " greater than or equal to lower bound");
        }
        yield new KeyRange(
            KeyEncoding.join(partition, KeyEncoding.encode(first)),
            KeyEncoding.after(KeyEncoding.join(partition, KeyEncoding.encode(last))));
      }
      case BeginsWith(var _, var prefix) -> {
        byte[] start =
            KeyEncoding.join(partition, KeyEncoding.encodePrefix(value(prefix, bindings, sort)));
        yield new KeyRange(start, KeyEncoding.after(start));
      }
      default -> throw unsupported();
    };
  }

  private static KeyRange compared(byte[] partition, Comparator comparator, byte[] key) {
    byte[] behind = KeyEncoding.after(key);
    byte[] end = KeyEncoding.after(partition);
    return switch (comparator) {
      case EQ -> new KeyRange(key, behind);
      case LT -> new KeyRange(partition, key);
      case LE -> new KeyRange(partition, behind);
      // An encoded value never ends in FF alone, so there is always something behind it.
      case GT -> new KeyRange(behind == null ? key : behind, end);
      case GE -> new KeyRange(key, end);
      case NE -> throw unsupported();
    };
  }

  private static AttributeValue value(Operand operand, Bindings bindings, KeyAttribute attribute) {
    if (!(operand instanceof Given(var placeholder))) {
      throw unsupported();
    }
    AttributeValue value = bindings.value(placeholder);
    if (!value.type().equals(attribute.type())) {
      throw ServiceError.validation(
          "One or more parameter values were invalid: Condition parameter type does not match"
              + " schema type: "
              + attribute.name()
              + " expected: "
              + attribute.type()
              + " actual: "
              + value.type());
    }
    return value;
  }

  private static ServiceError unsupported() {
    return ServiceError.validation(
        "Invalid KeyConditionExpression: Query key condition not supported");
  }
}
