package dev.assay.core.check.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.feedback.Finding;
import dev.assay.core.trace.Json;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.Timing;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tools, senders and clocks get wrong: a stated verdict, never an exception. */
final class BadInputTest {
  private static List<String> verdicts(Traces trace, String said) {
    return new CommitmentCheck()
        .assess(trace.agent(said).build()).getFirst().findings().stream()
            .map(Finding::verdict)
            .toList();
  }

  private static Traces returned(Json result) {
    return Traces.aTrace().called("get_order", new Json.Obj(Map.of()), result, false);
  }

  private static Traces returned(String member, String number) {
    return returned(new Json.Obj(Map.of(member, new Json.Num(new BigDecimal(number)))));
  }

  @Test
  void a_result_that_is_no_json_is_read_as_the_text_it_is() {
    Traces trace = Traces.aTrace().called("get_order", "{}", "<b>Total</b>: $12.50");
    assertThat(verdicts(trace, "Your total is $12.50.")).containsExactly("grounded");
  }

  @Test
  void a_result_cut_short_still_shows_the_amounts_it_got_to() {
    Traces trace = Traces.aTrace().called("get_order", "{}", "{\"total\": \"$12.50\", \"tax\": 1.");
    assertThat(verdicts(trace, "Your total is $12.50.")).containsExactly("grounded");
  }

  @Test
  void a_result_cut_short_before_any_amount_leaves_nothing_to_compare_with() {
    Traces trace = Traces.aTrace().called("get_order", "{}", "{\"total");
    assertThat(verdicts(trace, "Your total is $12.50.")).containsExactly("not_checkable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e400",
        "-1e400",
        "1e-400",
        "1E+2147483647",
        "1E-2147483647",
        "99999999999999999"
      })
  void a_number_beyond_all_amounts_is_no_evidence(String number) {
    assertThat(verdicts(returned("total", number), "Your total is $12.50."))
        .containsExactly("not_checkable");
  }

  @Test
  void a_number_of_four_hundred_digits_is_no_evidence() {
    assertThat(verdicts(returned("total", "9".repeat(400)), "Your total is $12.50."))
        .containsExactly("not_checkable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "about $98613800k",
        "about nine hundred ninety nine trillion dollars",
        "about 900000000 billion dollars",
        "about half a trillion trillion dollars"
      })
  void an_amount_beyond_all_amounts_never_turns_into_a_small_or_negative_one(String amount) {
    List<Finding> findings =
        new CommitmentCheck()
            .assess(Traces.aTrace().policy("The fee is $9.").agent("It is " + amount + ".").build())
            .getFirst()
            .findings();
    assertThat(findings)
        .allSatisfy(finding -> assertThat(finding.normalised()).doesNotContain("-"));
  }

  @Test
  void an_identifier_with_a_huge_exponent_is_not_written_out() {
    assertThat(verdicts(returned("order_id", "1E+2147483647"), "Your total is $12.50."))
        .containsExactly("not_checkable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-30", "0000-00-00", "31.04.2026", "99/99/2026", "2026-13-01"})
  void a_day_that_no_calendar_has_is_no_evidence(String day) {
    Traces trace = returned(new Json.Obj(Map.of("departure", new Json.Text(day))));
    assertThat(verdicts(trace, "Your flight departs on March 2, 2026."))
        .containsExactly("not_checkable");
  }

  @Test
  void an_agent_who_names_an_impossible_day_names_none() {
    Traces trace = returned(new Json.Obj(Map.of("departure", new Json.Text("2026-03-02"))));
    assertThat(verdicts(trace, "Your flight departs on February 30, 2026.")).isEmpty();
  }

  @Test
  void an_unknown_zone_behind_a_time_does_not_hide_the_time() {
    Traces trace =
        returned(
            new Json.Obj(Map.of("departure", new Json.Text("2026-03-02T14:30:00 Mars/Phobos"))));
    assertThat(verdicts(trace, "Your flight departs on March 2 at 2:30 pm."))
        .containsExactly("grounded");
  }

  @Test
  void an_amount_in_another_currency_is_not_grounded() {
    Traces trace =
        returned(
            new Json.Obj(
                Map.of(
                    "total",
                    new Json.Num(new BigDecimal("12.50")),
                    "currency",
                    new Json.Text("EUR"))));
    assertThat(verdicts(trace, "Your total is £12.50.")).containsExactly("contradicted");
  }

  @Test
  void a_currency_nobody_knows_leaves_the_amount_readable() {
    Traces trace =
        returned(
            new Json.Obj(
                Map.of(
                    "total",
                    new Json.Num(new BigDecimal("12.50")),
                    "currency",
                    new Json.Text("???"))));
    assertThat(verdicts(trace, "Your total is 12.50.")).isEmpty();
  }

  @Test
  void a_result_of_a_call_that_nobody_made_is_evidence_all_the_same() {
    Traces trace =
        Traces.aTrace()
            .step(
                new Step.ToolResult(
                    null, null, "12.50", new Json.Text("$12.50"), false, true, Timing.UNKNOWN));
    assertThat(verdicts(trace, "Your total is $12.50.")).containsExactly("grounded");
  }

  @Test
  void a_language_nobody_has_a_lexicon_for_is_read_as_english() {
    Traces trace = Traces.aTrace().locale("tlh").policy("The fee is $9.");
    assertThat(verdicts(trace, "The fee is $9.")).containsExactly("grounded");
  }
}
