package dev.assay.core.check.commitment.ladder.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.check.commitment.CommitmentCheck;
import dev.assay.core.check.commitment.Traces;
import dev.assay.core.feedback.Finding;
import dev.assay.core.trace.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SpanLadderTest {
  private static List<Finding> findings(Traces trace) {
    Trace built = trace.build();
    int last = built.steps().size() - 1;
    return new CommitmentCheck()
        .assess(built).getFirst().findings().stream()
            .filter(finding -> finding.message() == last)
            .toList();
  }

  private static Finding only(Traces trace) {
    List<Finding> findings = findings(trace);
    assertThat(findings).hasSize(1);
    return findings.getFirst();
  }

  @Test
  void a_refund_twice_as_fast_as_the_policy_is_contradicted() {
    Finding finding =
        only(
            Traces.aTrace()
                .policy("Refunds are posted within 6 to 8 business days.")
                .agent("Your refund will be there within 3 business days."));
    assertThat(finding.normalised()).isEqualTo("<=P3BD");
    assertThat(finding.verdict()).isEqualTo("contradicted");
  }

  @Test
  void seven_calendar_days_are_less_than_seven_business_days_and_two_weeks_are_more() {
    String policy = "A refund takes 7 business days.";
    assertThat(only(Traces.aTrace().policy(policy).agent("The refund takes 7 days.")).verdict())
        .isEqualTo("contradicted");
    assertThat(only(Traces.aTrace().policy(policy).agent("The refund takes two weeks.")).verdict())
        .isEqualTo("grounded");
  }

  @Test
  void a_range_that_begins_earlier_than_the_policy_is_flagged() {
    Finding finding =
        only(
            Traces.aTrace()
                .policy("Repairs take 4 to 6 days.")
                .agent("The repair takes 2 to 6 days."));
    assertThat(finding.verdict()).isEqualTo("contradicted");
  }

  @Test
  void of_several_processes_the_one_that_is_named_decides() {
    String policy = "Refunds take 10 days. Standard shipping takes 3 days.";
    assertThat(only(Traces.aTrace().policy(policy).agent("Shipping takes 3 days.")).verdict())
        .isEqualTo("grounded");
    assertThat(only(Traces.aTrace().policy(policy).agent("The refund takes 3 days.")).verdict())
        .isEqualTo("contradicted");
  }

  @Test
  void the_key_of_a_result_tells_the_unit_and_the_process() {
    Traces trace = Traces.aTrace().called("open_case", "{}", "{\"id\":\"K7\",\"sla_hours\":48}");
    Finding finding = only(trace.agent("Somebody will respond within 24 hours."));
    assertThat(finding.verdict()).isEqualTo("contradicted");
    assertThat(finding.nearest()).isEqualTo("open_case.sla_hours = <=PT48H");
  }

  @Test
  void a_recorded_day_of_delivery_bounds_a_promised_duration() {
    String eta = "{\"estimated_delivery\":\"2026-03-03\"}";
    assertThat(
            only(Traces.aTrace()
                    .called("track", "{}", eta)
                    .agent("Your parcel will be delivered within 3 days."))
                .verdict())
        .isEqualTo("contradicted");
    assertThat(
            only(Traces.aTrace()
                    .called("track", "{}", eta)
                    .agent("Your parcel will be delivered within 8 days."))
                .verdict())
        .isEqualTo("grounded");
  }

  @Test
  void without_any_recorded_duration_nothing_is_flagged() {
    assertThat(only(Traces.aTrace().agent("The refund takes 5 days.")).verdict())
        .isEqualTo("not_checkable");
  }

  @Test
  void the_end_of_a_process_may_be_promised_later_and_not_earlier() {
    String policy = "Processing takes 2 business days.";
    assertThat(
            only(Traces.aTrace()
                    .policy(policy)
                    .agent("Processing will be completed by Friday, February 27."))
                .verdict())
        .isEqualTo("grounded");
    assertThat(
            only(Traces.aTrace()
                    .policy(policy)
                    .agent("Processing will be completed by Thursday, February 26."))
                .verdict())
        .isEqualTo("contradicted");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          de | Lieferungen dauern 3-5 Werktage. | Die Lieferung dauert zwei Werktage. | contradicted
          de | Lieferungen dauern 3-5 Werktage. | Die Lieferung dauert drei bis fünf Werktage. | grounded
          es | Los reembolsos tardan 5 días hábiles. | Recibirá el reembolso en 2 días hábiles. | contradicted
          es | Los reembolsos tardan 5 días hábiles. | El reembolso tarda una semana. | grounded
          fr | Le remboursement prend 5 jours ouvrés. | Le remboursement arrive sous 48 heures. | contradicted
          fr | Le remboursement prend 5 jours ouvrés. | Le remboursement prend 5 jours ouvrés. | grounded
          it | Il rimborso richiede 5 giorni lavorativi. | Il rimborso arriva entro 2 giorni. | contradicted
          pt | O reembolso leva 5 dias úteis. | O reembolso leva 2 dias úteis. | contradicted
          """)
  void weaker_promises_are_entailed_and_stronger_ones_are_not_in_every_language(
      String language, String policy, String said, String verdict) {
    assertThat(only(Traces.aTrace().locale(language).policy(policy).agent(said)).verdict())
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Please hold on for two minutes while I look.",
        "It was booked more than 48 hours ago.",
        "The flight takes 5 hours and 30 minutes.",
        "The battery lasts 12 hours.",
        "The guarantee is valid for 2 years.",
        "We are open 24 hours a day.",
        "You may cancel it within 24 hours of booking.",
        "Under the 24-hour cancellation policy nothing is due.",
        "It arrives at 00:10 (+1 day)."
      })
  void lengths_of_time_that_promise_no_process_are_no_sla(String said) {
    assertThat(findings(Traces.aTrace().policy("Refunds take 5 to 7 business days.").agent(said)))
        .noneMatch(finding -> finding.type().equals("SLA"));
  }
}
