package dev.assay.core.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.judge.Rubric.Example;
import dev.assay.core.judge.Rubric.Item;
import dev.assay.core.judge.Rubric.Polarity;
import dev.assay.core.judge.RubricLint.Doubt;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RubricLintTest {
  private static final Item HELLO = item("hello", "Does the agent say hello?", 1);

  private static Item item(String id, String question, double weight) {
    return new Item(id, question, weight, Polarity.YES);
  }

  private static List<Doubt> doubts(Rubric.Scale scale, List<Item> items, List<Example> examples) {
    return RubricLint.of(
        new Rubric(
            "r",
            "Is it?",
            Rubric.LooksAt.CONVERSATION,
            false,
            items,
            scale,
            Thresholds.DEFAULT,
            examples));
  }

  private static List<String> fields(Rubric.Scale scale, Item... items) {
    return doubts(scale, List.of(items), List.of()).stream().map(Doubt::field).toList();
  }

  @Test
  void a_whole_rubric_leaves_no_doubt() {
    assertThat(RubricLint.of(Faithfulness.RUBRIC)).isEmpty();
  }

  @Test
  void an_item_that_asks_nothing_is_doubtful() {
    assertThat(fields(Rubric.Scale.SHARE, HELLO, item("b", "The agent is kind.", 1)))
        .containsExactly("items[1].question");
  }

  @Test
  void a_weight_that_others_drown_is_doubtful_and_so_is_one_that_does_nothing() {
    Item heavy = item("b", "Is the refund made?", 20);
    assertThat(doubts(Rubric.Scale.SHARE, List.of(HELLO, heavy), List.of()))
        .containsExactly(
            new Doubt("items[0].weight", "4.8 % of the score: the other weights drown it"));
    assertThat(fields(Rubric.Scale.ALL, HELLO, heavy)).containsExactly("items[1].weight");
  }

  @Test
  void two_items_of_nearly_the_same_words_are_doubtful() {
    assertThat(fields(Rubric.Scale.SHARE, HELLO, item("b", "Does the agent say \"hello\" ?", 1)))
        .containsExactly("items[1].question");
    assertThat(
            fields(Rubric.Scale.SHARE, HELLO, item("b", "Does the agent say goodbye at once?", 1)))
        .isEmpty();
  }

  @Test
  void examples_that_answer_the_same_conversation_differently_are_doubtful() {
    Example yes = new Example("AGENT: Hello!", Map.of("hello", true), "");
    Example no = new Example(" agent: hello ", Map.of("hello", false), "");
    assertThat(doubts(Rubric.Scale.SHARE, List.of(HELLO), List.of(yes, no)))
        .extracting(Doubt::field)
        .containsExactly("examples[1].answers.hello");
    assertThat(doubts(Rubric.Scale.SHARE, List.of(HELLO), List.of(yes, yes))).isEmpty();
  }
}
