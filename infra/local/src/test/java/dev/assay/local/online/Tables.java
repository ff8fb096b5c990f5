package dev.assay.local.online;

import dev.assay.local.template.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** Makes the template's tables by DynamoDB's API. */
final class Tables {
  private Tables() {}

  /** Makes it, unless it is there already, and waits until it can be used. */
  static void make(DynamoDbClient dynamoDb, Table table) {
    Map<String, Object> properties = table.properties();
    CreateTableRequest.Builder request =
        CreateTableRequest.builder()
            .tableName(table.name())
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(
                blocks(properties, "AttributeDefinitions").stream()
                    .map(block ->
                        AttributeDefinition.builder()
                            .attributeName(text(block, "AttributeName"))
                            .attributeType(text(block, "AttributeType"))
                            .build())
                    .toList())
            .keySchema(keySchema(properties));
    List<GlobalSecondaryIndex> indexes =
        blocks(properties, "GlobalSecondaryIndexes").stream().map(Tables::index).toList();
    if (!indexes.isEmpty()) {
      request.globalSecondaryIndexes(indexes);
    }
    try {
      dynamoDb.createTable(request.build());
    } catch (ResourceInUseException e) {
      // From an earlier run of the suite on the same deployed stack; its ids are random.
    }
    awaitActive(dynamoDb, table.name());
  }

  private static void awaitActive(DynamoDbClient dynamoDb, String name) {
    for (int i = 0; i < 600; i++) {
      if (dynamoDb.describeTable(r -> r.tableName(name)).table().tableStatus()
          == TableStatus.ACTIVE) {
        return;
      }
      Pause.millis(100);
    }
    throw new IllegalStateException("table " + name + " does not become active");
  }

  private static GlobalSecondaryIndex index(Map<?, ?> block) {
    Map<?, ?> projection = (Map<?, ?>) block.get("Projection");
    return GlobalSecondaryIndex.builder()
        .indexName(text(block, "IndexName"))
        .keySchema(keySchema(block))
        .projection(
            Projection.builder()
                .projectionType(projection == null ? "ALL" : text(projection, "ProjectionType"))
                .build())
        .build();
  }

  private static List<KeySchemaElement> keySchema(Map<?, ?> block) {
    return blocks(block, "KeySchema").stream()
        .map(element ->
            KeySchemaElement.builder()
                .attributeName(text(element, "AttributeName"))
                .keyType(text(element, "KeyType"))
                .build())
        .toList();
  }

  private static List<Map<?, ?>> blocks(Map<?, ?> block, String key) {
    List<Map<?, ?>> blocks = new ArrayList<>();
    if (block.get(key) instanceof List<?> list) {
      list.forEach(element -> blocks.add((Map<?, ?>) element));
    }
    return blocks;
  }

  private static String text(Map<?, ?> block, String key) {
    return String.valueOf(block.get(key));
  }
}
