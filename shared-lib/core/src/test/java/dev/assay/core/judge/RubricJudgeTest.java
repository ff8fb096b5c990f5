package dev.assay.core.judge;

import static dev.assay.core.judge.Conversation.aTrace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.core.feedback.Assessment;
import dev.assay.core.feedback.Fault;
import dev.assay.core.feedback.Score;
import dev.assay.core.feedback.Spend;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.judge.AnswerReader.ItemAnswer;
import dev.assay.core.judge.AnswerReader.Reading;
import dev.assay.core.judge.ModelReply.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RubricJudgeTest {
  private static final Rubric RUBRIC =
      new Rubric(
          "kindness",
          "Was it kind?",
          List.of(
              new Rubric.Item("greets", "Does it greet?", 3, Rubric.Polarity.YES),
              new Rubric.Item("insults", "Does it insult?", 1, Rubric.Polarity.NO)),
          Score.HALF);
  private static final Spend PAID = new Spend(10, 2, 0.5);

  /** Answers with its script; remembers what it was asked. */
  private static final class Scripted implements JudgeModel {
    final List<Prompt> asked = new ArrayList<>();
    private final List<ModelReply> replies;

    Scripted(ModelReply... replies) {
      this.replies = List.of(replies);
    }

    @Override
    public String id() {
      return "scripted-1";
    }

    @Override
    public ModelReply ask(Prompt prompt) {
      asked.add(prompt);
      return replies.get(asked.size() - 1);
    }
  }

  /** Reads "yn": the first item yes, the second no. */
  private static Reading read(String text, Rubric rubric) {
    if (text.length() != 2) {
      return new Reading.Unreadable("two letters were expected");
    }
    return new Reading.Read(
        List.of(
            new ItemAnswer("greets", text.charAt(0) == 'y', "", "no hello"),
            new ItemAnswer("insults", text.charAt(1) == 'y', "you fool", "it insults")));
  }

  private static Assessment judge(Scripted model) {
    return judge(model, aTrace().user("hi").agent("what now, you fool?"));
  }

  private static Assessment judge(Scripted model, Conversation talk) {
    RubricJudge judge =
        new RubricJudge(
            RUBRIC,
            model,
            RubricJudgeTest::read,
            new PromptWriter(),
            Marks.from(new SplittableRandom(1)));
    return judge.assess(talk.trace()).getFirst();
  }

  private static ModelReply says(String text) {
    return new ModelReply.Answered(text, Ending.COMPLETE, PAID);
  }

  @Test
  void the_score_is_the_weighted_share_passed() {
    assertThat(judge(new Scripted(says("yn"))).verdict()).isEqualTo(Verdict.scored(1));
    assertThat(judge(new Scripted(says("yy"))).verdict()).isEqualTo(Verdict.scored(0.75));
    assertThat(judge(new Scripted(says("nn"))).verdict()).isEqualTo(Verdict.scored(0.25));
    assertThat(judge(new Scripted(says("ny"))).verdict()).isEqualTo(Verdict.scored(0));
  }

  @Test
  void a_failed_items_quote_is_found_in_the_agents_words() {
    Assessment assessment = judge(new Scripted(says("yy")));
    assertThat(assessment.findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.message()).isEqualTo(1);
          assertThat(finding.start()).isEqualTo(10);
          assertThat(finding.end()).isEqualTo(18);
        });
    assertThat(assessment.comment()).isEqualTo("insults: it insults");
    assertThat(assessment.value()).isEqualTo("1 of 2 items");
    assertThat(assessment.spend()).isEqualTo(PAID);
  }

  @Test
  void an_unusable_answer_is_asked_for_again_with_the_reason_and_both_are_paid() {
    Scripted model = new Scripted(says("hm?"), says("yn"));
    Assessment assessment = judge(model);
    assertThat(assessment.verdict()).isEqualTo(Verdict.scored(1));
    assertThat(assessment.spend()).isEqualTo(PAID.plus(PAID));
    assertThat(model.asked.get(1).user()).contains("two letters were expected");
  }

  @Test
  void unusable_twice_is_failed_and_lasting() {
    ModelReply truncated = new ModelReply.Answered("yn", Ending.TRUNCATED, PAID);
    ModelReply refused = new ModelReply.Answered("yn", Ending.REFUSED, PAID);
    Assessment assessment = judge(new Scripted(truncated, refused));
    assertThat(assessment.verdict())
        .isEqualTo(Verdict.failed("the judge's answer was of no use twice: it was refused"));
    assertThat(assessment.spend()).isEqualTo(PAID.plus(PAID));
  }

  @Test
  void a_models_fault_is_failed_at_once_and_keeps_whether_it_passes() {
    Scripted model = new Scripted(ModelReply.passing("429"));
    assertThat(judge(model).verdict()).isEqualTo(new Verdict.Failed(new Fault("429", true)));
    assertThat(model.asked).hasSize(1);
  }

  @Test
  void without_words_of_the_agent_no_model_is_asked() {
    Scripted model = new Scripted();
    assertThat(judge(model, aTrace().user("hello?")).verdict())
        .isEqualTo(Verdict.unscored("the agent said nothing"));
  }

  @Test
  void the_version_changes_with_every_word_and_weight() {
    Rubric reworded = new Rubric(RUBRIC.id(), "Was it kind!", RUBRIC.items(), RUBRIC.reviewBelow());
    Rubric.Item heavier = new Rubric.Item("greets", "Does it greet?", 4, Rubric.Polarity.YES);
    Rubric reweighed =
        new Rubric(
            RUBRIC.id(),
            RUBRIC.question(),
            List.of(heavier, RUBRIC.items().get(1)),
            RUBRIC.reviewBelow());
    assertThat(List.of(RUBRIC.version(), reworded.version(), reweighed.version()))
        .doesNotHaveDuplicates();
    assertThat(RUBRIC.wantsReview(Score.HALF)).isFalse();
    assertThat(RUBRIC.wantsReview(new Score(0.49))).isTrue();
  }

  @Test
  void a_rubric_without_items_or_with_one_twice_is_refused() {
    Rubric.Item item = RUBRIC.items().getFirst();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Rubric("r", "?", List.of(), Score.HALF));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Rubric("r", "?", List.of(item, item), Score.HALF));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Rubric("Not this", "?", List.of(item), Score.HALF));
  }
}
