package dev.assay.local.dynamodb;

import dev.assay.local.dynamodb.AttributeValue.B;
import dev.assay.local.dynamodb.AttributeValue.Bool;
import dev.assay.local.dynamodb.AttributeValue.Bs;
import dev.assay.local.dynamodb.AttributeValue.L;
import dev.assay.local.dynamodb.AttributeValue.M;
import dev.assay.local.dynamodb.AttributeValue.N;
import dev.assay.local.dynamodb.AttributeValue.Ns;
import dev.assay.local.dynamodb.AttributeValue.Null;
import dev.assay.local.dynamodb.AttributeValue.S;
import dev.assay.local.dynamodb.AttributeValue.Ss;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Reads attribute values from a request's JSON; every refusal names the field. */
final class Values {
  /** DynamoDB's limit for lists and maps within each other. */
  private static final int MAX_DEPTH = 32;

  private Values() {}

  /** Reads an object of names to typed values, as {@code Item} or {@code Key} is. */
  static Map<String, AttributeValue> map(JsonNode node, String field) {
    return map(node, field, 0);
  }

  private static Map<String, AttributeValue> map(JsonNode node, String field, int depth) {
    if (!node.isObject()) {
      throw ServiceError.serialization(field + ": expected an object of attribute values");
    }
    Map<String, AttributeValue> values = LinkedHashMap.newLinkedHashMap(node.size());
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      values.put(entry.getKey(), value(entry.getValue(), entry.getKey(), depth));
    }
    return values;
  }

  /** Reads one typed value; {@code name} is for the refusal. */
  static AttributeValue value(JsonNode node, String name) {
    return value(node, name, 0);
  }

  private static AttributeValue value(JsonNode node, String name, int depth) {
    if (depth > MAX_DEPTH) {
      throw ServiceError.validation("Nesting Levels have exceeded supported limits: " + name);
    }
    if (!node.isObject() || node.isEmpty()) {
      throw ServiceError.validation(
          "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes: "
              + name);
    }
    if (node.size() > 1) {
      throw ServiceError.validation(
          "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the"
              + " supported datatypes: "
              + name);
    }
    Map.Entry<String, JsonNode> typed = node.properties().iterator().next();
    return typed(typed.getKey(), typed.getValue(), name, depth);
  }

  private static AttributeValue typed(String type, JsonNode content, String name, int depth) {
    return switch (type) {
      case "S" -> new S(text(content, name));
      case "N" -> new N(Numbers.parse(text(content, name)));
      case "B" -> new B(bytes(content, name));
      case "BOOL" -> new Bool(content.booleanValue());
      case "NULL" -> nothing(content);
      case "M" -> new M(map(content, name, depth + 1));
      case "L" -> new L(list(content, name, depth + 1));
      case "SS" -> new Ss(set(content, name, "string", node -> text(node, name)));
      case "NS" -> new Ns(set(content, name, "number", node -> number(node, name)));
      case "BS" -> new Bs(set(content, name, "binary", node -> bytes(node, name)));
      default ->
          throw ServiceError.validation(
              "Supplied AttributeValue is empty, must contain exactly one of the supported"
                  + " datatypes: "
                  + name);
    };
  }

  private static AttributeValue nothing(JsonNode content) {
    if (!content.booleanValue(false)) {
      throw ServiceError.validation(
          "One or more parameter values were invalid: Null attribute value types must have the"
              + " value of true");
    }
    return new Null();
  }

  private static BigDecimal number(JsonNode node, String name) {
    return Numbers.parse(text(node, name));
  }

  private static String text(JsonNode node, String name) {
    if (!node.isString()) {
      throw ServiceError.serialization(name + ": expected a JSON string");
    }
    return node.stringValue();
  }

  private static Bytes bytes(JsonNode node, String name) {
    try {
      return Bytes.of(Base64.getDecoder().decode(text(node, name)));
    } catch (IllegalArgumentException e) {
      throw ServiceError.serialization(name + ": expected base64");
    }
  }

  private static List<AttributeValue> list(JsonNode node, String name, int depth) {
    if (!node.isArray()) {
      throw ServiceError.serialization(name + ": expected an array");
    }
    List<AttributeValue> values = new ArrayList<>(node.size());
    for (JsonNode element : node.values()) {
      values.add(value(element, name, depth));
    }
    return values;
  }

  private static <T> Set<T> set(
      JsonNode node, String name, String kind, Function<JsonNode, T> read) {
    if (!node.isArray()) {
      throw ServiceError.serialization(name + ": expected an array");
    }
    if (node.isEmpty()) {
      throw ServiceError.validation(
          "One or more parameter values were invalid: An "
              + kind
              + " set  may not be empty: "
              + name);
    }
    Set<T> values = LinkedHashSet.newLinkedHashSet(node.size());
    for (JsonNode element : node.values()) {
      if (!values.add(read.apply(element))) {
        throw ServiceError.validation(
            "One or more parameter values were invalid: Input collection of "
                + name
                + " contains duplicates.");
      }
    }
    return values;
  }
}
