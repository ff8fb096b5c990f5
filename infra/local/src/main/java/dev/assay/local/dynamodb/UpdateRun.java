package dev.assay.local.dynamodb;

import dev.assay.local.dynamodb.AttributeValue.Bs;
import dev.assay.local.dynamodb.AttributeValue.L;
import dev.assay.local.dynamodb.AttributeValue.N;
import dev.assay.local.dynamodb.AttributeValue.Ns;
import dev.assay.local.dynamodb.AttributeValue.Ss;
import dev.assay.local.dynamodb.DocumentPath.Position;
import dev.assay.local.dynamodb.DocumentPath.Step;
import dev.assay.local.dynamodb.Update.Action;
import dev.assay.local.dynamodb.Update.Add;
import dev.assay.local.dynamodb.Update.Delete;
import dev.assay.local.dynamodb.Update.Remove;
import dev.assay.local.dynamodb.Update.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Applies an update expression: every value is read from the item as it was before. */
final class UpdateRun {
  private final Bindings bindings;
  private final Map<String, AttributeValue> before;
  private final Map<String, AttributeValue> after;

  private UpdateRun(Bindings bindings, Map<String, AttributeValue> before) {
    this.bindings = bindings;
    this.before = before;
    this.after = new LinkedHashMap<>(before);
  }

  /**
   * The item after the update.
   *
   * @param before the item, or just its key attributes when it is new
   */
  static Item apply(Update update, Bindings bindings, Map<String, AttributeValue> before) {
    UpdateRun run = new UpdateRun(bindings, before);
    List<DocumentPath> removals = new ArrayList<>();
    for (Action action : update.actions()) {
      DocumentPath path = bindings.path(action.path());
      switch (action) {
        case Update.Set(var _, var value) -> Documents.set(run.after, path, run.term(value));
        case Add(var _, var value) -> run.add(path, bindings.value(value));
        case Delete(var _, var value) -> run.delete(path, bindings.value(value));
        case Remove(var _) -> removals.add(path);
      }
    }
    // Positions mean the list as it was: take the later elements out first.
    removals.sort((a, b) -> comparePositions(b, a));
    removals.forEach(path -> Documents.remove(run.after, path));
    return Item.of(run.after);
  }

  private static int comparePositions(DocumentPath a, DocumentPath b) {
    for (int i = 0; i < Math.min(a.steps().size(), b.steps().size()); i++) {
      Step left = a.steps().get(i);
      Step right = b.steps().get(i);
      if (left instanceof Position(int x) && right instanceof Position(int y) && x != y) {
        return Integer.compare(x, y);
      }
    }
    return Integer.compare(a.steps().size(), b.steps().size());
  }

  private AttributeValue term(Term term) {
    return switch (term) {
      case Update.Given(var placeholder) -> bindings.value(placeholder);
      case Update.At(var path) -> present(path);
      case Update.IfNotExists(var path, var otherwise) -> {
        AttributeValue there = Documents.get(before, bindings.path(path));
        yield there != null ? there : term(otherwise);
      }
      case Update.ListAppend(var first, var second) -> {
        List<AttributeValue> joined = new ArrayList<>(list(term(first)));
        joined.addAll(list(term(second)));
        yield new L(joined);
      }
      case Update.Sum(var left, var right, boolean negative) -> {
        BigDecimal other = number(term(right));
        yield sum(number(term(left)), negative ? other.negate() : other);
      }
    };
  }

  private AttributeValue present(DocumentPath path) {
    AttributeValue value = Documents.get(before, bindings.path(path));
    if (value == null) {
      throw ServiceError.validation(
          "The provided expression refers to an attribute that does not exist in the item: "
              + bindings.path(path));
    }
    return value;
  }

  private void add(DocumentPath path, AttributeValue value) {
    AttributeValue old = Documents.get(before, path);
    if (old == null && (value instanceof N || isSet(value))) {
      Documents.set(after, path, value);
    } else if (old instanceof N(var a) && value instanceof N(var b)) {
      Documents.set(after, path, sum(a, b));
    } else if (old instanceof Ss(var a) && value instanceof Ss(var b)) {
      Documents.set(after, path, new Ss(union(a, b)));
    } else if (old instanceof Ns(var a) && value instanceof Ns(var b)) {
      Documents.set(after, path, new Ns(union(a, b)));
    } else if (old instanceof Bs(var a) && value instanceof Bs(var b)) {
      Documents.set(after, path, new Bs(union(a, b)));
    } else {
      throw incorrectType("ADD", old, value);
    }
  }

  private void delete(DocumentPath path, AttributeValue value) {
    AttributeValue old = Documents.get(before, path);
    if (!isSet(value)) {
      throw incorrectType("DELETE", old, value);
    }
    if (old instanceof Ss(var a) && value instanceof Ss(var b)) {
      keep(path, new Ss(difference(a, b)));
    } else if (old instanceof Ns(var a) && value instanceof Ns(var b)) {
      keep(path, new Ns(difference(a, b)));
    } else if (old instanceof Bs(var a) && value instanceof Bs(var b)) {
      keep(path, new Bs(difference(a, b)));
    } else if (old != null) {
      throw incorrectType("DELETE", old, value);
    }
  }

  /** An empty set cannot be stored: the attribute goes with its last element. */
  private void keep(DocumentPath path, AttributeValue set) {
    if (set.size() == 0) {
      Documents.remove(after, path);
    } else {
      Documents.set(after, path, set);
    }
  }

  private static boolean isSet(AttributeValue value) {
    return value instanceof Ss || value instanceof Ns || value instanceof Bs;
  }

  private static <T> Set<T> union(Set<T> a, Set<T> b) {
    Set<T> union = new LinkedHashSet<>(a);
    union.addAll(b);
    return union;
  }

  private static <T> Set<T> difference(Set<T> a, Set<T> b) {
    Set<T> rest = new LinkedHashSet<>(a);
    rest.removeAll(b);
    return rest;
  }

  private static N sum(BigDecimal left, BigDecimal right) {
    return new N(Numbers.checked(left.add(right)));
  }

  private static BigDecimal number(AttributeValue value) {
    if (value instanceof N(var number)) {
      return number;
    }
    throw ServiceError.validation(
        "An operand in the update expression has an incorrect data type: expected N, was "
            + value.type());
  }

  private static List<AttributeValue> list(AttributeValue value) {
    if (value instanceof L(var values)) {
      return values;
    }
    throw ServiceError.validation(
        "An operand in the update expression has an incorrect data type: expected L, was "
            + value.type());
  }

  private static ServiceError incorrectType(
      String action, @Nullable AttributeValue old, AttributeValue value) {
    return ServiceError.validation(
        "An operand in the update expression has an incorrect data type: "
            + action
            + " of "
            + value.type()
            + (old == null ? "" : " to " + old.type()));
  }
}
