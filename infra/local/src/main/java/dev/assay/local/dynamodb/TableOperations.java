package dev.assay.local.dynamodb;

import dev.assay.local.dynamodb.Store.Definition;
import java.util.List;
import java.util.OptionalInt;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Creating, describing, listing and deleting tables, and their expiry. */
final class TableOperations {
  private static final int MAX_LISTED = 100;
  private static final String ARN = "arn:aws:dynamodb:us-east-1:000000000000:table/";

  private final Store store;

  TableOperations(Store store) {
    this.store = store;
  }

  Answer create(JsonNode request, Consumption unused) {
    Definition definition = store.create(request);
    return json -> describe(json, "TableDescription", definition, "ACTIVE");
  }

  Answer describe(JsonNode request, Consumption unused) {
    Definition definition = store.definition(Fields.table(request));
    return json -> describe(json, "Table", definition, "ACTIVE");
  }

  Answer delete(JsonNode request, Consumption unused) {
    Definition definition = store.delete(Fields.table(request));
    return json -> describe(json, "TableDescription", definition, "DELETING");
  }

  Answer list(JsonNode request, Consumption unused) {
    OptionalInt limit = Fields.count(request, "Limit");
    String start = Fields.text(request, "ExclusiveStartTableName").orElse("");
    List<String> rest = store.names().stream().filter(name -> name.compareTo(start) > 0).toList();
    List<String> page = rest.stream().limit(limit.orElse(MAX_LISTED)).toList();
    return json -> {
      json.writeArrayPropertyStart("TableNames");
      page.forEach(json::writeString);
      json.writeEndArray();
      if (page.size() < rest.size()) {
        json.writeStringProperty("LastEvaluatedTableName", page.getLast());
      }
    };
  }

  Answer updateTimeToLive(JsonNode request, Consumption unused) {
    Table table = store.table(Fields.table(request));
    JsonNode given = Fields.object(request, "TimeToLiveSpecification");
    String attribute = Fields.required(given, "AttributeName");
    boolean enabled = Fields.flag(given, "Enabled");
    String current = table.expiryAttribute();
    if (enabled == (current != null)) {
      throw ServiceError.validation(
          "TimeToLive is already " + (enabled ? "enabled" : "disabled") + ": " + table.name());
    }
    store.expireBy(table, enabled ? attribute : null);
    return json -> {
      json.writeObjectPropertyStart("TimeToLiveSpecification");
      json.writeBooleanProperty("Enabled", enabled);
      json.writeStringProperty("AttributeName", attribute);
      json.writeEndObject();
    };
  }

  Answer describeTimeToLive(JsonNode request, Consumption unused) {
    String attribute = store.table(Fields.table(request)).expiryAttribute();
    return json -> {
      json.writeObjectPropertyStart("TimeToLiveDescription");
      json.writeStringProperty("TimeToLiveStatus", attribute == null ? "DISABLED" : "ENABLED");
      if (attribute != null) {
        json.writeStringProperty("AttributeName", attribute);
      }
      json.writeEndObject();
    };
  }

  private void describe(JsonGenerator json, String field, Definition definition, String status) {
    String name = definition.schema().name();
    json.writeObjectPropertyStart(field);
    json.writeStringProperty("TableName", name);
    json.writeStringProperty("TableStatus", status);
    json.writeStringProperty("TableArn", ARN + name);
    json.writeNumberProperty("CreationDateTime", definition.createdSecond());
    copy(json, definition.request(), "AttributeDefinitions");
    copy(json, definition.request(), "KeySchema");
    if (status.equals("ACTIVE")) {
      json.writeNumberProperty("ItemCount", store.table(name).itemCount());
    }
    billing(json, definition.request());
    indexes(json, definition, status);
    json.writeEndObject();
  }

  private static void billing(JsonGenerator json, JsonNode request) {
    json.writeObjectPropertyStart("BillingModeSummary");
    json.writeStringProperty(
        "BillingMode", Fields.text(request, "BillingMode").orElse("PROVISIONED"));
    json.writeEndObject();
    JsonNode provisioned = request.path("ProvisionedThroughput");
    json.writeObjectPropertyStart("ProvisionedThroughput");
    json.writeNumberProperty("ReadCapacityUnits", provisioned.path("ReadCapacityUnits").asLong(0));
    json.writeNumberProperty(
        "WriteCapacityUnits", provisioned.path("WriteCapacityUnits").asLong(0));
    json.writeEndObject();
  }

  private void indexes(JsonGenerator json, Definition definition, String status) {
    JsonNode indexes = definition.request().path("GlobalSecondaryIndexes");
    if (indexes.isEmpty()) {
      return;
    }
    String name = definition.schema().name();
    json.writeArrayPropertyStart("GlobalSecondaryIndexes");
    for (JsonNode index : indexes.values()) {
      String indexName = Fields.required(index, "IndexName");
      json.writeStartObject();
      json.writeStringProperty("IndexName", indexName);
      json.writeStringProperty("IndexStatus", status);
      json.writeStringProperty("IndexArn", ARN + name + "/index/" + indexName);
      copy(json, index, "KeySchema");
      copy(json, index, "Projection");
      if (status.equals("ACTIVE")) {
        Table table = store.table(name);
        json.writeNumberProperty("ItemCount", table.entryCount(table.schema().index(indexName)));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void copy(JsonGenerator json, JsonNode from, String field) {
    json.writeName(field);
    json.writePOJO(from.path(field));
  }
}
