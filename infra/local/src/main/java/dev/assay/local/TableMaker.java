package dev.assay.local;

import dev.assay.local.dynamodb.DynamoDbEndpoint;
import dev.assay.local.dynamodb.Response;
import dev.assay.local.template.Table;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Makes the template's tables, unless they are there from an earlier run. */
final class TableMaker {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** CloudFormation's properties that CreateTable takes under the same name. */
  private static final List<String> TAKEN =
      List.of(
          "AttributeDefinitions",
          "KeySchema",
          "GlobalSecondaryIndexes",
          "LocalSecondaryIndexes",
          "BillingMode");

  private final DynamoDbEndpoint service;

  TableMaker(DynamoDbEndpoint service) {
    this.service = service;
  }

  void make(Table table) {
    Map<String, Object> request = new HashMap<>(table.properties());
    request.keySet().retainAll(TAKEN);
    request.put("TableName", table.name());
    if (!call("CreateTable", request)) {
      return;
    }
    Object expiry = table.properties().get("TimeToLiveSpecification");
    if (expiry != null) {
      call(
          "UpdateTimeToLive", Map.of("TableName", table.name(), "TimeToLiveSpecification", expiry));
    }
  }

  /** False when the table is there already. */
  private boolean call(String operation, Map<String, Object> request) {
    Response answer =
        service.handle("DynamoDB_20120810." + operation, JSON.writeValueAsBytes(request));
    String body = new String(answer.body(), StandardCharsets.UTF_8);
    if (answer.status() != 200 && !body.contains("ResourceInUseException")) {
      throw new IllegalStateException(operation + " answered " + answer.status() + ": " + body);
    }
    return answer.status() == 200;
  }
}
