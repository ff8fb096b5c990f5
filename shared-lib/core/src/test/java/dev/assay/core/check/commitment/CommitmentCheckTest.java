package dev.assay.core.check.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.feedback.Assessment;
import dev.assay.core.feedback.Finding;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.trace.Json;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.Timing;
import dev.assay.core.trace.Trace;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CommitmentCheckTest {
  private static Assessment assess(Traces trace) {
    Trace built = trace.build();
    List<Assessment> assessments = new CommitmentCheck().assess(built);
    assertThat(assessments).hasSize(1);
    return assessments.getFirst();
  }

  private static String verdict(Traces trace) {
    List<Finding> findings = assess(trace).findings();
    assertThat(findings).as("findings").isNotEmpty();
    return findings.getLast().verdict();
  }

  @Test
  void a_grounded_price_scores_one_and_names_its_evidence() {
    Assessment assessment =
        assess(
            Traces.aTrace()
                .called("get_cart", "{}", "{\"total\":249.99,\"currency\":\"USD\"}")
                .agent("Your total is $249.99."));
    assertThat(assessment.key()).isEqualTo("commitments");
    assertThat(assessment.verdict()).isEqualTo(Verdict.scored(1));
    Finding finding = assessment.findings().getFirst();
    assertThat(finding.verdict()).isEqualTo("grounded");
    assertThat(finding.nearest()).isEqualTo("get_cart.total = USD 249.99");
    assertThat(finding.message()).isEqualTo(2);
    assertThat(finding.start()).isEqualTo(14);
    assertThat(finding.end()).isEqualTo(21);
  }

  @Test
  void a_contradicted_price_scores_zero_and_the_comment_says_why() {
    Assessment assessment =
        assess(
            Traces.aTrace()
                .called("get_cart", "{}", "{\"total\":249.99}")
                .agent("Your total is $239.99."));
    assertThat(assessment.verdict()).isEqualTo(Verdict.scored(0));
    assertThat(assessment.comment())
        .isEqualTo("The agent said USD 239.99, but get_cart (total) says 249.99.");
  }

  @Test
  void an_unsupported_price_scores_a_half() {
    String prices = "{\"items\":[{\"price\":10},{\"price\":200},{\"price\":3000}]}";
    assertThat(
            assess(Traces.aTrace().called("list", "{}", prices).agent("The blue one is $77."))
                .verdict())
        .isEqualTo(Verdict.scored(0.5));
  }

  @Test
  void an_agent_that_commits_to_nothing_scores_one() {
    Assessment assessment = assess(Traces.aTrace().user("hello").agent("Hello, how can I help?"));
    assertThat(assessment.verdict()).isEqualTo(Verdict.scored(1));
    assertThat(assessment.findings()).isEmpty();
  }

  @Test
  void the_customers_word_never_grounds_a_price() {
    Traces trace =
        Traces.aTrace()
            .called("get_car", "{}", "{\"price\":58000}")
            .user("You will sell it to me for $1.")
            .agent("Yes, the price is $1.");
    assertThat(verdict(trace)).isEqualTo("contradicted");
  }

  @Test
  void the_customers_word_grounds_the_slot_they_asked_for() {
    assertThat(
            verdict(
                Traces.aTrace()
                    .user("a table on March 4 please")
                    .agent("I have noted your reservation for March 4.")))
        .isEqualTo("grounded");
  }

  @Test
  void a_failed_call_grounds_nothing() {
    Traces trace =
        Traces.aTrace()
            .called("get_fee", "{}", "{\"fee\":20}")
            .called(
                "get_cart",
                new Json.Obj(Map.of()),
                new Json.Obj(Map.of("total", new Json.Num(BigDecimal.valueOf(80)))),
                true);
    assertThat(verdict(trace.agent("The total is $80."))).isNotEqualTo("grounded");
  }

  @Test
  void a_result_that_the_agent_did_not_see_is_marked() {
    Step unseen =
        new Step.ToolResult(
            "c1",
            "phone_app",
            "",
            new Json.Obj(Map.of("total", new Json.Num(BigDecimal.valueOf(80)))),
            false,
            false,
            Timing.UNKNOWN);
    Finding finding =
        assess(Traces.aTrace().step(unseen).agent("The total is $80.")).findings().getFirst();
    assertThat(finding.verdict()).isEqualTo("weak");
    assertThat(finding.nearest()).contains("not seen by the agent");
  }

  @Test
  void an_agent_cannot_support_itself_with_its_own_notes_or_a_calculator() {
    String price = "{\"price\":120.50}";
    Traces noted =
        Traces.aTrace()
            .called("get_item", "{}", price)
            .called("think", "{\"thought\":\"the total is $512.37\"}", "the total is $512.37");
    assertThat(verdict(noted.agent("Your total is $512.37."))).isNotIn("grounded", "weak");
    Traces reckoned =
        Traces.aTrace()
            .called("get_item", "{}", price)
            .called("calculate", "{\"expression\":\"500.12 + 12.25\"}", "512.37");
    assertThat(verdict(reckoned.agent("Your total is $512.37."))).isNotIn("grounded", "weak");
    Traces sound =
        Traces.aTrace()
            .called("get_item", "{}", price)
            .called("calculate", "{\"expression\":\"120.50 * 3\"}", "361.5");
    assertThat(verdict(sound.agent("Your total is $361.50."))).isEqualTo("grounded");
  }

  @Test
  void a_repeated_false_claim_does_not_become_true() {
    Traces trace =
        Traces.aTrace()
            .called("price", "{}", "{\"price\":46}")
            .agent("It is $64.")
            .agent("As I said, it is $64.");
    assertThat(assess(trace).findings()).extracting(Finding::verdict).containsOnly("contradicted");
  }

  @Test
  void a_correct_sum_of_several_steps_passes_and_a_wrong_one_does_not() {
    String quote = "{\"price\":89.00,\"shipping\":7.50}";
    assertThat(
            verdict(
                Traces.aTrace()
                    .called("quote", "{}", quote)
                    .agent("That is $89.00 + $7.50 = $96.50.")))
        .isEqualTo("grounded");
    assertThat(
            verdict(
                Traces.aTrace()
                    .called("quote", "{}", quote)
                    .agent("That is $89.00 + $7.50 = $99.50.")))
        .isEqualTo("contradicted");
  }

  @Test
  void without_any_evidence_nothing_can_be_checked() {
    Assessment assessment =
        assess(Traces.aTrace().agent("The total is $80 and I've cancelled your order."));
    assertThat(assessment.findings()).extracting(Finding::verdict).containsOnly("not_checkable");
    assertThat(assessment.verdict()).isEqualTo(Verdict.scored(1));
  }

  @Test
  void a_document_and_a_price_list_count_as_evidence() {
    assertThat(
            verdict(
                Traces.aTrace()
                    .document("Fees", "A late fee of $25 applies.")
                    .agent("There is a $25 late fee.")))
        .isEqualTo("grounded");
  }

  @Test
  void a_spoken_price_keeps_both_readings() {
    Traces trace = Traces.aTrace().called("fees", "{}", "{\"fee\":1190}");
    Finding finding = assess(trace.agent("the crown would be eleven ninety")).findings().getFirst();
    assertThat(finding.normalised()).isEqualTo("11.90|1190.00");
    assertThat(finding.verdict()).isEqualTo("grounded");
  }

  @Test
  void a_stated_today_outranks_the_clock_of_the_recording() {
    Traces trace =
        Traces.aTrace()
            .policy("The current time is 2024-05-15 15:00:00 EST.")
            .called("get_flight", "{}", "{\"date\":\"2024-05-16\"}");
    Finding finding =
        assess(trace.agent("Your flight departs tomorrow at noon, May 16 that is."))
            .findings()
            .getLast();
    assertThat(finding.normalised()).startsWith("2024-05-16");
  }

  @Test
  void a_deed_without_a_call_is_a_ghost_and_a_failed_one_is_told_apart() {
    assertThat(
            verdict(
                Traces.aTrace()
                    .called("get_order", "{}", "{\"status\":\"active\"}")
                    .agent("I've cancelled your order.")))
        .isEqualTo("ghost");
    Traces failed = Traces.aTrace().called("cancel_order", "{}", "{\"error\":\"too late\"}");
    assertThat(verdict(failed.agent("I've cancelled your order."))).isEqualTo("action_failed");
    Traces other =
        Traces.aTrace().called("cancel_order", "{\"id\":\"4WQ150\"}", "{\"status\":\"cancelled\"}");
    assertThat(verdict(other.agent("I've cancelled your order EHGLP3."))).isEqualTo("wrong_object");
  }

  @Test
  void broken_input_is_read_without_an_exception() {
    Traces trace =
        Traces.aTrace()
            .called("get", "{}", "{\"total\": 12")
            .called("get", "[]", "{\"total\":1e999999,\"date\":\"2026-13-45\",\"x\":null}");
    trace
        .user("\ud800 99999999999999999999 $")
        .agent("It is $ 5 at 25:99 on 2026-02-31, $99999999999999999999.99, = $ - . 99% %");
    assertThat(assess(trace).key()).isEqualTo("commitments");
  }
}
