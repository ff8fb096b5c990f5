package dev.assay.local.dynamodb;

import static dev.assay.local.dynamodb.Client.item;
import static dev.assay.local.dynamodb.Client.n;
import static dev.assay.local.dynamodb.Client.s;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** Conditions and updates. */
abstract class ExpressionContract extends ItemContract {

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
}
