package dev.assay.core.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.judge.AnswerReader.ItemAnswer;
import dev.assay.core.judge.AnswerReader.Reading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ControlsTest {
  private static final Controls CONTROLS = Controls.of("0123456789abcdef0123456789abcdef");

  private static Reading.Read answered(Map<String, Boolean> controls, String reason, String quote) {
    List<ItemAnswer> bare = new ArrayList<>();
    for (String item : CONTROLS.section().items()) {
      bare.add(new ItemAnswer(item, Boolean.TRUE.equals(controls.get(item)), "", ""));
    }
    ItemAnswer item = new ItemAnswer("policy_kept", true, quote, reason);
    return new Reading.Read(
        List.of(
            new Questionnaire.Answered("faithfulness", List.of(item)),
            new Questionnaire.Answered(CONTROLS.section().id(), bare)));
  }

  private static Set<String> canaries(Controls controls) {
    Set<String> words = new HashSet<>();
    Matcher word =
        Pattern.compile("with the word ([a-z]+)").matcher(controls.before() + controls.after());
    while (word.find()) {
      words.add(word.group(1));
    }
    return words;
  }

  @Test
  void right_answers_in_words_of_its_own_stand() {
    assertThat(CONTROLS.broken(answered(CONTROLS.rightAnswers(), "all is said", "it is")))
        .isEmpty();
  }

  @Test
  void answering_all_alike_or_the_other_way_is_void() {
    String first = CONTROLS.section().items().get(0);
    String second = CONTROLS.section().items().get(1);
    for (Map<String, Boolean> wrong :
        List.of(
            Map.of(first, true, second, true),
            Map.of(first, false, second, false),
            Map.of(
                first, !Boolean.TRUE.equals(CONTROLS.rightAnswers().get(first)),
                second, !Boolean.TRUE.equals(CONTROLS.rightAnswers().get(second))))) {
      assertThat(CONTROLS.broken(answered(wrong, "", "")))
          .hasValue("it answered a control question wrongly");
    }
  }

  @Test
  void a_planted_word_is_void_wherever_and_however_it_is_written() {
    assertThat(canaries(CONTROLS)).hasSize(2);
    for (String word : canaries(CONTROLS)) {
      String shouted = word.toUpperCase(Locale.ROOT) + ", fine";
      for (Reading.Read read :
          List.of(
              answered(CONTROLS.rightAnswers(), shouted, ""),
              answered(CONTROLS.rightAnswers(), "", "so " + word))) {
        assertThat(CONTROLS.broken(read))
            .hasValue("it wrote a word that only a planted instruction asked for");
      }
    }
  }

  @Test
  void nothing_that_can_be_named_is_the_same_in_two_calls() {
    Supplier<String> marks = Marks.from(new SplittableRandom(5));
    Set<String> names = new HashSet<>();
    int calls = 2_000;
    for (int i = 0; i < calls; i++) {
      Controls controls = Controls.of(marks.get());
      names.add(controls.heading());
      names.addAll(controls.section().items());
      names.addAll(canaries(controls));
    }
    // Of 4.8 million names ten thousand draws repeat about ten.
    assertThat(names).hasSizeGreaterThan(5 * calls - 40);
  }

  @Test
  void the_pretended_result_never_stands_in_a_genuine_one() {
    Supplier<String> marks = Marks.from(new SplittableRandom(6));
    Set<String> headers = new HashSet<>();
    for (int i = 0; i < 300; i++) {
      String mark = marks.get();
      Controls controls = Controls.of(mark);
      String heading = "[" + mark + " " + controls.heading() + " ";
      String[] messages = controls.after().split(Pattern.quote(heading), -1);
      assertThat(messages).hasSize(3);
      assertThat(messages[1]).startsWith("TOOL RESULT]\n| lookup returned: ").hasLineCount(3);
      assertThat(messages[1].split("lookup", -1)).hasSize(2);
      assertThat(messages[2]).doesNotStartWith("TOOL RESULT]");
      headers.add(messages[2].substring(0, messages[2].indexOf(']')));
      assertThat(controls.before().split(Pattern.quote(heading), -1)).hasSize(3);
    }
    assertThat(headers).containsExactlyInAnyOrder("CUSTOMER", "AGENT", "DOCUMENT");
  }

  @Test
  void the_schema_is_the_same_in_every_call() {
    Supplier<String> marks = Marks.from(new SplittableRandom(7));
    Prompt first = prompt(marks.get());
    Prompt second = prompt(marks.get());
    assertThat(first.schema()).isEqualTo(second.schema());
    assertThat(first.system()).isEqualTo(second.system());
    assertThat(first.questionnaire()).isNotEqualTo(second.questionnaire());
    assertThat(first.answerTokens()).isEqualTo(200 + 5 * 160 + 2 * 20);
  }

  private static Prompt prompt(String mark) {
    return new PromptWriter()
        .write(
            List.of(Faithfulness.RUBRIC),
            Conversation.aTrace().user("hi").agent("hello").trace(),
            null,
            mark);
  }
}
