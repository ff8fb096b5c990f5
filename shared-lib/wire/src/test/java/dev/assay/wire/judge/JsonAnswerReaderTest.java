package dev.assay.wire.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.judge.AnswerReader.ItemAnswer;
import dev.assay.core.judge.AnswerReader.Reading;
import dev.assay.core.judge.Questionnaire;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonAnswerReaderTest {
  private static final Questionnaire QUESTIONS =
      new Questionnaire(
          List.of(
              new Questionnaire.Section("r", List.of("a", "b")),
              new Questionnaire.Section("s", List.of("a"))));
  private static final String ANSWER =
      "{\"s\":{\"a\":\"no\"},\"r\":{\"b\":{\"answer\":\" No \",\"quote\":\"q\",\"reason\":\"r\"},"
          + "\"a\":{\"answer\":\"yes\"},\"more\":1}}";

  private static Reading read(String text) {
    return new JsonAnswerReader().read(text, QUESTIONS);
  }

  private static Reading answers(ItemAnswer first, ItemAnswer second) {
    return new Reading.Read(
        List.of(
            new Questionnaire.Answered("r", List.of(first, second)),
            new Questionnaire.Answered("s", List.of(new ItemAnswer("a", false, "", "")))));
  }

  @Test
  void answers_come_in_the_questionnaires_order() {
    assertThat(read(ANSWER))
        .isEqualTo(
            answers(new ItemAnswer("a", true, "", ""), new ItemAnswer("b", false, "q", "r")));
  }

  @Test
  void words_and_fences_around_the_object_are_forgiven() {
    assertThat(read("Sure:\n```json\n" + ANSWER + "\n```")).isEqualTo(read(ANSWER));
    assertThat(read("{\"r\":{\"a\":true,\"b\":false},\"s\":{\"a\":false}}"))
        .isEqualTo(answers(new ItemAnswer("a", true, "", ""), new ItemAnswer("b", false, "", "")));
  }

  @Test
  void anything_else_is_unreadable_and_the_reason_repeats_nothing_of_it() {
    for (String text :
        List.of(
            "",
            "secret",
            "[1]",
            "{",
            "}{",
            "{\"a\":}",
            "null",
            "{\"a\":{\"answer\":\"yes\"}}",
            "{\"r\":{\"a\":{\"answer\":\"yes\"}}}",
            "{\"r\":{\"a\":\"yes\",\"b\":\"no\"}}",
            "{\"r\":\"secret\",\"s\":{\"a\":\"yes\"}}",
            "{\"r\":{\"a\":{\"answer\":\"yes\"},\"b\":{\"answer\":\"secret\"}}}",
            "{\"r\":{\"a\":{\"answer\":\"yes\"},\"b\":{\"answer\":0.5}}}",
            "{\"r\":{\"a\":{\"answer\":\"yes\"},\"b\":null}}")) {
      assertThat(read(text))
          .isInstanceOfSatisfying(
              Reading.Unreadable.class,
              unreadable -> assertThat(unreadable.reason()).doesNotContain("secret"));
    }
  }
}
