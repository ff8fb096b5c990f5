package dev.assay.wire.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.feedback.Score;
import dev.assay.core.judge.AnswerReader.ItemAnswer;
import dev.assay.core.judge.AnswerReader.Reading;
import dev.assay.core.judge.Rubric;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonAnswerReaderTest {
  private static final Rubric RUBRIC =
      new Rubric(
          "r",
          "?",
          List.of(
              new Rubric.Item("a", "A?", 1, Rubric.Polarity.YES),
              new Rubric.Item("b", "B?", 1, Rubric.Polarity.YES)),
          Score.HALF);
  private static final String ANSWER =
      "{\"b\":{\"answer\":\" No \",\"quote\":\"q\",\"reason\":\"r\"},\"a\":{\"answer\":\"yes\"},"
          + "\"more\":1}";

  private static Reading read(String text) {
    return new JsonAnswerReader().read(text, RUBRIC);
  }

  @Test
  void answers_come_in_the_rubrics_order() {
    assertThat(read(ANSWER))
        .isEqualTo(
            new Reading.Read(
                List.of(new ItemAnswer("a", true, "", ""), new ItemAnswer("b", false, "q", "r"))));
  }

  @Test
  void words_and_fences_around_the_object_are_forgiven() {
    assertThat(read("Sure:\n```json\n" + ANSWER + "\n```")).isEqualTo(read(ANSWER));
    assertThat(read("{\"a\":true,\"b\":false}"))
        .isEqualTo(
            new Reading.Read(
                List.of(new ItemAnswer("a", true, "", ""), new ItemAnswer("b", false, "", ""))));
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
            "{\"a\":{\"answer\":\"yes\"},\"b\":{\"answer\":\"secret\"}}",
            "{\"a\":{\"answer\":\"yes\"},\"b\":{\"answer\":0.5}}",
            "{\"a\":{\"answer\":\"yes\"},\"b\":null}")) {
      assertThat(read(text))
          .isInstanceOfSatisfying(
              Reading.Unreadable.class,
              unreadable -> assertThat(unreadable.reason()).doesNotContain("secret"));
    }
  }
}
