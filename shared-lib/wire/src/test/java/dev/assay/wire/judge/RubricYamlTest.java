package dev.assay.wire.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.core.judge.Rubric;
import dev.assay.core.judge.Thresholds;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

final class RubricYamlTest {
  @SuppressWarnings("unused") // by the tests' sources
  private static final Iterable<String> IDS = BuiltInRubrics.IDS;

  private static final String GOOD =
      """
      id: greeting
      question: Does the agent greet?
      looks_at: turn
      needs_reference: false
      items:
        - id: hello
          question: Does the agent say hello?
          weight: 2.5
          passes_on: yes
        - id: name
          question: Does the agent ask for the name twice?
          weight: 1
          passes_on: no
      scale: share
      thresholds:
        direction: higher
        pass_at: 0.9
        review_at: 0.4
      examples:
        - conversation: |
            AGENT: Hello!
          answers: {hello: yes, name: no}
          why: It says so.
      """;

  private static Rubric good(String text) {
    return switch (RubricYaml.read(text)) {
      case RubricReading.Read read -> read.rubric();
      case RubricReading.Refused refused -> throw new AssertionError(refused.toString());
    };
  }

  private static String mistakes(String text) {
    return switch (RubricYaml.read(text)) {
      case RubricReading.Read read -> "";
      case RubricReading.Refused refused ->
          refused.mistakes().stream().map(Object::toString).collect(Collectors.joining("\n"));
    };
  }

  @Test
  void a_file_says_all_that_a_rubric_is() {
    Rubric rubric = good(GOOD);
    assertThat(rubric.looksAt()).isEqualTo(Rubric.LooksAt.TURN);
    assertThat(rubric.items())
        .containsExactly(
            new Rubric.Item("hello", "Does the agent say hello?", 2.5, Rubric.Polarity.YES),
            new Rubric.Item(
                "name", "Does the agent ask for the name twice?", 1, Rubric.Polarity.NO));
    assertThat(rubric.thresholds().reviewAt().value()).isEqualTo(0.4);
    assertThat(rubric.examples().getFirst().conversation()).isEqualTo("AGENT: Hello!\n");
    assertThat(rubric.examples().getFirst().answers()).containsEntry("hello", true);
  }

  @Test
  void what_may_be_left_out_has_its_default() {
    Rubric rubric =
        good("{id: a, question: Is it?, items: [{id: b, question: Is it?, passes_on: true}]}");
    assertThat(rubric.looksAt()).isEqualTo(Rubric.LooksAt.CONVERSATION);
    assertThat(rubric.scale()).isEqualTo(Rubric.Scale.SHARE);
    assertThat(rubric.thresholds()).isEqualTo(Thresholds.DEFAULT);
    assertThat(rubric.items().getFirst().weight()).isEqualTo(1);
    assertThat(rubric.needsReference()).isFalse();
  }

  @ParameterizedTest
  @FieldSource("IDS")
  void a_rubric_comes_back_as_it_was_written_in_both_forms(String id) {
    Rubric rubric = BuiltInRubrics.of(id);
    assertThat(good(RubricYaml.write(rubric))).isEqualTo(rubric);
    Rubric again = RubricJson.read(RubricJson.write(rubric).toString());
    assertThat(again).isEqualTo(rubric);
    assertThat(again.version()).isEqualTo(rubric.version());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id: greeting          | id: Greeting!    | 1: id: expected 1 to 64 characters of a-z, 0-9,"
            + " _ and -, got \"Greeting!\"",
        "id: greeting          | id: rubrics      | 1: id: expected a name that no check and no"
            + " judge has, got \"rubrics\"",
        "id: greeting          | id: [a]          | 1: id: expected a string, got an array",
        "id: greeting          | name: greeting   | 1: name: expected one of id, question,"
            + " looks_at, needs_reference, items, scale, thresholds, examples, got an unknown"
            + " field",
        "id: greeting          | id: &a greeting  | 1: expected no anchor, got one",
        "id: greeting          | id: !x greeting  | 1: id: expected no tag, got !x",
        "looks_at: turn        | looks_at: turns  | 3: looks_at: expected one of turn,"
            + " conversation, tool_calls, got \"turns\"",
        "needs_reference: false| needs_reference: no | 4: needs_reference: expected true or false,"
            + " got a string",
        "needs_reference: false| id: again        | 4: id: expected once, got it again",
        "id: hello             | id: name         | 10: items[1].id: expected another id for each"
            + " item, got \"name\" again",
        "weight: 2.5           | weight: heavy    | 8: items[0].weight: expected a number, got a"
            + " string",
        "weight: 2.5           | weight: 0        | 8: items[0].weight: expected a number of more"
            + " than 0, got 0.0",
        "weight: 2.5           | weight: .nan     | 8: items[0].weight: expected a number in"
            + " decimal digits",
        "weight: 2.5           | wieght: 2.5      | 8: items[0].wieght: expected one of id,"
            + " question, weight, passes_on, got an unknown field",
        "passes_on: yes        | passes_on: maybe | 9: items[0].passes_on: expected yes or no, got"
            + " \"maybe\"",
        "passes_on: no         | '#'              | 10: items[1].passes_on: expected yes or no, the"
            + " answer that is good, got nothing",
        "scale: share          | scale: 5         | 14: scale: expected a string, got a number",
        "pass_at: 0.9          | pass_at: 1.5     | 17: thresholds.pass_at: expected a score, 0 to"
            + " 1, got 1.5",
        "pass_at: 0.9          | pass_at: 0.3     | 18: thresholds.review_at: expected at most"
            + " pass_at (0.3), got 0.4",
        "direction: higher     | direction: lower | 18: thresholds.review_at: expected at least"
            + " pass_at (0.9), got 0.4",
        "direction: higher     | direction: up    | 16: thresholds.direction: expected one of"
            + " higher, lower, got \"up\"",
        "hello: yes            | bye: yes         | 22: examples[0].answers.bye: expected one of"
            + " the items hello, name, got another name",
        "hello: yes            | hello: 3         | 22: examples[0].answers.hello: expected yes or"
            + " no, got a number",
        "why: It says so.      | because: so      | 23: examples[0].because: expected one of"
            + " conversation, answers, why, got an unknown field",
        "scale: share          | scale: [share    | 15: expected YAML, got: ",
      })
  void a_mistake_is_named_by_line_and_field(String right, String wrong, String mistake) {
    assertThat(mistakes(GOOD.replaceFirst(right, wrong))).contains(mistake);
  }

  @Test
  void all_mistakes_are_named_at_once_in_the_order_of_their_lines() {
    String text = GOOD.replace("weight: 1", "weight: -1").replace("looks_at: turn", "looks_at: x");
    assertThat(mistakes(text).lines()).hasSize(2).first().asString().startsWith("3: looks_at");
  }

  @Test
  void a_bomb_of_aliases_is_refused_before_it_grows() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append(String.format("a%d: &a%d [*a%d, *a%d]%n", i, i, i - 1, i - 1));
    }
    assertThat(mistakes(bomb.toString()))
        .contains("1: expected no anchor, got one")
        .contains("2: expected the value, got an alias");
  }

  @Test
  void what_is_too_deep_too_long_or_more_than_one_document_is_refused() {
    assertThat(mistakes("a: " + "[".repeat(5_000))).contains("at most 20 levels");
    assertThat(mistakes("id: " + "x".repeat(200_000))).contains("at most 100000 characters");
    assertThat(mistakes(GOOD + "---\n" + GOOD)).contains("24: expected at most one document");
  }

  @Test
  void what_is_no_mapping_is_refused() {
    for (String text : List.of("", "# only words", "words", "[1, 2]")) {
      assertThat(mistakes(text)).contains("expected a rubric with id, question and items");
    }
    assertThat(mistakes("? [a]\n: b\n")).contains("1: expected a name as key");
    assertThat(mistakes("id: a\nquestion: b?\n")).contains("1: items: expected 1 or more items");
  }

  @Test
  void json_of_the_registry_names_its_mistakes_too() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RubricJson.read("{\"id\":\"a\"}"))
        .withMessageContaining("question: expected a string, got nothing");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RubricJson.read("{"))
        .withMessageContaining("got no JSON");
  }
}
