package dev.assay.local.dynamodb;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

/** An SDK client with default retries, and short words for what tests send. */
final class Client {
  private Client() {}

  static DynamoDbClient to(URI endpoint) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  static AttributeValue s(String text) {
    return AttributeValue.fromS(text);
  }

  static AttributeValue n(String number) {
    return AttributeValue.fromN(number);
  }

  /** Names and values in turn. */
  static Map<String, AttributeValue> item(Object... parts) {
    Map<String, AttributeValue> item = new LinkedHashMap<>();
    for (int i = 0; i < parts.length; i += 2) {
      item.put((String) parts[i], (AttributeValue) parts[i + 1]);
    }
    return item;
  }

  /**
   * Key {@code pk}, {@code sk}; indexes by-owner (all), by-flag (keys only), by-kind (with note).
   */
  static CreateTableRequest things(String name) {
    return CreateTableRequest.builder()
        .tableName(name)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(
            defined("pk", "S"),
            defined("sk", "S"),
            defined("owner", "S"),
            defined("points", "N"),
            defined("flag", "S"),
            defined("kind", "S"))
        .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))
        .globalSecondaryIndexes(
            GlobalSecondaryIndex.builder()
                .indexName("by-owner")
                .keySchema(key("owner", KeyType.HASH), key("points", KeyType.RANGE))
                .projection(p -> p.projectionType(ProjectionType.ALL))
                .build(),
            GlobalSecondaryIndex.builder()
                .indexName("by-flag")
                .keySchema(key("flag", KeyType.HASH))
                .projection(p -> p.projectionType(ProjectionType.KEYS_ONLY))
                .build(),
            GlobalSecondaryIndex.builder()
                .indexName("by-kind")
                .keySchema(key("kind", KeyType.HASH))
                .projection(p -> p.projectionType(ProjectionType.INCLUDE).nonKeyAttributes("note"))
                .build())
        .build();
  }

  static AttributeDefinition defined(String name, String type) {
    return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
  }

  static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
