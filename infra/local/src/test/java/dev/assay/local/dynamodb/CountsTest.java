package dev.assay.local.dynamodb;

import static dev.assay.local.dynamodb.Client.n;
import static dev.assay.local.dynamodb.Client.s;
import static dev.assay.local.dynamodb.DynamoDbContract.key;
import static dev.assay.local.dynamodb.DynamoDbContract.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** What the endpoint counts is what the developer guide says Amazon bills. */
final class CountsTest {
  private final DynamoDbEndpoint own = DynamoDbEndpoint.inMemory(Clock.systemUTC());
  private final DynamoDbServer server = DynamoDbServer.start(own, 0);
  private final DynamoDbClient db = Client.to(server.uri());
  private Counts before = own.counts();

  @BeforeEach
  void make_a_table() {
    db.createTable(Client.things("things"));
    before = own.counts();
  }

  @AfterEach
  void close() {
    db.close();
    server.close();
    own.close();
  }

  private Counts counted() {
    Counts now = own.counts();
    Counts since = now.since(before);
    before = now;
    return since;
  }

  private void put(Map<String, AttributeValue> row) {
    db.putItem(r -> r.tableName("things").item(row));
  }

  @Test
  void a_put_costs_a_unit_per_kilobyte_of_the_larger_side() {
    put(with("a", "1", "text", s("x".repeat(1000))));
    assertThat(counted().writeUnits("things")).isEqualTo(1);
    put(with("a", "1", "text", s("x".repeat(2500))));
    assertThat(counted().writeUnits("things")).isEqualTo(3);
    put(with("a", "1"));
    assertThat(counted().writeUnits()).isEqualTo(3);
    db.deleteItem(r -> r.tableName("things").key(key("a", "1")));
    Counts last = counted();
    assertThat(last.lines().get(new Counts.Place("things", "DeleteItem")))
        .isEqualTo(new Counts.Line(1, 0, 1));
    assertThat(last.requestCount()).isEqualTo(1);
  }

  @Test
  void an_index_costs_when_written_twice_when_its_key_changes_and_nothing_when_untouched() {
    put(with("a", "1", "owner", s("o"), "points", n("1"), "flag", s("f")));
    assertThat(counted().writeUnits()).isEqualTo(3);
    put(with("a", "1", "owner", s("o"), "points", n("2"), "flag", s("f")));
    assertThat(counted().writeUnits()).isEqualTo(3);
    put(with("a", "1", "owner", s("o"), "points", n("2"), "flag", s("f"), "x", s("new")));
    assertThat(counted().writeUnits()).isEqualTo(2);
    put(with("a", "1"));
    assertThat(counted().writeUnits()).isEqualTo(3);
  }

  @Test
  void a_failed_condition_costs_and_is_a_request() {
    put(with("a", "1", "text", s("x".repeat(1500))));
    counted();
    assertThatThrownBy(() ->
            db.putItem(r ->
                r.tableName("things")
                    .item(with("a", "1"))
                    .conditionExpression("attribute_not_exists(pk)")))
        .isInstanceOf(ConditionalCheckFailedException.class);
    assertThat(counted().writeUnits()).isEqualTo(2);
  }

  @Test
  void a_transaction_costs_double_and_a_batch_does_not() {
    db.transactWriteItems(r ->
        r.transactItems(
            List.of(
                TransactWriteItem.builder()
                    .put(p -> p.tableName("things").item(with("a", "1")))
                    .build(),
                TransactWriteItem.builder()
                    .conditionCheck(c ->
                        c.tableName("things")
                            .key(key("a", "9"))
                            .conditionExpression("attribute_not_exists(pk)"))
                    .build())));
    assertThat(counted().writeUnits()).isEqualTo(4);
    db.batchWriteItem(r ->
        r.requestItems(
            Map.of(
                "things",
                List.of(
                    WriteRequest.builder().putRequest(p -> p.item(with("b", "1"))).build(),
                    WriteRequest.builder().putRequest(p -> p.item(with("b", "2"))).build()))));
    Counts batch = counted();
    assertThat(batch.writeUnits()).isEqualTo(2);
    assertThat(batch.requests()).isEqualTo(Map.of("BatchWriteItem", 1L));
  }

  @Test
  void reads_cost_by_four_kilobytes_and_half_when_eventual() {
    put(with("a", "1", "text", s("x".repeat(5000))));
    put(with("a", "2", "text", s("x".repeat(100))));
    counted();
    db.getItem(r -> r.tableName("things").key(key("a", "1")).consistentRead(true));
    assertThat(counted().readUnits("things")).isEqualTo(2);
    db.getItem(r -> r.tableName("things").key(key("a", "1")));
    assertThat(counted().readUnits()).isEqualTo(1);
    db.getItem(r -> r.tableName("things").key(key("none", "1")));
    assertThat(counted().readUnits()).isEqualTo(0.5);
    db.query(r ->
        r.tableName("things")
            .keyConditionExpression("pk = :a")
            .expressionAttributeValues(Map.of(":a", s("a"))));
    assertThat(counted().readUnits()).isEqualTo(1);
    db.batchGetItem(r ->
        r.requestItems(
            Map.of(
                "things",
                KeysAndAttributes.builder().keys(List.of(key("a", "1"), key("a", "2"))).build())));
    assertThat(counted().readUnits()).isEqualTo(1.5);
  }

  @Test
  void the_answer_tells_the_consumed_capacity_by_index() {
    var capacity =
        db.putItem(r ->
                r.tableName("things")
                    .item(with("a", "1", "flag", s("f")))
                    .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES))
            .consumedCapacity();
    assertThat(capacity.capacityUnits()).isEqualTo(2);
    assertThat(capacity.table().capacityUnits()).isEqualTo(1);
    assertThat(capacity.globalSecondaryIndexes()).containsOnlyKeys("by-flag");
  }
}
