package dev.assay.local.dynamodb;

import static dev.assay.local.dynamodb.Client.item;
import static dev.assay.local.dynamodb.Client.s;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** A client, a fresh table for each test, and the words tests are written in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DynamoDbFixture {
  protected DynamoDbClient db = Client.to(URI.create("http://127.0.0.1:1"));
  protected String table = "";

  /** Where the endpoint under test listens; called once, first. */
  protected abstract URI endpoint() throws Exception;

  /** Ends what {@link #endpoint} started; called once, last. */
  protected abstract void stop();

  @BeforeAll
  void connect() throws Exception {
    db.close();
    db = Client.to(endpoint());
  }

  @AfterAll
  void disconnect() {
    db.close();
    stop();
  }

  @BeforeEach
  void make_a_table() {
    table = newName();
    db.createTable(Client.things(table));
  }

  protected static String newName() {
    return "things-" + UUID.randomUUID();
  }

  protected static Map<String, AttributeValue> key(String pk, String sk) {
    return item("pk", s(pk), "sk", s(sk));
  }

  protected static Map<String, AttributeValue> with(String pk, String sk, Object... more) {
    Map<String, AttributeValue> row = key(pk, sk);
    row.putAll(item(more));
    return row;
  }

  protected static AttributeValue value(Map<String, AttributeValue> row, String name) {
    AttributeValue value = row.get(name);
    if (value == null) {
      throw new AssertionError(name + " is missing in " + row.keySet());
    }
    return value;
  }

  protected void put(String pk, String sk) {
    put(key(pk, sk));
  }

  protected void put(Map<String, AttributeValue> row) {
    db.putItem(r -> r.tableName(table).item(row));
  }

  protected Map<String, AttributeValue> get(String pk, String sk) {
    return db.getItem(r -> r.tableName(table).key(key(pk, sk)).consistentRead(true)).item();
  }

  protected void putIfAbsent(Map<String, AttributeValue> row) {
    db.putItem(
        PutItemRequest.builder()
            .tableName(table)
            .item(row)
            .conditionExpression("attribute_not_exists(pk)")
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build());
  }

  protected TransactWriteItem putNew(Map<String, AttributeValue> row) {
    return TransactWriteItem.builder()
        .put(p ->
            p.tableName(table)
                .item(row)
                .conditionExpression("attribute_not_exists(pk)")
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
        .build();
  }

  /** Updates item a, 1. */
  protected UpdateItemResponse update(Consumer<UpdateItemRequest.Builder> change, String... names) {
    UpdateItemRequest.Builder request =
        UpdateItemRequest.builder().tableName(table).key(key("a", "1"));
    for (String name : names) {
      request.expressionAttributeNames(Map.of(name, "x"));
    }
    change.accept(request);
    return db.updateItem(request.build());
  }

  protected Map<String, AttributeValue> updated(
      ReturnValue wanted, Map<String, AttributeValue> values) {
    return update(r ->
            r.updateExpression("SET x = x + :one")
                .expressionAttributeValues(values)
                .returnValues(wanted))
        .attributes();
  }

  /** Whether a condition holds for item a, 1, asked by an update that changes nothing else. */
  protected boolean holds(String condition, Map<String, AttributeValue> values) {
    Map<String, AttributeValue> used = new HashMap<>(values);
    used.keySet().removeIf(placeholder -> !condition.matches(".*" + placeholder + "\\b.*"));
    Map<String, String> names = new HashMap<>(Map.of("#t", "text", "#l", "list", "#m", "map"));
    names.keySet().removeIf(placeholder -> !condition.contains(placeholder));
    used.put(":probe", s("x"));
    return probe(condition, used, names);
  }

  private boolean probe(
      String condition, Map<String, AttributeValue> values, Map<String, String> names) {
    try {
      update(r ->
          r.updateExpression("SET probe = :probe")
              .conditionExpression(condition)
              .expressionAttributeValues(values.isEmpty() ? null : values)
              .expressionAttributeNames(names.isEmpty() ? null : names));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  protected QueryRequest query(String keyCondition, Map<String, AttributeValue> more) {
    Map<String, AttributeValue> values = new HashMap<>(more);
    values.put(":p", s("q"));
    return QueryRequest.builder()
        .tableName(table)
        .keyConditionExpression(keyCondition)
        .expressionAttributeValues(values)
        .build();
  }

  protected List<String> sortKeys(String keyCondition, Map<String, AttributeValue> more) {
    return db.query(query(keyCondition, more)).items().stream()
        .map(row -> value(row, "sk").s())
        .toList();
  }

  protected QueryResponse byOwner(Consumer<QueryRequest.Builder> more) {
    QueryRequest.Builder request =
        QueryRequest.builder()
            .tableName(table)
            .indexName("by-owner")
            .keyConditionExpression("#o = :o")
            .expressionAttributeNames(Map.of("#o", "owner"))
            .expressionAttributeValues(Map.of(":o", s("o")));
    more.accept(request);
    return db.query(request.build());
  }

  protected List<Map<String, AttributeValue>> byKey(String index, String attribute, String wanted) {
    return db.query(r ->
            r.tableName(table)
                .indexName(index)
                .keyConditionExpression("#k = :k")
                .expressionAttributeNames(Map.of("#k", attribute))
                .expressionAttributeValues(Map.of(":k", s(wanted))))
        .items();
  }

  protected static boolean won(Runnable attempt) {
    try {
      attempt.run();
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  protected static <T> List<T> inParallel(List<Callable<T>> tasks) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<T> results = new ArrayList<>();
      for (Future<T> future : threads.invokeAll(tasks)) {
        results.add(future.get());
      }
      return results;
    }
  }

  protected static void assertValidation(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            DynamoDbException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationException"));
  }
}
