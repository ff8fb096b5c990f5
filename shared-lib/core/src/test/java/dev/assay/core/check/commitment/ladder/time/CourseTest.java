package dev.assay.core.check.commitment.ladder.time;

import static dev.assay.core.check.commitment.Traces.aTrace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.check.commitment.CommitmentCheck;
import dev.assay.core.check.commitment.Traces;
import dev.assay.core.feedback.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CourseTest {
  private static final String TRIP =
      """
      {"trips": [{"carrier": "Skylark", "outbound_departure_time": "07:40",
        "outbound_arrival_time": "11:55", "inbound_departure_time": "16:20",
        "inbound_arrival_time": "20:35"}]}
      """;

  @Test
  void the_outbound_time_of_a_return_is_flagged() {
    Traces trace = trip().agent("Skylark takes you there. The return flight leaves at 7:40 am.");

    assertThat(verdict(trace, "7:40 am")).isIn("unsupported", "misattributed", "contradicted");
  }

  @Test
  void each_leg_at_its_own_time_is_grounded() {
    Traces trace =
        trip()
            .agent(
                "The outbound flight leaves at 7:40 am, and the return flight leaves at 4:20 pm.");

    assertThat(verdict(trace, "7:40 am")).isEqualTo("grounded");
    assertThat(verdict(trace, "4:20 pm")).isEqualTo("grounded");
  }

  @ParameterizedTest
  @CsvSource({
    "es-ES, El vuelo de vuelta sale a las 07:40., 07:40",
    "de-DE, Der Rückflug startet um 07:40 Uhr., 07:40 Uhr"
  })
  void legs_are_told_apart_in_other_languages(String locale, String said, String time) {
    Traces trace = trip().locale(locale).agent(said);

    assertThat(verdict(trace, time)).isNotEqualTo("grounded");
  }

  @Test
  void the_first_time_of_a_span_is_no_arrival() {
    Traces trace =
        aTrace()
            .called(
                "find_train",
                "{}",
                """
                [{"number": "RX204", "departure_time": "23:00", "arrival_time": "00:10"},
                 {"number": "RX310", "departure_time": "06:05", "arrival_time": "08:20"}]
                """)
            .agent("RX204 (00:10 – 00:10), RX310 (06:05 – 08:20)");

    assertThat(verdict(trace, "00:10")).isEqualTo("misattributed");
    assertThat(verdict(trace, "06:05")).isEqualTo("grounded");
    assertThat(verdict(trace, "08:20")).isEqualTo("grounded");
  }

  @ParameterizedTest
  @CsvSource({
    "Please confirm: a table for two at 7:30 pm., unsupported",
    "Please confirm: a table for two at 6:30 pm., grounded",
    "We are also open at 7:30 pm., not_checkable"
  })
  void a_time_asked_back_must_be_one_that_the_customer_named(String said, String verdict) {
    Traces trace = aTrace().user("A table for two at 6:30 pm, please").agent(said);

    assertThat(new CommitmentCheck().assess(trace.build()).getFirst().findings())
        .filteredOn(finding -> finding.text().endsWith("pm"))
        .extracting(Finding::verdict)
        .allMatch(verdict::equals);
  }

  private static Traces trip() {
    return aTrace().called("search_trips", "{\"to\": \"Porto\"}", TRIP);
  }

  private static String verdict(Traces trace, String text) {
    return new CommitmentCheck()
        .assess(trace.build()).getFirst().findings().stream()
            .filter(finding -> finding.text().equals(text))
            .map(Finding::verdict)
            .findFirst()
            .orElse("not found");
  }
}
