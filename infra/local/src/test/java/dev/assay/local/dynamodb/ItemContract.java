package dev.assay.local.dynamodb;

import static dev.assay.local.dynamodb.Client.item;
import static dev.assay.local.dynamodb.Client.n;
import static dev.assay.local.dynamodb.Client.s;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** Tables, and single items put, read and deleted. */
abstract class ItemContract extends DynamoDbFixture {

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
  void thirty_eight_digits_are_kept() {
    String digits = "12345678901234567890123456789012345678";
    put(with("digits", "1", "number", n(digits)));
    assertThat(value(get("digits", "1"), "number").n()).isEqualTo(digits);
  }

  @Test
  void thirty_nine_digits_are_refused() {
    assertValidation(
        () -> put(with("a", "1", "number", n("123456789012345678901234567890123456789"))));
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
                    .projectionExpression("#m.#i, #l[2], #s")
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
    put(with("a", "1", "text", s("x".repeat(390 * 1024))));
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
}
