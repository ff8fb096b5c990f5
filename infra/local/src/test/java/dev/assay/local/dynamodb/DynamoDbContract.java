package dev.assay.local.dynamodb;

import static dev.assay.local.dynamodb.Client.item;
import static dev.assay.local.dynamodb.Client.n;
import static dev.assay.local.dynamodb.Client.s;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** What Assay relies on, asked of an endpoint through the SDK that Assay uses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DynamoDbContract {
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

  private static String newName() {
    return "things-" + UUID.randomUUID();
  }

  // ---- tables

  @Test
  void a_table_is_described_with_its_keys_and_indexes() {
    var described = db.describeTable(r -> r.tableName(table)).table();
    assertThat(described.tableStatusAsString()).isEqualTo("ACTIVE");
    assertThat(described.keySchema()).extracting("attributeName").containsExactly("pk", "sk");
    assertThat(described.globalSecondaryIndexes())
        .extracting("indexName")
        .containsExactlyInAnyOrder("by-owner", "by-flag", "by-kind");
    assertThat(described.tableArn()).contains(":table/" + table);
  }

  @Test
  void tables_are_listed_page_by_page() {
    List<String> seen = new ArrayList<>();
    db.listTablesPaginator(r -> r.limit(1)).tableNames().forEach(seen::add);
    assertThat(seen).contains(table).doesNotHaveDuplicates();
  }

  @Test
  void a_second_table_of_the_same_name_is_refused() {
    assertThatThrownBy(() -> db.createTable(Client.things(table)))
        .isInstanceOf(ResourceInUseException.class);
  }

  @Test
  void an_unknown_table_is_not_found() {
    assertThatThrownBy(() -> db.describeTable(r -> r.tableName("absent")))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> db.getItem(r -> r.tableName("absent").key(key("a", "1"))))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void a_deleted_table_is_gone_with_its_items() {
    put("a", "1");
    db.deleteTable(r -> r.tableName(table));
    assertThatThrownBy(() -> db.describeTable(r -> r.tableName(table)))
        .isInstanceOf(ResourceNotFoundException.class);
    db.createTable(Client.things(table));
    assertThat(get("a", "1")).isEmpty();
  }

  @Test
  void a_key_attribute_must_be_defined() {
    assertValidation(() ->
        db.createTable(r ->
            r.tableName("undefined-key")
                .billingMode("PAY_PER_REQUEST")
                .attributeDefinitions(Client.defined("other", "S"))
                .keySchema(Client.key("pk", KeyType.HASH))));
  }

  @Test
  void the_expiry_attribute_is_switched_on_and_described() {
    db.updateTimeToLive(r ->
        r.tableName(table).timeToLiveSpecification(t -> t.attributeName("expires").enabled(true)));
    var described = db.describeTimeToLive(r -> r.tableName(table)).timeToLiveDescription();
    assertThat(described.timeToLiveStatusAsString()).isEqualTo("ENABLED");
    assertThat(described.attributeName()).isEqualTo("expires");
  }

  // ---- single items

  @Test
  void every_type_comes_back_as_it_was_put() {
    Map<String, AttributeValue> all =
        item(
            "pk", s("types"),
            "sk", s("Grüße 🎉"),
            "text", s(""),
            "number", n("-12.5"),
            "bytes", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {0, -1, 7})),
            "truth", AttributeValue.fromBool(true),
            "nothing", AttributeValue.fromNul(true),
            "list", AttributeValue.fromL(List.of(s("a"), n("1"), AttributeValue.fromL(List.of()))),
            "map", AttributeValue.fromM(Map.of("x", AttributeValue.fromM(Map.of("y", n("2"))))));
    put(all);
    assertThat(get("types", "Grüße 🎉")).isEqualTo(all);
  }

  @Test
  void sets_come_back_with_the_same_elements() {
    put(
        with(
            "sets",
            "1",
            "ss",
            AttributeValue.fromSs(List.of("b", "a")),
            "ns",
            AttributeValue.fromNs(List.of("2", "-1"))));
    Map<String, AttributeValue> read = get("sets", "1");
    assertThat(value(read, "ss").ss()).containsExactlyInAnyOrder("a", "b");
    assertThat(value(read, "ns").ns()).containsExactlyInAnyOrder("2", "-1");
  }

  @Test
  void thirty_eight_digits_are_kept_and_thirty_nine_refused() {
    String digits = "12345678901234567890123456789012345678";
    put(with("digits", "1", "number", n(digits)));
    assertThat(value(get("digits", "1"), "number").n()).isEqualTo(digits);
    assertValidation(() -> put(with("digits", "2", "number", n(digits + "9"))));
  }

  @Test
  void a_number_is_stored_in_its_shortest_form() {
    put(with("short", "1", "number", n("007.500")));
    assertThat(value(get("short", "1"), "number").n()).isEqualTo("7.5");
  }

  @Test
  void what_is_no_number_is_refused() {
    assertValidation(() -> put(with("a", "1", "number", n("seven"))));
  }

  @Test
  void a_put_replaces_the_whole_item_and_returns_the_old_one() {
    put(with("a", "1", "x", s("old"), "y", s("kept?")));
    var answer =
        db.putItem(r ->
            r.tableName(table)
                .item(with("a", "1", "x", s("new")))
                .returnValues(ReturnValue.ALL_OLD));
    assertThat(value(answer.attributes(), "x").s()).isEqualTo("old");
    assertThat(get("a", "1")).isEqualTo(with("a", "1", "x", s("new")));
  }

  @Test
  void an_absent_item_reads_as_nothing() {
    assertThat(db.getItem(r -> r.tableName(table).key(key("no", "1"))).hasItem()).isFalse();
  }

  @Test
  void a_projection_returns_only_the_named_paths() {
    put(
        with(
            "a",
            "1",
            "map",
            AttributeValue.fromM(Map.of("in", s("1"), "out", s("2"))),
            "list",
            AttributeValue.fromL(List.of(s("zero"), s("one"), s("two"))),
            "size",
            n("3")));
    var read =
        db.getItem(r ->
                r.tableName(table)
                    .key(key("a", "1"))
                    .projectionExpression("#m.#i, list1[1], #l[2], #s")
                    .expressionAttributeNames(
                        Map.of("#m", "map", "#i", "in", "#l", "list", "#s", "size")))
            .item();
    assertThat(read)
        .isEqualTo(
            item(
                "map", AttributeValue.fromM(Map.of("in", s("1"))),
                "list", AttributeValue.fromL(List.of(s("two"))),
                "size", n("3")));
  }

  @Test
  void a_missing_key_a_wrong_type_and_an_empty_key_are_refused() {
    assertValidation(() -> put(item("pk", s("a"))));
    assertValidation(() -> put(item("pk", s("a"), "sk", n("1"))));
    assertValidation(() -> put(item("pk", s(""), "sk", s("1"))));
    assertValidation(() -> db.getItem(r -> r.tableName(table).key(Map.of("pk", s("a")))));
  }

  @Test
  void an_index_key_of_the_wrong_type_is_refused() {
    assertValidation(() -> put(with("a", "1", "owner", n("7"))));
  }

  @Test
  void an_item_over_400_kilobytes_is_refused() {
    put(with("a", "1", "text", s("x".repeat(400 * 1024 - 100))));
    assertValidation(() -> put(with("a", "2", "text", s("x".repeat(400 * 1024)))));
  }

  @Test
  void a_delete_returns_the_old_item_and_may_be_repeated() {
    put(with("a", "1", "x", s("old")));
    var first =
        db.deleteItem(r -> r.tableName(table).key(key("a", "1")).returnValues(ReturnValue.ALL_OLD));
    assertThat(value(first.attributes(), "x").s()).isEqualTo("old");
    var second =
        db.deleteItem(r -> r.tableName(table).key(key("a", "1")).returnValues(ReturnValue.ALL_OLD));
    assertThat(second.hasAttributes()).isFalse();
  }

  // ---- conditions

  @Test
  void a_put_if_absent_succeeds_once_and_shows_who_was_first() {
    putIfAbsent(with("a", "1", "x", s("first")));
    var failure =
        catchThrowableOfType(
            ConditionalCheckFailedException.class,
            () -> putIfAbsent(with("a", "1", "x", s("second"))));
    assertThat(failure.item()).isEqualTo(with("a", "1", "x", s("first")));
    assertThat(value(get("a", "1"), "x").s()).isEqualTo("first");
  }

  @Test
  void of_many_concurrent_puts_if_absent_one_wins() throws Exception {
    List<Callable<Boolean>> tries = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      String who = "writer-" + i;
      tries.add(() -> won(() -> putIfAbsent(with("race", "1", "x", s(who)))));
    }
    assertThat(inParallel(tries)).containsOnlyOnce(true);
  }

  @Test
  void conditions_hold_or_not_as_documented() {
    put(
        with(
            "a",
            "1",
            "num",
            n("10"),
            "text",
            s("hello"),
            "tags",
            AttributeValue.fromSs(List.of("x", "y")),
            "list",
            AttributeValue.fromL(List.of(n("1"), s("two"))),
            "map",
            AttributeValue.fromM(Map.of("deep", n("3")))));
    var values =
        Map.of(
            ":ten", n("10.0"),
            ":five", n("5"),
            ":twenty", n("20"),
            ":hel", s("hel"),
            ":x", s("x"),
            ":two", s("two"),
            ":type", s("SS"));
    for (String holds :
        List.of(
            "num = :ten",
            "num <> :five",
            "num > :five AND num < :twenty",
            "num >= :ten AND num <= :ten",
            "num BETWEEN :five AND :twenty",
            "num IN (:five, :ten)",
            "begins_with(text1, :hel) OR begins_with(#t, :hel)",
            "contains(tags, :x)",
            "contains(#l, :two)",
            "size(#l) < :five",
            "size(#t) = size(#t)",
            "attribute_type(tags, :type)",
            "attribute_exists(#m.deep) AND attribute_not_exists(#m.absent)",
            "attribute_exists(#l[1]) AND NOT attribute_exists(#l[2])",
            "NOT (num = :five OR num = :twenty)",
            "num = :five OR num = :ten AND #t <> :x")) {
      assertThat(holds(holds, values)).as(holds).isTrue();
    }
    for (String fails :
        List.of(
            "num = :five",
            "num < :ten",
            "num = :x",
            "absent = :x",
            "absent < :five",
            "num BETWEEN :twenty AND :twenty",
            "num IN (:x, :five)",
            "contains(#t, :x)",
            "begins_with(#t, :x)",
            "(num = :five OR num = :ten) AND #t = :x",
            "attribute_type(#t, :type)",
            "NOT num = :ten")) {
      assertThat(holds(fails, values)).as(fails).isFalse();
    }
  }

  @Test
  void an_unreadable_expression_is_refused_with_its_name() {
    assertThatThrownBy(() ->
            db.putItem(r ->
                r.tableName(table)
                    .item(with("a", "1"))
                    .conditionExpression("attribute_not_exists(pk")))
        .isInstanceOf(DynamoDbException.class)
        .hasMessageContaining("ConditionExpression");
  }

  @Test
  void an_undefined_value_and_an_unused_value_are_refused() {
    assertValidation(() ->
        db.putItem(
            r -> r.tableName(table).item(with("a", "1")).conditionExpression("x = :absent")));
    assertValidation(() ->
        db.putItem(r ->
            r.tableName(table)
                .item(with("a", "1"))
                .conditionExpression("attribute_not_exists(pk)")
                .expressionAttributeValues(Map.of(":unused", s("x")))));
  }

  @Test
  void a_reserved_word_needs_a_placeholder() {
    assertThatThrownBy(() -> update(r -> r.updateExpression("REMOVE #x, status"), "#x"))
        .isInstanceOf(DynamoDbException.class)
        .hasMessageContaining("reserved keyword");
  }

  // ---- updates

  @Test
  void an_update_creates_the_item_when_it_is_absent() {
    var answer =
        update(r ->
            r.updateExpression("SET x = :x ADD num :one")
                .expressionAttributeValues(Map.of(":x", s("new"), ":one", n("1")))
                .returnValues(ReturnValue.ALL_NEW));
    assertThat(answer.attributes()).isEqualTo(with("a", "1", "x", s("new"), "num", n("1")));
  }

  @Test
  void set_computes_from_the_item_as_it_was() {
    put(with("a", "1", "x", n("5"), "y", n("7"), "list", AttributeValue.fromL(List.of(s("one")))));
    update(r ->
        r.updateExpression(
                "SET x = y, y = x - :two, z = if_not_exists(z, :two) + :two, #l ="
                    + " list_append(#l, :more)")
            .expressionAttributeNames(Map.of("#l", "list"))
            .expressionAttributeValues(
                Map.of(":two", n("2"), ":more", AttributeValue.fromL(List.of(s("two"))))));
    assertThat(get("a", "1"))
        .isEqualTo(
            with(
                "a",
                "1",
                "x",
                n("7"),
                "y",
                n("3"),
                "list",
                AttributeValue.fromL(List.of(s("one"), s("two"))),
                "z",
                n("4")));
  }

  @Test
  void nested_paths_are_set_and_removed() {
    put(
        with(
            "a",
            "1",
            "map1",
            AttributeValue.fromM(Map.of("x", s("1"), "y", s("2"))),
            "list1",
            AttributeValue.fromL(List.of(s("0"), s("1"), s("2"), s("3")))));
    update(r ->
        r.updateExpression("SET map1.z = :v, list1[9] = :v REMOVE map1.x, list1[0], list1[2]")
            .expressionAttributeValues(Map.of(":v", s("new"))));
    var read = get("a", "1");
    assertThat(value(read, "map1").m()).isEqualTo(item("y", s("2"), "z", s("new")));
    assertThat(value(read, "list1").l()).containsExactly(s("1"), s("3"), s("new"));
  }

  @Test
  void sets_grow_by_add_and_shrink_by_delete() {
    put(with("a", "1", "tags", AttributeValue.fromSs(List.of("x", "y"))));
    update(r ->
        r.updateExpression("ADD tags :more")
            .expressionAttributeValues(Map.of(":more", AttributeValue.fromSs(List.of("z")))));
    assertThat(value(get("a", "1"), "tags").ss()).containsExactlyInAnyOrder("x", "y", "z");
    update(r ->
        r.updateExpression("DELETE tags :less")
            .expressionAttributeValues(
                Map.of(":less", AttributeValue.fromSs(List.of("x", "y", "z")))));
    assertThat(get("a", "1")).doesNotContainKey("tags");
  }

  @Test
  void an_update_returns_the_parts_that_were_asked_for() {
    put(with("a", "1", "x", n("1"), "y", s("same")));
    Map<String, AttributeValue> one = Map.of(":one", n("1"));
    assertThat(updated(ReturnValue.UPDATED_NEW, one)).isEqualTo(item("x", n("2")));
    assertThat(updated(ReturnValue.UPDATED_OLD, one)).isEqualTo(item("x", n("2")));
    assertThat(updated(ReturnValue.ALL_OLD, one)).containsEntry("x", n("3")).containsKey("y");
    assertThat(updated(ReturnValue.NONE, one)).isEmpty();
  }

  @Test
  void a_failed_condition_on_an_update_changes_nothing_and_shows_the_item() {
    put(with("a", "1", "rev", n("2")));
    var failure =
        catchThrowableOfType(
            ConditionalCheckFailedException.class,
            () ->
                update(r ->
                    r.updateExpression("SET rev = :next")
                        .conditionExpression("rev < :next")
                        .expressionAttributeValues(Map.of(":next", n("2")))
                        .returnValuesOnConditionCheckFailure(
                            ReturnValuesOnConditionCheckFailure.ALL_OLD)));
    assertThat(value(failure.item(), "rev").n()).isEqualTo("2");
  }

  @Test
  void counters_lose_no_increment_under_concurrency() throws Exception {
    List<Callable<Boolean>> tries = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      tries.add(() ->
          won(() ->
              update(r ->
                  r.updateExpression("ADD hits :one")
                      .expressionAttributeValues(Map.of(":one", n("1"))))));
    }
    assertThat(inParallel(tries)).containsOnly(true);
    assertThat(value(get("a", "1"), "hits").n()).isEqualTo("40");
  }

  @Test
  void impossible_updates_are_refused() {
    put(with("a", "1", "text", s("x")));
    Map<String, AttributeValue> one = Map.of(":one", n("1"));
    assertValidation(
        () -> update(r -> r.updateExpression("SET sk = :one").expressionAttributeValues(one)));
    assertValidation(() ->
        update(r -> r.updateExpression("SET x = absent + :one").expressionAttributeValues(one)));
    assertValidation(() ->
        update(r -> r.updateExpression("SET map1.x.y = :one").expressionAttributeValues(one)));
    assertValidation(() ->
        update(r -> r.updateExpression("SET x = :one, x = :one").expressionAttributeValues(one)));
  }

  // ---- queries

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
    assertThat(first.count()).isEqualTo(3);
    assertThat(first.lastEvaluatedKey()).isEqualTo(key("q", "k2"));
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

  // ---- indexes

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
  void a_consistent_read_of_an_index_and_an_unknown_index_are_refused() {
    assertValidation(() -> byOwner(r -> r.consistentRead(true)));
    assertValidation(() -> byOwner(r -> r.indexName("absent")));
  }

  // ---- scans

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

  // ---- batches

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
  void a_batch_of_26_or_with_a_repeated_key_is_refused() {
    List<WriteRequest> writes = new ArrayList<>();
    for (int i = 0; i < 26; i++) {
      Map<String, AttributeValue> row = with("b", "k" + i);
      writes.add(WriteRequest.builder().putRequest(p -> p.item(row)).build());
    }
    assertValidation(() -> db.batchWriteItem(r -> r.requestItems(Map.of(table, writes))));
    List<WriteRequest> twice = List.of(writes.getFirst(), writes.getFirst());
    assertValidation(() -> db.batchWriteItem(r -> r.requestItems(Map.of(table, twice))));
  }

  // ---- transactions

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

  // ---- words

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

  private void putIfAbsent(Map<String, AttributeValue> row) {
    db.putItem(
        PutItemRequest.builder()
            .tableName(table)
            .item(row)
            .conditionExpression("attribute_not_exists(pk)")
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build());
  }

  private TransactWriteItem putNew(Map<String, AttributeValue> row) {
    return TransactWriteItem.builder()
        .put(p ->
            p.tableName(table)
                .item(row)
                .conditionExpression("attribute_not_exists(pk)")
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
        .build();
  }

  /** Updates item a, 1. */
  private UpdateItemResponse update(Consumer<UpdateItemRequest.Builder> change, String... names) {
    UpdateItemRequest.Builder request =
        UpdateItemRequest.builder().tableName(table).key(key("a", "1"));
    for (String name : names) {
      request.expressionAttributeNames(Map.of(name, "x"));
    }
    change.accept(request);
    return db.updateItem(request.build());
  }

  private Map<String, AttributeValue> updated(
      ReturnValue wanted, Map<String, AttributeValue> values) {
    return update(r ->
            r.updateExpression("SET x = x + :one")
                .expressionAttributeValues(values)
                .returnValues(wanted))
        .attributes();
  }

  /** Whether a condition holds for item a, 1, asked by an update that changes nothing else. */
  private boolean holds(String condition, Map<String, AttributeValue> values) {
    Map<String, AttributeValue> used = new HashMap<>(values);
    used.keySet().removeIf(placeholder -> !condition.matches(".*" + placeholder + "\\b.*"));
    Map<String, String> names = new HashMap<>(Map.of("#t", "text", "#l", "list", "#m", "map"));
    names.keySet().removeIf(placeholder -> !condition.contains(placeholder));
    return probe(condition, used, names);
  }

  private boolean probe(
      String condition, Map<String, AttributeValue> values, Map<String, String> names) {
    try {
      update(r ->
          r.updateExpression("SET probe = if_not_exists(probe, pk)")
              .conditionExpression(condition)
              .expressionAttributeValues(values.isEmpty() ? null : values)
              .expressionAttributeNames(names.isEmpty() ? null : names));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  private QueryRequest query(String keyCondition, Map<String, AttributeValue> more) {
    Map<String, AttributeValue> values = new HashMap<>(more);
    values.put(":p", s("q"));
    return QueryRequest.builder()
        .tableName(table)
        .keyConditionExpression(keyCondition)
        .expressionAttributeValues(values)
        .build();
  }

  private List<String> sortKeys(String keyCondition, Map<String, AttributeValue> more) {
    return db.query(query(keyCondition, more)).items().stream()
        .map(row -> value(row, "sk").s())
        .toList();
  }

  private QueryResponse byOwner(Consumer<QueryRequest.Builder> more) {
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

  private List<Map<String, AttributeValue>> byKey(String index, String attribute, String wanted) {
    return db.query(r ->
            r.tableName(table)
                .indexName(index)
                .keyConditionExpression("#k = :k")
                .expressionAttributeNames(Map.of("#k", attribute))
                .expressionAttributeValues(Map.of(":k", s(wanted))))
        .items();
  }

  private static boolean won(Runnable attempt) {
    try {
      attempt.run();
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  private static <T> List<T> inParallel(List<Callable<T>> tasks) throws Exception {
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
