package dev.assay.local.template;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One mapping of a template, its values resolved as they are read; errors name the path. */
record Block(String path, Map<?, ?> values, Expressions expressions) {

  static Block of(String path, Object value, Expressions expressions) {
    if (value instanceof Map<?, ?> map) {
      return new Block(path, map, expressions);
    }
    throw new IllegalArgumentException(path + ": expected a mapping, got " + value);
  }

  Optional<Object> find(String key) {
    Object raw = values.get(key);
    return raw == null
        ? Optional.empty()
        : Optional.of(resolve(key, raw)).filter(value -> !value.equals(Expressions.NO_VALUE));
  }

  private Object resolve(String key, Object raw) {
    try {
      return expressions.resolve(raw);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(path + "." + key + ": " + e.getMessage(), e);
    }
  }

  Optional<String> text(String key) {
    return find(key).map(Object::toString);
  }

  String required(String key) {
    return text(key)
        .orElseThrow(() -> new IllegalArgumentException(path + "." + key + " is missing"));
  }

  int integer(String key, int otherwise) {
    Optional<String> text = text(key);
    try {
      return text.map(Integer::parseInt).orElse(otherwise);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          path + "." + key + ": expected a whole number, got " + text.orElse(""), e);
    }
  }

  /** The mapping under the key, empty when it is absent. */
  Block child(String key) {
    Object raw = values.get(key);
    return of(path + "." + key, raw == null ? Map.of() : raw, expressions);
  }

  /** As {@link #child}, for a mapping that an intrinsic function may have produced. */
  Optional<Block> resolvedChild(String key) {
    return find(key).map(value -> of(path + "." + key, value, expressions));
  }

  List<String> names() {
    return values.keySet().stream().map(Object::toString).toList();
  }

  /** The list of texts under the key, empty when it is absent. */
  List<String> texts(String key) {
    return find(key)
        .map(value -> value instanceof List<?> list ? list : List.of(value))
        .map(list -> list.stream().map(Objects::toString).toList())
        .orElse(List.of());
  }
}
