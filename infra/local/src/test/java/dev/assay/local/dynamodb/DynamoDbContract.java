package dev.assay.local.dynamodb;

import static dev.assay.local.dynamodb.Client.item;
import static dev.assay.local.dynamodb.Client.n;
import static dev.assay.local.dynamodb.Client.s;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * What Assay relies on, asked of an endpoint through the SDK that Assay uses: all of the parts
 * above, and batches and transactions.
 */
abstract class DynamoDbContract extends QueryContract {

  @Test
  void a_batch_writes_deletes_and_reads() {
    put("old", "1");
    List<WriteRequest> writes = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      Map<String, AttributeValue> row = with("b", "k" + i, "num", n(String.valueOf(i)));
      writes.add(WriteRequest.builder().putRequest(p -> p.item(row)).build());
    }
    writes.add(WriteRequest.builder().deleteRequest(d -> d.key(key("old", "1"))).build());
    var written = db.batchWriteItem(r -> r.requestItems(Map.of(table, writes)));
    assertThat(written.unprocessedItems()).isEmpty();
    assertThat(get("old", "1")).isEmpty();
    var read =
        db.batchGetItem(r ->
            r.requestItems(
                Map.of(
                    table,
                    KeysAndAttributes.builder()
                        .keys(List.of(key("b", "k3"), key("b", "k20"), key("b", "none")))
                        .projectionExpression("num")
                        .build())));
    assertThat(new HashSet<>(read.responses().getOrDefault(table, List.of())))
        .isEqualTo(Set.of(item("num", n("3")), item("num", n("20"))));
  }

  @Test
  void a_batch_of_26_is_refused() {
    List<WriteRequest> writes = new ArrayList<>();
    for (int i = 0; i < 26; i++) {
      Map<String, AttributeValue> row = with("b", "k" + i);
      writes.add(WriteRequest.builder().putRequest(p -> p.item(row)).build());
    }
    assertValidation(() -> db.batchWriteItem(r -> r.requestItems(Map.of(table, writes))));
  }

  @Test
  void a_batch_with_a_repeated_key_is_refused() {
    WriteRequest write = WriteRequest.builder().putRequest(p -> p.item(with("b", "1"))).build();
    assertValidation(
        () -> db.batchWriteItem(r -> r.requestItems(Map.of(table, List.of(write, write)))));
  }

  @Test
  void a_transaction_writes_all() {
    put(with("a", "1", "x", n("1")));
    put("a", "2");
    put("a", "3");
    db.transactWriteItems(r ->
        r.transactItems(
            TransactWriteItem.builder().put(p -> p.tableName(table).item(with("a", "4"))).build(),
            TransactWriteItem.builder()
                .update(u ->
                    u.tableName(table)
                        .key(key("a", "1"))
                        .updateExpression("ADD x :one")
                        .expressionAttributeValues(Map.of(":one", n("1"))))
                .build(),
            TransactWriteItem.builder().delete(d -> d.tableName(table).key(key("a", "2"))).build(),
            TransactWriteItem.builder()
                .conditionCheck(c ->
                    c.tableName(table)
                        .key(key("a", "3"))
                        .conditionExpression("attribute_exists(pk)"))
                .build()));
    assertThat(value(get("a", "1"), "x").n()).isEqualTo("2");
    assertThat(get("a", "2")).isEmpty();
    assertThat(get("a", "4")).isNotEmpty();
  }

  @Test
  void a_transaction_writes_nothing_when_one_condition_fails_and_says_which() {
    put(with("a", "1", "x", s("there")));
    var failure =
        catchThrowableOfType(
            TransactionCanceledException.class,
            () ->
                db.transactWriteItems(
                    r -> r.transactItems(putNew(with("a", "0")), putNew(with("a", "1")))));
    assertThat(failure.cancellationReasons())
        .extracting(CancellationReason::code)
        .containsExactly("None", "ConditionalCheckFailed");
    assertThat(failure.cancellationReasons().get(1).item())
        .isEqualTo(with("a", "1", "x", s("there")));
    assertThat(get("a", "0")).isEmpty();
  }

  @Test
  void a_transaction_with_two_actions_on_one_item_is_refused() {
    assertThatThrownBy(() ->
            db.transactWriteItems(
                r -> r.transactItems(putNew(with("a", "1")), putNew(with("a", "1")))))
        .isInstanceOf(DynamoDbException.class);
  }

  @Test
  void a_transaction_repeated_with_its_token_is_done_once() {
    TransactWriteItemsRequest request =
        TransactWriteItemsRequest.builder()
            .clientRequestToken(UUID.randomUUID().toString())
            .transactItems(
                TransactWriteItem.builder()
                    .update(u ->
                        u.tableName(table)
                            .key(key("a", "1"))
                            .updateExpression("ADD hits :one")
                            .expressionAttributeValues(Map.of(":one", n("1"))))
                    .build())
            .build();
    db.transactWriteItems(request);
    db.transactWriteItems(request);
    assertThat(value(get("a", "1"), "hits").n()).isEqualTo("1");
    assertThatThrownBy(() ->
            db.transactWriteItems(
                request.toBuilder().transactItems(putNew(with("b", "1"))).build()))
        .isInstanceOf(IdempotentParameterMismatchException.class);
  }
}
