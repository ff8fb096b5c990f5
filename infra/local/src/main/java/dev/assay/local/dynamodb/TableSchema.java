package dev.assay.local.dynamodb;

import dev.assay.local.dynamodb.IndexSchema.ProjectionType;
import dev.assay.local.dynamodb.KeySchema.KeyAttribute;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What a CreateTable request says of a table, checked. */
record TableSchema(String name, KeySchema key, List<IndexSchema> indexes) {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.-]{3,255}");
  private static final int MAX_INDEXES = 20;

  TableSchema {
    indexes = List.copyOf(indexes);
  }

  static TableSchema of(JsonNode request) {
    String name = Fields.required(request, "TableName");
    checkName(name, "tableName");
    if (!request.path("LocalSecondaryIndexes").isEmpty()) {
      throw ServiceError.validation("LocalSecondaryIndexes are not supported by this endpoint");
    }
    Map<String, String> types = types(request);
    KeySchema key = key(request, types, name);
    List<IndexSchema> indexes = new ArrayList<>();
    for (JsonNode index : request.path("GlobalSecondaryIndexes").values()) {
      indexes.add(index(index, types));
    }
    checkIndexes(indexes);
    checkAllUsed(types, key, indexes);
    return new TableSchema(name, key, indexes);
  }

  static void checkName(String name, String field) {
    if (!NAME.matcher(name).matches()) {
      throw ServiceError.validation(
          "1 validation error detected: Value '"
              + name
              + "' at '"
              + field
              + "' failed to satisfy constraint: Member must satisfy regular expression pattern:"
              + " [a-zA-Z0-9_.-]+ and have length between 3 and 255");
    }
  }

  IndexSchema index(String indexName) {
    return indexes.stream()
        .filter(index -> index.name().equals(indexName))
        .findFirst()
        .orElseThrow(() ->
            ServiceError.validation("The table does not have the specified index: " + indexName));
  }

  private static Map<String, String> types(JsonNode request) {
    Map<String, String> types = new LinkedHashMap<>();
    for (JsonNode definition : request.path("AttributeDefinitions").values()) {
      String type = Fields.required(definition, "AttributeType");
      if (!Set.of("S", "N", "B").contains(type)) {
        throw ServiceError.validation(
            "1 validation error detected: Value '"
                + type
                + "' at 'attributeDefinitions.attributeType' failed to satisfy constraint: Member"
                + " must satisfy enum value set: [B, N, S]");
      }
      types.put(Fields.required(definition, "AttributeName"), type);
    }
    return types;
  }

  private static KeySchema key(JsonNode node, Map<String, String> types, String owner) {
    List<JsonNode> elements = List.copyOf(node.path("KeySchema").values());
    if (elements.isEmpty() || elements.size() > 2) {
      throw ServiceError.validation(
          "1 validation error detected: Value at 'keySchema' of "
              + owner
              + " failed to satisfy constraint: Member must have length between 1 and 2");
    }
    KeyAttribute partition = attribute(elements.getFirst(), "HASH", types);
    if (elements.size() == 1) {
      return new KeySchema(partition, null);
    }
    KeyAttribute sort = attribute(elements.get(1), "RANGE", types);
    if (sort.name().equals(partition.name())) {
      throw ServiceError.validation(
          "Both the Hash Key and the Range Key element in the KeySchema have the same name: "
              + sort.name());
    }
    return new KeySchema(partition, sort);
  }

  private static KeyAttribute attribute(JsonNode node, String role, Map<String, String> types) {
    String name = Fields.required(node, "AttributeName");
    if (!Fields.required(node, "KeyType").equals(role)) {
      throw ServiceError.validation(
          "Invalid KeySchema: expected the " + role + " key element, found " + name);
    }
    String type = types.get(name);
    if (type == null) {
      throw ServiceError.validation(
          "One or more parameter values were invalid: Some index key attributes are not defined in"
              + " AttributeDefinitions. Keys: ["
              + name
              + "], AttributeDefinitions: "
              + types.keySet());
    }
    return new KeyAttribute(name, type);
  }

  private static IndexSchema index(JsonNode node, Map<String, String> types) {
    String name = Fields.required(node, "IndexName");
    checkName(name, "globalSecondaryIndexes.indexName");
    JsonNode projection = node.path("Projection");
    ProjectionType type = projectionType(Fields.required(projection, "ProjectionType"));
    List<String> included = new ArrayList<>();
    projection.path("NonKeyAttributes").values().forEach(n -> included.add(n.asString()));
    if ((type == ProjectionType.INCLUDE) == included.isEmpty()) {
      throw ServiceError.validation(
          "One or more parameter values were invalid: ProjectionType is "
              + type
              + (included.isEmpty()
                  ? ", but NonKeyAttributes is not specified"
                  : ", but NonKeyAttributes is specified"));
    }
    return new IndexSchema(name, key(node, types, name), type, included);
  }

  private static ProjectionType projectionType(String name) {
    for (ProjectionType type : ProjectionType.values()) {
      if (type.name().equals(name)) {
        return type;
      }
    }
    throw ServiceError.validation("Unknown ProjectionType: " + name);
  }

  private static void checkIndexes(List<IndexSchema> indexes) {
    Set<String> names = new HashSet<>();
    for (IndexSchema index : indexes) {
      if (!names.add(index.name())) {
        throw ServiceError.validation(
            "One or more parameter values were invalid: Duplicate index name: " + index.name());
      }
    }
    if (names.size() > MAX_INDEXES) {
      throw ServiceError.validation(
          "One or more parameter values were invalid: GlobalSecondaryIndex count exceeds the"
              + " per-table limit of 20");
    }
  }

  private static void checkAllUsed(
      Map<String, String> types, KeySchema key, List<IndexSchema> indexes) {
    for (String name : types.keySet()) {
      boolean used = key.isKey(name) || indexes.stream().anyMatch(index -> index.key().isKey(name));
      if (!used) {
        throw ServiceError.validation(
            "One or more parameter values were invalid: Some AttributeDefinitions are not used."
                + " AttributeDefinitions: "
                + types.keySet()
                + ", unused: "
                + name);
      }
    }
  }
}
