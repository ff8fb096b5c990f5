package dev.assay.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** One DynamoDB table with the few things Assay does to it. Safe for use by several threads. */
final class Table {
  static final String ABSENT = "attribute_not_exists(" + Keys.PK + ")";

  private final DynamoDbClient client;
  private final String name;

  Table(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
  }

  DynamoDbClient client() {
    return client;
  }

  String name() {
    return name;
  }

  /**
   * Puts an item unless there is one.
   *
   * @return the item that was there before; empty when this one stands now
   */
  Optional<Item> putIfAbsent(Item item) {
    try {
      client.putItem(request ->
          request
              .tableName(name)
              .item(item.map())
              .conditionExpression(ABSENT)
              .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
      return Optional.empty();
    } catch (ConditionalCheckFailedException e) {
      return Optional.of(e.hasItem() ? Item.of(e.item()) : Item.of(item.map()));
    }
  }

  void put(Item item) {
    client.putItem(request -> request.tableName(name).item(item.map()));
  }

  /** Sees every write before it. */
  Optional<Item> get(String pk, String sk) {
    Map<String, AttributeValue> found =
        client
            .getItem(
                request -> request.tableName(name).key(Item.key(pk, sk).map()).consistentRead(true))
            .item();
    return found == null || found.isEmpty() ? Optional.empty() : Optional.of(Item.of(found));
  }

  /** All items of a partition whose sort key starts so; sees every write before it. */
  List<Item> query(String pk, String skPrefix) {
    return query(
        request ->
            request
                .keyConditionExpression("pk = :pk AND begins_with(sk, :sk)")
                .expressionAttributeValues(
                    Map.of(":pk", AttributeValue.fromS(pk), ":sk", AttributeValue.fromS(skPrefix)))
                .consistentRead(true),
        Integer.MAX_VALUE);
  }

  /** All items of a partition; sees every write before it. */
  List<Item> query(String pk) {
    return query(
        request ->
            request
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(pk)))
                .consistentRead(true),
        Integer.MAX_VALUE);
  }

  /** Up to {@code limit} items of any query, page by page. */
  List<Item> query(Consumer<QueryRequest.Builder> query, int limit) {
    List<Item> items = new ArrayList<>();
    Map<String, AttributeValue> start = Map.of();
    do {
      QueryRequest.Builder request = QueryRequest.builder().tableName(name);
      query.accept(request);
      if (!start.isEmpty()) {
        request.exclusiveStartKey(start);
      }
      if (limit < Integer.MAX_VALUE) {
        request.limit(limit - items.size());
      }
      var page = client.query(request.build());
      page.items().forEach(item -> items.add(Item.of(item)));
      start = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : Map.of();
    } while (!start.isEmpty() && items.size() < limit);
    return items;
  }
}
