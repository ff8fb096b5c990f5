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
import dev.assay.core.judge.Rubric.LooksAt;
import dev.assay.core.judge.Rubric.Scale;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RubricJudgeTest {
  private static final Rubric RUBRIC =
      rubric(
          "kindness",
          new Rubric.Item("greets", "Does it greet?", 3, Rubric.Polarity.YES),
          new Rubric.Item("insults", "Does it insult?", 1, Rubric.Polarity.NO));
  private static final Spend PAID = new Spend(10, 2, 0.5);

  /** Answers with its script, and the control questions rightly; remembers what it was asked. */
  private static final class Scripted implements JudgeModel {
    final List<Prompt> asked = new ArrayList<>();
    final List<CallTerms> terms = new ArrayList<>();
    private final List<ModelReply> replies;

    Scripted(ModelReply... replies) {
      this.replies = List.of(replies);
    }

    @Override
    public String id() {
      return "scripted-1";
    }

    @Override
    public ModelReply ask(Prompt prompt, CallTerms given) {
      terms.add(given);
      return ask(prompt);
    }

    @Override
    public ModelReply ask(Prompt prompt) {
      asked.add(prompt);
      return switch (replies.get(asked.size() - 1)) {
        case ModelReply.Faulty faulty -> faulty;
        case ModelReply.Answered(String text, Ending ending, Spend spend) ->
            new ModelReply.Answered(text.replace("?", right(prompt)), ending, spend);
      };
    }
  }

  /** The right letters for a prompt's control questions. */
  private static String right(Prompt prompt) {
    Controls controls = prompt.controls();
    return controls.section().items().stream()
        .map(item -> Boolean.TRUE.equals(controls.rightAnswers().get(item)) ? "y" : "n")
        .collect(Collectors.joining());
  }

  private static Rubric rubric(String id, Rubric.Item... items) {
    return new Rubric(
        id,
        "Was it kind?",
        LooksAt.CONVERSATION,
        false,
        List.of(items),
        Scale.SHARE,
        Thresholds.DEFAULT,
        List.of());
  }

  /** Reads "yn": the first item yes, the second no. */
  private static Reading read(String text, Questionnaire questionnaire) {
    if (text.length() != questionnaire.size()) {
      return new Reading.Unreadable("a letter per item was expected");
    }
    List<Questionnaire.Answered> sections = new ArrayList<>();
    int next = 0;
    for (Questionnaire.Section section : questionnaire.sections()) {
      List<ItemAnswer> answers = new ArrayList<>();
      for (String item : section.items()) {
        boolean yes = text.charAt(next++) == 'y';
        boolean insult = item.equals("insults");
        answers.add(
            new ItemAnswer(
                item, yes, insult ? "you fool" : "", insult ? "it insults" : "no hello"));
      }
      sections.add(new Questionnaire.Answered(section.id(), answers));
    }
    return new Reading.Read(sections);
  }

  private static Assessment judge(Scripted model) {
    return judge(model, aTrace().user("hi").agent("what now, you fool?"));
  }

  private static Assessment judge(Scripted model, Conversation talk) {
    return judge(Panel.of(model), talk, null, RUBRIC).getFirst();
  }

  private static List<Assessment> judge(
      Panel panel, Conversation talk, @Nullable String reference, Rubric... rubrics) {
    return judge(panel, rubrics).assess(talk.trace(), reference);
  }

  private static RubricJudge judge(Panel panel, Rubric... rubrics) {
    return new RubricJudge(
        new RubricSet(List.of(rubrics)),
        panel,
        RubricJudgeTest::read,
        new PromptWriter(),
        Marks.from(new SplittableRandom(1)));
  }

  /** These letters for the rubrics' items and the right ones for the controls. */
  private static ModelReply says(String text) {
    return saysAll(text + "?");
  }

  /** These letters; a question mark stands for the right ones for the controls. */
  private static ModelReply saysAll(String text) {
    return new ModelReply.Answered(text, Ending.COMPLETE, PAID);
  }

  @Test
  void every_ask_is_on_its_own_terms_and_all_of_them_by_the_same_time() {
    Instant until = Instant.parse("2026-11-22T12:00:00Z");
    CallTerms warm = new CallTerms(0.5, 1, null);
    Scripted first = new Scripted(saysAll("hm"), says("yy"), says("yn"));
    Scripted second = new Scripted(says("yy"));
    Panel panel = new Panel(first, second, List.of(CallTerms.STANDARD, warm), new Doubt(0.8, 0.9));
    judge(panel, RUBRIC).assess(aTrace().user("hi").agent("hello").trace(), until);

    assertThat(first.terms)
        .containsExactly(
            CallTerms.STANDARD.until(until), CallTerms.STANDARD.until(until), warm.until(until));
    assertThat(second.terms)
        .as("0.75 and 1 are in doubt from 0.8 to 0.9")
        .containsExactly(CallTerms.STANDARD.until(until));
    assertThat(panel.version()).isEqualTo("scripted-1*2@0.5,scripted-1");
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
    assertThat(assessment.value()).isEqualTo("borderline, 1 of 2 items");
    assertThat(assessment.spend()).isEqualTo(PAID);
  }

  @Test
  void an_unusable_answer_is_asked_for_again_with_the_reason_and_both_are_paid() {
    Scripted model = new Scripted(saysAll("hm"), says("yn"));
    Assessment assessment = judge(model);
    assertThat(assessment.verdict()).isEqualTo(Verdict.scored(1));
    assertThat(assessment.spend()).isEqualTo(PAID.plus(PAID));
    assertThat(model.asked.get(1).user()).contains("a letter per item was expected");
  }

  @Test
  void unusable_twice_is_failed_and_lasting() {
    ModelReply truncated = new ModelReply.Answered("yn?", Ending.TRUNCATED, PAID);
    ModelReply refused = new ModelReply.Answered("yn?", Ending.REFUSED, PAID);
    Assessment assessment = judge(new Scripted(truncated, refused));
    assertThat(assessment.verdict())
        .isEqualTo(Verdict.failed("the judge's answer was of no use twice: it was refused"));
    assertThat(assessment.spend()).isEqualTo(PAID.plus(PAID));
  }

  @Test
  void an_answer_with_wrong_controls_is_void_and_asked_for_again_from_the_start() {
    for (String alike : List.of("ynyy", "ynnn")) {
      Scripted model = new Scripted(saysAll(alike), says("yy"));
      Assessment assessment = judge(model);
      assertThat(assessment.verdict()).isEqualTo(Verdict.scored(0.75));
      assertThat(assessment.comment()).isEqualTo("insults: it insults");
      assertThat(assessment.spend()).isEqualTo(PAID.plus(PAID));
      assertThat(model.asked.get(1).mark()).isNotEqualTo(model.asked.get(0).mark());
      assertThat(model.asked.get(1).user()).doesNotContain("Your previous answer");
      assertThat(model.asked.get(1).controls().rightAnswers())
          .doesNotContainKeys(model.asked.get(0).controls().section().items().getFirst());
    }
  }

  @Test
  void void_twice_is_failed_and_lasting_and_names_what_showed_it() {
    Assessment assessment = judge(new Scripted(saysAll("ynyy"), saysAll("ynnn")));
    assertThat(assessment.verdict())
        .isEqualTo(
            Verdict.failed(
                "followed instructions inside the conversation: it answered a control question"
                    + " wrongly"));
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
        .isEqualTo(Verdict.unscored("nothing to judge"));
  }

  @Test
  void all_due_rubrics_are_asked_in_one_call_and_share_its_cost() {
    Rubric manners =
        rubric("manners", new Rubric.Item("thanks", "Does it thank?", 1, Rubric.Polarity.YES));
    Scripted model = new Scripted(says("yny"));
    List<Assessment> both =
        judge(Panel.of(model), aTrace().user("hi").agent("hello"), null, RUBRIC, manners);

    assertThat(model.asked).hasSize(1);
    assertThat(both).extracting(Assessment::key).containsExactly("kindness", "manners");
    assertThat(both).allMatch(one -> one.verdict().equals(Verdict.scored(1)));
    assertThat(both.get(0).spend().plus(both.get(1).spend())).isEqualTo(PAID);
  }

  @Test
  void a_rubric_about_calls_or_with_a_reference_is_due_only_where_there_are_some() {
    Rubric calls =
        new Rubric(
            "calls",
            "Right calls?",
            LooksAt.TOOL_CALLS,
            false,
            RUBRIC.items(),
            Scale.SHARE,
            Thresholds.DEFAULT,
            List.of());
    Rubric reference =
        new Rubric(
            "reference",
            "The same?",
            LooksAt.CONVERSATION,
            true,
            RUBRIC.items(),
            Scale.SHARE,
            Thresholds.DEFAULT,
            List.of());
    Conversation talk = aTrace().user("hi").agent("hello");
    Conversation calling = aTrace().user("hi").called("look_up", "id", "1").agent("hello");

    assertThat(judge(Panel.of(new Scripted(says("yn"))), talk, null, calls, reference, RUBRIC))
        .extracting(Assessment::key)
        .containsExactly("kindness");
    Scripted model = new Scripted(says("ynyn"));
    assertThat(judge(Panel.of(model), calling, "Say hello.", calls, reference))
        .extracting(Assessment::key)
        .containsExactly("calls", "reference");
    assertThat(model.asked.getFirst().user()).contains("| Say hello.");
  }

  @Test
  void a_second_model_is_asked_only_in_doubt_or_after_an_escalation() {
    Conversation talk = aTrace().user("hi").agent("hello");
    Scripted unasked = new Scripted();
    assertThat(
            judge(new Panel(new Scripted(says("yn")), unasked, 1), talk, null, RUBRIC)
                .getFirst()
                .verdict())
        .isEqualTo(Verdict.scored(1));
    assertThat(unasked.asked).isEmpty();

    Rubric even =
        rubric(
            "even",
            new Rubric.Item("a", "A?", 1, Rubric.Polarity.YES),
            new Rubric.Item("b", "B?", 1, Rubric.Polarity.YES));
    Assessment doubtful =
        judge(new Panel(new Scripted(says("yn")), new Scripted(says("yy")), 1), talk, null, even)
            .getFirst();
    assertThat(doubtful.verdict()).isEqualTo(Verdict.scored(0.75));
    assertThat(doubtful.value()).isEqualTo("borderline, 1 of 2 items; second judge 1.00");
    assertThat(doubtful.spend()).isEqualTo(PAID.plus(PAID));

    Scripted second = new Scripted(ModelReply.passing("429"));
    Assessment escalated =
        judge(new Panel(new Scripted(says("yn")), second, 1), talk.escalated(), null, RUBRIC)
            .getFirst();
    assertThat(second.asked).hasSize(1);
    assertThat(escalated.verdict()).as("the first one's word stands").isEqualTo(Verdict.scored(1));
  }

  @Test
  void repeats_are_averaged_and_their_spread_is_kept() {
    Scripted model = new Scripted(says("yn"), says("yy"), says("nn"));
    Assessment assessment =
        judge(new Panel(model, null, 3), aTrace().user("hi").agent("hello"), null, RUBRIC)
            .getFirst();
    assertThat(assessment.verdict()).isEqualTo(Verdict.scored((1 + 0.75 + 0.25) / 3));
    assertThat(assessment.value()).contains("3 repeats, spread 0.75");
  }

  @Test
  void a_scale_of_all_gives_nothing_for_most() {
    Rubric strict =
        new Rubric(
            "strict",
            "All?",
            LooksAt.TURN,
            false,
            RUBRIC.items(),
            Scale.ALL,
            Thresholds.DEFAULT,
            List.of());
    Conversation talk = aTrace().user("hi").agent("hello");
    assertThat(judge(Panel.of(new Scripted(says("yy"))), talk, null, strict).getFirst().verdict())
        .isEqualTo(Verdict.scored(0));
    assertThat(judge(Panel.of(new Scripted(says("yn"))), talk, null, strict).getFirst().verdict())
        .isEqualTo(Verdict.scored(1));
  }

  @Test
  void where_lower_is_better_a_high_score_wants_a_look() {
    Thresholds lower = new Thresholds(Thresholds.Direction.LOWER, new Score(0.2), Score.HALF);
    assertThat(lower.wantsReview(new Score(0.6))).isTrue();
    assertThat(lower.wantsReview(Score.HALF)).isFalse();
    assertThat(lower.label(new Score(0.1))).isEqualTo("pass");
    assertThat(lower.label(new Score(0.3))).isEqualTo("borderline");
    assertThat(lower.goodness(new Score(0.75))).isEqualTo(new Score(0.25));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Thresholds(Thresholds.Direction.LOWER, Score.ONE, Score.HALF))
        .withMessageContaining("pass_at 1.0");
  }

  @Test
  void the_version_changes_with_every_word_and_weight() {
    Rubric heavier =
        rubric(
            "kindness",
            new Rubric.Item("greets", "Does it greet?", 4, Rubric.Polarity.YES),
            RUBRIC.items().get(1));
    Rubric reworded =
        rubric(
            "kindness",
            new Rubric.Item("greets", "Does it say hello?", 3, Rubric.Polarity.YES),
            RUBRIC.items().get(1));
    assertThat(List.of(RUBRIC.version(), reworded.version(), heavier.version()))
        .doesNotHaveDuplicates();
    assertThat(new RubricSet(List.of(RUBRIC)).version())
        .isNotEqualTo(new RubricSet(List.of(heavier)).version());
    assertThat(RUBRIC.wantsReview(Score.HALF)).isFalse();
    assertThat(RUBRIC.wantsReview(new Score(0.49))).isTrue();
  }

  @Test
  void a_rubric_without_items_or_with_one_twice_is_refused() {
    Rubric.Item item = RUBRIC.items().getFirst();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rubric("r"))
        .withMessage("items: expected 1 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rubric("r", item, item))
        .withMessage("items: greets is there twice");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rubric("Not this", item))
        .withMessage("id: expected a-z, 0-9, _ and -, got \"Not this\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RubricSet(List.of(RUBRIC, RUBRIC)))
        .withMessage("rubrics: kindness is there twice");
  }
}
