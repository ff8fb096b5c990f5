package dev.assay.local.dynamodb;

import dev.assay.local.dynamodb.AttributeValue.L;
import dev.assay.local.dynamodb.AttributeValue.M;
import dev.assay.local.dynamodb.DocumentPath.Name;
import dev.assay.local.dynamodb.DocumentPath.Position;
import dev.assay.local.dynamodb.DocumentPath.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads, sets and removes what a path points at, in values that never change. */
final class Documents {
  private Documents() {}

  static @Nullable AttributeValue get(Map<String, AttributeValue> attributes, DocumentPath path) {
    AttributeValue value = attributes.get(path.root());
    for (int i = 1; value != null && i < path.steps().size(); i++) {
      value = child(value, path.steps().get(i));
    }
    return value;
  }

  private static @Nullable AttributeValue child(AttributeValue parent, Step step) {
    return switch (step) {
      case Name(var name) -> parent instanceof M(var values) ? values.get(name) : null;
      case Position(int index) ->
          parent instanceof L(var values) && index < values.size() ? values.get(index) : null;
    };
  }

  /** Puts the value at the path; the parent must be there. */
  static void set(Map<String, AttributeValue> attributes, DocumentPath path, AttributeValue value) {
    if (!path.isNested()) {
      attributes.put(path.root(), value);
      return;
    }
    attributes.put(path.root(), changed(attributes.get(path.root()), path, 1, value));
  }

  /** Takes away what is at the path, if the parent is there. */
  static void remove(Map<String, AttributeValue> attributes, DocumentPath path) {
    if (!path.isNested()) {
      attributes.remove(path.root());
      return;
    }
    attributes.put(path.root(), changed(attributes.get(path.root()), path, 1, null));
  }

  private static AttributeValue changed(
      @Nullable AttributeValue parent, DocumentPath path, int at, @Nullable AttributeValue value) {
    Step step = path.steps().get(at);
    boolean last = at == path.steps().size() - 1;
    if (step instanceof Name(var name) && parent instanceof M(var values)) {
      AttributeValue next = last ? value : changed(values.get(name), path, at + 1, value);
      return new M(withEntry(values, name, next));
    }
    if (step instanceof Position(int index) && parent instanceof L(var values)) {
      AttributeValue old = index < values.size() ? values.get(index) : null;
      return new L(withElement(values, index, last ? value : changed(old, path, at + 1, value)));
    }
    throw ServiceError.validation(
        "The document path provided in the update expression is invalid for update: " + path);
  }

  private static Map<String, AttributeValue> withEntry(
      Map<String, AttributeValue> values, String name, @Nullable AttributeValue value) {
    Map<String, AttributeValue> copy = new LinkedHashMap<>(values);
    if (value == null) {
      copy.remove(name);
    } else {
      copy.put(name, value);
    }
    return copy;
  }

  /** A position behind the end appends, as DynamoDB does. */
  private static List<AttributeValue> withElement(
      List<AttributeValue> values, int index, @Nullable AttributeValue value) {
    List<AttributeValue> copy = new ArrayList<>(values);
    if (index < copy.size()) {
      if (value == null) {
        copy.remove(index);
      } else {
        copy.set(index, value);
      }
    } else if (value != null) {
      copy.add(value);
    }
    return copy;
  }
}
