package dev.assay.local.dynamodb;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** A request's ExpressionAttributeNames and ExpressionAttributeValues, and which were used. */
final class Bindings {
  private final Map<String, String> names;
  private final Map<String, AttributeValue> values;
  private final Set<String> used = new HashSet<>();

  private Bindings(Map<String, String> names, Map<String, AttributeValue> values) {
    this.names = names;
    this.values = values;
  }

  static Bindings of(JsonNode request) {
    Map<String, String> names = new HashMap<>();
    JsonNode given = request.path("ExpressionAttributeNames");
    for (Map.Entry<String, JsonNode> entry : given.properties()) {
      names.put(entry.getKey(), entry.getValue().asString());
    }
    JsonNode values = request.path("ExpressionAttributeValues");
    return new Bindings(
        names, values.isObject() ? Values.map(values, "ExpressionAttributeValues") : Map.of());
  }

  /** Marks an expression's placeholders as used and checks that each is defined. */
  <T> T use(Parsed<T> parsed, String parameter) {
    for (String placeholder : parsed.placeholders()) {
      boolean name = placeholder.startsWith("#");
      if (!(name ? names : values).containsKey(placeholder)) {
        throw ServiceError.validation(
            "Invalid "
                + parameter
                + (name
                    ? ": An expression attribute name used in the document path is not defined;"
                        + " attribute name: "
                    : ": An expression attribute value used in expression is not defined; attribute"
                        + " value: ")
                + placeholder);
      }
      used.add(placeholder);
    }
    return parsed.expression();
  }

  /** Refuses names and values that no expression used, as DynamoDB does. */
  void checkAllUsed() {
    checkUsed(names.keySet(), "ExpressionAttributeNames");
    checkUsed(values.keySet(), "ExpressionAttributeValues");
  }

  private void checkUsed(Set<String> given, String parameter) {
    if (used.containsAll(given)) {
      return;
    }
    Set<String> unused = new TreeSet<>(given);
    unused.removeAll(used);
    throw ServiceError.validation(
        "Value provided in "
            + parameter
            + " unused in expressions: keys: {"
            + String.join(", ", unused)
            + "}");
  }

  AttributeValue value(String placeholder) {
    AttributeValue value = values.get(placeholder);
    if (value == null) {
      throw new IllegalStateException("placeholder was not checked: " + placeholder);
    }
    return value;
  }

  DocumentPath path(DocumentPath path) {
    return path.resolved(names, "expression");
  }

  List<DocumentPath> paths(List<DocumentPath> paths) {
    return paths.stream().map(this::path).toList();
  }
}
