package dev.assay.local.dynamodb;

import static dev.assay.local.dynamodb.Client.item;
import static dev.assay.local.dynamodb.Client.n;
import static dev.assay.local.dynamodb.Client.s;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** Queries, indexes and scans. */
abstract class QueryContract extends ExpressionContract {

  @Test
  void sort_key_conditions_select_a_range_in_order() {
    for (String sk : List.of("a#1", "a#2", "b#1", "b#2", "c#1")) {
      put("q", sk);
    }
    put("other", "b#1");
    assertThat(sortKeys("pk = :p", Map.of())).containsExactly("a#1", "a#2", "b#1", "b#2", "c#1");
    Map<String, AttributeValue> b = Map.of(":s", s("b#1"));
    assertThat(sortKeys("pk = :p AND sk = :s", b)).containsExactly("b#1");
    assertThat(sortKeys("pk = :p AND sk < :s", b)).containsExactly("a#1", "a#2");
    assertThat(sortKeys("pk = :p AND sk <= :s", b)).containsExactly("a#1", "a#2", "b#1");
    assertThat(sortKeys("pk = :p AND sk > :s", b)).containsExactly("b#2", "c#1");
    assertThat(sortKeys("pk = :p AND sk >= :s", b)).containsExactly("b#1", "b#2", "c#1");
    assertThat(sortKeys("pk = :p AND begins_with(sk, :s)", Map.of(":s", s("b"))))
        .containsExactly("b#1", "b#2");
    assertThat(sortKeys("pk = :p AND sk BETWEEN :s AND :t", Map.of(":s", s("a#2"), ":t", s("b#2"))))
        .containsExactly("a#2", "b#1", "b#2");
  }

  @Test
  void a_query_reads_backwards_and_continues_where_it_stopped() {
    for (int i = 0; i < 7; i++) {
      put("q", "k" + i);
    }
    for (boolean forward : new boolean[] {true, false}) {
      List<String> seen = new ArrayList<>();
      db.queryPaginator(
              query("pk = :p", Map.of()).toBuilder().limit(3).scanIndexForward(forward).build())
          .items()
          .forEach(row -> seen.add(value(row, "sk").s()));
      List<String> expected = List.of("k0", "k1", "k2", "k3", "k4", "k5", "k6");
      assertThat(seen).isEqualTo(forward ? expected : expected.reversed());
    }
  }

  @Test
  void a_page_ends_at_one_megabyte() {
    for (int i = 0; i < 4; i++) {
      put(with("q", "k" + i, "text", s("x".repeat(390 * 1024))));
    }
    QueryResponse first = db.query(query("pk = :p", Map.of()));
    // AWS counts the row that crosses the bound to the page, moto does not.
    assertThat(first.count()).isBetween(2, 3);
    assertThat(first.lastEvaluatedKey()).isEqualTo(key("q", "k" + (first.count() - 1)));
    assertThat(db.queryPaginator(query("pk = :p", Map.of())).items()).hasSize(4);
  }

  @Test
  void a_filter_is_applied_after_the_limit_and_counts_what_was_read() {
    for (int i = 0; i < 6; i++) {
      put(with("q", "k" + i, "num", n(String.valueOf(i))));
    }
    QueryResponse page =
        db.query(
            query("pk = :p", Map.of(":min", n("2"))).toBuilder()
                .filterExpression("num >= :min")
                .limit(4)
                .build());
    assertThat(page.count()).isEqualTo(2);
    assertThat(page.scannedCount()).isEqualTo(4);
    assertThat(page.lastEvaluatedKey()).isEqualTo(key("q", "k3"));
  }

  @Test
  void a_count_returns_no_items() {
    put("q", "1");
    put("q", "2");
    QueryResponse answer =
        db.query(query("pk = :p", Map.of()).toBuilder().select(Select.COUNT).build());
    assertThat(answer.count()).isEqualTo(2);
    assertThat(answer.items()).isEmpty();
  }

  @Test
  void a_query_without_the_partition_key_is_refused() {
    assertValidation(() -> db.query(query("sk = :p", Map.of())));
  }

  @Test
  void numbers_sort_by_value() {
    String numbers = newName();
    db.createTable(r ->
        r.tableName(numbers)
            .billingMode("PAY_PER_REQUEST")
            .attributeDefinitions(Client.defined("pk", "S"), Client.defined("num", "N"))
            .keySchema(Client.key("pk", KeyType.HASH), Client.key("num", KeyType.RANGE)));
    List<String> ordered =
        List.of(
            "-1000",
            "-99.5",
            "-99",
            "-1",
            "-0.001",
            "0",
            "0.0005",
            "0.5",
            "1",
            "9",
            "10",
            "10.01",
            "100",
            "12345678901234567890");
    List<String> shuffled = new ArrayList<>(ordered);
    Collections.shuffle(shuffled, new Random(7));
    shuffled.forEach(
        number -> db.putItem(r -> r.tableName(numbers).item(item("pk", s("p"), "num", n(number)))));
    var all =
        db.query(r ->
            r.tableName(numbers)
                .keyConditionExpression("pk = :p")
                .expressionAttributeValues(Map.of(":p", s("p"))));
    assertThat(all.items()).extracting(row -> value(row, "num").n()).isEqualTo(ordered);
    var some =
        db.query(r ->
            r.tableName(numbers)
                .keyConditionExpression("pk = :p AND num BETWEEN :a AND :b")
                .expressionAttributeValues(Map.of(":p", s("p"), ":a", n("-99"), ":b", n("0.5"))));
    assertThat(some.count()).isEqualTo(6);
  }

  @Test
  void an_index_holds_only_items_with_its_keys_and_sorts_them() {
    put(with("a", "1", "owner", s("o"), "points", n("20")));
    put(with("a", "2", "owner", s("o"), "points", n("3")));
    put(with("b", "1", "owner", s("o"), "points", n("3")));
    put(with("c", "1", "owner", s("o")));
    var rows = byOwner(r -> r.limit(10)).items();
    assertThat(rows).extracting(row -> value(row, "points").n()).containsExactly("3", "3", "20");
    assertThat(rows.getLast()).isEqualTo(with("a", "1", "owner", s("o"), "points", n("20")));
  }

  @Test
  void an_index_follows_updates_and_deletes() {
    put(with("a", "1", "owner", s("o"), "points", n("1")));
    update(
        r -> r.updateExpression("SET points = :p").expressionAttributeValues(Map.of(":p", n("5"))));
    assertThat(byOwner(r -> r.limit(10)).items())
        .extracting(row -> value(row, "points").n())
        .containsExactly("5");
    update(r -> r.updateExpression("REMOVE points"));
    assertThat(byOwner(r -> r.limit(10)).items()).isEmpty();
    put(with("a", "1", "owner", s("o"), "points", n("9")));
    db.deleteItem(r -> r.tableName(table).key(key("a", "1")));
    assertThat(byOwner(r -> r.limit(10)).items()).isEmpty();
  }

  @Test
  void an_index_is_paged_through_equal_keys() {
    for (int i = 0; i < 5; i++) {
      put(with("a", "k" + i, "owner", s("o"), "points", n("1")));
    }
    Set<String> seen = new HashSet<>();
    Map<String, AttributeValue> start = Map.of();
    do {
      Map<String, AttributeValue> from = start;
      QueryResponse page = byOwner(r -> r.limit(2).exclusiveStartKey(from.isEmpty() ? null : from));
      page.items().forEach(row -> assertThat(seen.add(value(row, "sk").s())).isTrue());
      start = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : Map.of();
    } while (!start.isEmpty());
    assertThat(seen).hasSize(5);
  }

  @Test
  void projections_of_an_index_hold_what_was_declared() {
    put(with("a", "1", "flag", s("f"), "kind", s("k"), "note", s("n"), "big", s("x")));
    assertThat(byKey("by-flag", "flag", "f")).containsExactly(with("a", "1", "flag", s("f")));
    assertThat(byKey("by-kind", "kind", "k"))
        .containsExactly(with("a", "1", "kind", s("k"), "note", s("n")));
  }

  @Test
  void a_consistent_read_of_an_index_is_refused() {
    assertValidation(() -> byOwner(r -> r.consistentRead(true)));
  }

  @Test
  void an_unknown_index_is_refused() {
    assertValidation(() -> byOwner(r -> r.indexName("absent")));
  }

  @Test
  void a_scan_returns_everything_in_pages_and_filters() {
    for (int i = 0; i < 9; i++) {
      put(with("p" + i % 3, "k" + i, "num", n(String.valueOf(i))));
    }
    Set<String> seen = new HashSet<>();
    db.scanPaginator(r -> r.tableName(table).limit(2))
        .items()
        .forEach(row -> seen.add(value(row, "sk").s()));
    assertThat(seen).hasSize(9);
    ScanResponse some =
        db.scan(r ->
            r.tableName(table)
                .filterExpression("num < :four")
                .expressionAttributeValues(Map.of(":four", n("4"))));
    assertThat(some.count()).isEqualTo(4);
    assertThat(some.scannedCount()).isEqualTo(9);
  }
}
