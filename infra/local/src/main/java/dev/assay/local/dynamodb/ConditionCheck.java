package dev.assay.local.dynamodb;

import dev.assay.local.dynamodb.AttributeValue.B;
import dev.assay.local.dynamodb.AttributeValue.Bs;
import dev.assay.local.dynamodb.AttributeValue.L;
import dev.assay.local.dynamodb.AttributeValue.M;
import dev.assay.local.dynamodb.AttributeValue.N;
import dev.assay.local.dynamodb.AttributeValue.Ns;
import dev.assay.local.dynamodb.AttributeValue.S;
import dev.assay.local.dynamodb.AttributeValue.Ss;
import dev.assay.local.dynamodb.Condition.And;
import dev.assay.local.dynamodb.Condition.BeginsWith;
import dev.assay.local.dynamodb.Condition.Between;
import dev.assay.local.dynamodb.Condition.Comparator;
import dev.assay.local.dynamodb.Condition.Compare;
import dev.assay.local.dynamodb.Condition.Contains;
import dev.assay.local.dynamodb.Condition.Exists;
import dev.assay.local.dynamodb.Condition.HasType;
import dev.assay.local.dynamodb.Condition.In;
import dev.assay.local.dynamodb.Condition.Not;
import dev.assay.local.dynamodb.Condition.Or;
import dev.assay.local.dynamodb.Operand.At;
import dev.assay.local.dynamodb.Operand.Given;
import dev.assay.local.dynamodb.Operand.SizeOf;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Decides whether a condition holds for an item; an absent item has no attributes. */
final class ConditionCheck {
  private final Bindings bindings;
  private final Map<String, AttributeValue> attributes;

  private ConditionCheck(Bindings bindings, Map<String, AttributeValue> attributes) {
    this.bindings = bindings;
    this.attributes = attributes;
  }

  static boolean holds(Condition condition, Bindings bindings, @Nullable Item item) {
    Map<String, AttributeValue> attributes = item == null ? Map.of() : item.attributes();
    return new ConditionCheck(bindings, attributes).holds(condition);
  }

  private boolean holds(Condition condition) {
    return switch (condition) {
      case And(var left, var right) -> holds(left) && holds(right);
      case Or(var left, var right) -> holds(left) || holds(right);
      case Not(var inner) -> !holds(inner);
      case Exists(var path, boolean expected) -> (at(path) != null) == expected;
      case HasType(var path, var type) -> hasType(at(path), value(type));
      case BeginsWith(var operand, var prefix) -> beginsWith(value(operand), value(prefix));
      case Contains(var operand, var part) -> contains(value(operand), value(part));
      case In(var operand, var candidates) -> {
        AttributeValue sought = value(operand);
        yield sought != null && candidates.stream().anyMatch(c -> sought.equals(value(c)));
      }
      case Between(var operand, var low, var high) -> {
        AttributeValue value = value(operand);
        yield compare(Comparator.GE, value, value(low))
            && compare(Comparator.LE, value, value(high));
      }
      case Compare(var comparator, var left, var right) ->
          compare(comparator, value(left), value(right));
    };
  }

  private @Nullable AttributeValue at(DocumentPath path) {
    return Documents.get(attributes, bindings.path(path));
  }

  private @Nullable AttributeValue value(Operand operand) {
    return switch (operand) {
      case At(var path) -> at(path);
      case Given(var placeholder) -> bindings.value(placeholder);
      case SizeOf(var of) -> size(value(of));
    };
  }

  private static @Nullable AttributeValue size(@Nullable AttributeValue value) {
    return switch (value) {
      case null -> null;
      case S(var text) -> number(Utf8.length(text));
      case B(var bytes) -> number(bytes.length());
      case L(var values) -> number(values.size());
      case M(var values) -> number(values.size());
      case Ss(var values) -> number(values.size());
      case Ns(var values) -> number(values.size());
      case Bs(var values) -> number(values.size());
      default -> null;
    };
  }

  private static N number(int value) {
    return new N(BigDecimal.valueOf(value));
  }

  private static boolean compare(
      Comparator comparator, @Nullable AttributeValue left, @Nullable AttributeValue right) {
    if (left == null || right == null) {
      // Different from a value: an absent attribute is; anything else it is not.
      return comparator == Comparator.NE && (left != null || right != null);
    }
    if (comparator == Comparator.EQ) {
      return left.equals(right);
    }
    if (comparator == Comparator.NE) {
      return !left.equals(right);
    }
    OptionalInt order = order(left, right);
    return order.isPresent() && inOrder(comparator, order.getAsInt());
  }

  private static boolean inOrder(Comparator comparator, int order) {
    return switch (comparator) {
      case LT -> order < 0;
      case LE -> order <= 0;
      case GT -> order > 0;
      case GE -> order >= 0;
      case EQ -> order == 0;
      case NE -> order != 0;
    };
  }

  /** The order of two values of the same ordered type; empty for all others. */
  static OptionalInt order(AttributeValue left, AttributeValue right) {
    if (left instanceof S(var a) && right instanceof S(var b)) {
      return OptionalInt.of(Utf8.compare(a, b));
    }
    if (left instanceof N(var a) && right instanceof N(var b)) {
      return OptionalInt.of(a.compareTo(b));
    }
    if (left instanceof B(var a) && right instanceof B(var b)) {
      return OptionalInt.of(a.compareTo(b));
    }
    return OptionalInt.empty();
  }

  private static boolean hasType(@Nullable AttributeValue value, @Nullable AttributeValue type) {
    return value != null && type instanceof S(var name) && value.type().equals(name);
  }

  private static boolean beginsWith(
      @Nullable AttributeValue value, @Nullable AttributeValue prefix) {
    if (value instanceof S(var text) && prefix instanceof S(var start)) {
      return text.startsWith(start);
    }
    return value instanceof B(var bytes)
        && prefix instanceof B(var start)
        && bytes.startsWith(start);
  }

  private static boolean contains(@Nullable AttributeValue value, @Nullable AttributeValue part) {
    return switch (value) {
      case null -> false;
      case S(var text) -> part instanceof S(var sought) && text.contains(sought);
      case L(var values) -> part != null && values.contains(part);
      case Ss(var values) -> part instanceof S(var sought) && values.contains(sought);
      case Ns(var values) -> part instanceof N(var sought) && values.contains(sought);
      case Bs(var values) -> part instanceof B(var sought) && values.contains(sought);
      case B(var bytes) -> part instanceof B(var sought) && containsBytes(bytes, sought);
      default -> false;
    };
  }

  private static boolean containsBytes(Bytes bytes, Bytes sought) {
    for (int at = 0; at + sought.length() <= bytes.length(); at++) {
      if (Arrays.equals(
          bytes.content(), at, at + sought.length(), sought.content(), 0, sought.length())) {
        return true;
      }
    }
    return false;
  }
}
