package dev.assay.local.dynamodb;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Reads a request's fields; a refusal names the field and what was expected. */
final class Fields {
  private Fields() {}

  static Optional<String> text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString()) {
      throw ServiceError.serialization(field + ": expected a JSON string");
    }
    return Optional.of(value.stringValue());
  }

  static String required(JsonNode node, String field) {
    return text(node, field)
        .orElseThrow(() ->
            ServiceError.validation(
                "1 validation error detected: Value null at '"
                    + field.substring(0, 1).toLowerCase(Locale.ROOT)
                    + field.substring(1)
                    + "' failed to satisfy constraint: Member must not be null"));
  }

  /** The table's name, also where an ARN names it. */
  static String table(JsonNode node) {
    String name = required(node, "TableName");
    int slash = name.lastIndexOf(":table/");
    return slash < 0 ? name : name.substring(slash + ":table/".length());
  }

  /** An object that must be there. */
  static JsonNode object(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isObject()) {
      throw ServiceError.validation(
          "1 validation error detected: Value null at '"
              + field
              + "' failed to satisfy constraint: Member must not be null");
    }
    return value;
  }

  static boolean flag(JsonNode node, String field) {
    return node.path(field).booleanValue(false);
  }

  /** A count of at least one, where given. */
  static OptionalInt count(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return OptionalInt.empty();
    }
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw ServiceError.serialization(field + ": expected an integer");
    }
    if (value.intValue() < 1) {
      throw ServiceError.validation(
          "1 validation error detected: Value '"
              + value.intValue()
              + "' at '"
              + field
              + "' failed to satisfy constraint: Member must have value greater than or equal to"
              + " 1");
    }
    return OptionalInt.of(value.intValue());
  }

  /** One of some words, the first of them where the field is absent. */
  static String oneOf(JsonNode node, String field, String otherwise, Set<String> allowed) {
    String value = text(node, field).orElse(otherwise);
    if (!allowed.contains(value)) {
      throw ServiceError.validation(
          "1 validation error detected: Value '"
              + value
              + "' at '"
              + field
              + "' failed to satisfy constraint: Member must satisfy enum value set: "
              + new TreeSet<>(allowed));
    }
    return value;
  }

  /** Refuses parameters from before expressions existed; Assay writes none. */
  static void refuseLegacy(JsonNode node) {
    for (String field :
        Set.of(
            "AttributesToGet",
            "AttributeUpdates",
            "ConditionalOperator",
            "Expected",
            "KeyConditions",
            "QueryFilter",
            "ScanFilter",
            "TotalSegments")) {
      if (node.has(field)) {
        throw ServiceError.validation(field + " is not supported by this endpoint");
      }
    }
  }
}
