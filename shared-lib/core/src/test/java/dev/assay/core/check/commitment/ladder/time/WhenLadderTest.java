package dev.assay.core.check.commitment.ladder.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.check.commitment.CommitmentCheck;
import dev.assay.core.check.commitment.Traces;
import dev.assay.core.feedback.Finding;
import dev.assay.core.trace.Trace;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WhenLadderTest {
  private static final String FLIGHTS =
      """
      [{"flight":"KX10","date":"2026-05-17","departure_time":"09:15","arrival_time":"11:40"},
       {"flight":"KX20","date":"2026-05-18","departure_time":"13:05","arrival_time":"15:30"},
       {"flight":"KX30","date":"2026-05-19","departure_time":"23:20","arrival_time":"00:50"}]
      """;

  private static List<Finding> findings(Traces trace) {
    Trace built = trace.build();
    int last = built.steps().size() - 1;
    return new CommitmentCheck()
        .assess(built).getFirst().findings().stream()
            .filter(finding -> finding.message() == last)
            .filter(finding -> !finding.type().equals("ACTION"))
            .toList();
  }

  private static String verdict(Traces trace) {
    List<Finding> findings = findings(trace);
    assertThat(findings).hasSize(1);
    return findings.getFirst().verdict();
  }

  private static Traces flights() {
    return Traces.aTrace().called("find_flights", "{}", FLIGHTS);
  }

  @Test
  void a_time_beside_a_flight_must_be_one_of_that_flight() {
    assertThat(verdict(flights().agent("Flight KX10 departs at 9:15 AM."))).isEqualTo("grounded");
    assertThat(verdict(flights().agent("Flight KX10 departs at 1:05 PM.")))
        .isEqualTo("misattributed");
    assertThat(verdict(flights().agent("Flight KX10 departs at 9:25 AM.")))
        .isEqualTo("contradicted");
  }

  @Test
  void a_departure_is_no_arrival() {
    assertThat(verdict(flights().agent("Flight KX10 departs at 11:40 AM.")))
        .isEqualTo("misattributed");
  }

  @Test
  void a_date_and_a_time_are_of_one_record() {
    assertThat(verdict(flights().agent("There is one flight on May 18 at 1:05 PM.")))
        .isEqualTo("grounded");
    assertThat(verdict(flights().agent("There is one flight on May 18 at 9:15 AM.")))
        .isEqualTo("unsupported");
  }

  @Test
  void in_a_list_the_line_above_says_what_is_spoken_of() {
    String list = "Your options:\n\n1. Flight KX20\n   - Date: May 17\n";
    assertThat(verdict(flights().agent(list))).isEqualTo("misattributed");
    assertThat(verdict(flights().agent(list.replace("17", "18")))).isEqualTo("grounded");
  }

  @Test
  void what_lands_after_midnight_lands_a_day_later() {
    assertThat(verdict(flights().agent("Flight KX30: arrival on May 20 at 12:50 AM.")))
        .isEqualTo("grounded");
    assertThat(verdict(flights().agent("Flight KX30: departure on May 20 at 11:20 PM.")))
        .isEqualTo("contradicted");
  }

  @Test
  void programs_write_times_of_24_hours() {
    assertThat(verdict(flights().agent("Flight KX10 arrives at 11:40 PM.")))
        .isEqualTo("contradicted");
  }

  @Test
  void what_a_later_result_replaced_is_stale_unless_it_is_told_as_former() {
    Traces moved =
        Traces.aTrace()
            .called("get_visit", "{}", "{\"id\":\"V1\",\"start\":\"2026-03-05T14:00\"}")
            .called("move_visit", "{}", "{\"id\":\"V1\",\"start\":\"2026-03-06T10:00\"}");
    assertThat(verdict(moved.agent("Your visit V1 is on March 5 at 2 PM."))).isEqualTo("stale");
    assertThat(findings(moved.agent("Visit V1 went from March 5 at 2 PM to March 6 at 10 AM.")))
        .extracting(Finding::verdict)
        .containsOnly("grounded");
  }

  @Test
  void a_wish_does_not_change_what_is_recorded_of_the_thing_named() {
    Traces asked =
        Traces.aTrace()
            .called("get_visit", "{}", "{\"id\":\"V1\",\"start\":\"2026-03-05T14:00\"}")
            .user("Isn't it at 4 PM?");
    assertThat(verdict(asked.agent("Yes, visit V1 is at 4 PM."))).isEqualTo("contradicted");
  }

  @Test
  void the_day_after_a_recorded_one_is_derived_only_where_it_was_spoken_of() {
    String booked = "{\"stays\":[{\"checkin\":\"2026-03-05\"},{\"checkin\":\"2026-04-09\"}]}";
    Traces plain = Traces.aTrace().called("get_stays", "{}", booked);
    assertThat(verdict(plain.agent("I can look for a reservation on March 6.")))
        .isEqualTo("contradicted");
    Traces asked = Traces.aTrace().called("get_stays", "{}", booked).user("One day later please.");
    assertThat(verdict(asked.agent("I can look for a reservation on March 6.")))
        .isEqualTo("grounded");
  }

  @Test
  void both_ends_of_a_range_of_days_are_held_against_the_record() {
    Traces stay =
        Traces.aTrace().called("get_stay", "{}", "{\"from\":\"2026-05-17\",\"to\":\"2026-05-20\"}");
    assertThat(findings(stay.agent("Your reservation is from May 17 to 21.")))
        .extracting(Finding::verdict)
        .containsExactly("grounded", "contradicted");
  }

  @ParameterizedTest
  @CsvSource({
    "2 PM Eastern,grounded",
    "11 AM Pacific,grounded",
    "7 PM UTC,grounded",
    "2 PM Pacific,contradicted"
  })
  void spoken_zones_compare_instants(String time, String verdict) {
    Traces trace =
        Traces.aTrace()
            .at(Instant.parse("2026-02-25T15:00:00Z"), ZoneId.of("America/New_York"))
            .called("get_visit", "{}", "{\"id\":\"V1\",\"start\":\"2026-03-05T14:00:00-05:00\"}");
    assertThat(verdict(trace.agent("Your visit V1 is on March 5 at " + time + ".")))
        .isEqualTo(verdict);
  }

  @Test
  void a_time_stamp_is_read_in_the_zone_of_the_conversation() {
    Traces trace =
        Traces.aTrace()
            .at(Instant.parse("2026-02-25T15:00:00Z"), ZoneId.of("Europe/Berlin"))
            .called("get_visit", "{}", "{\"id\":\"V1\",\"start\":\"2026-03-05T13:00:00Z\"}");
    assertThat(verdict(trace.agent("Your visit V1 is on March 5 at 14:00."))).isEqualTo("grounded");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          de | Ihr Termin ist übermorgen um 14 Uhr. | grounded
          de | Ihr Termin ist am 27. Februar um 15 Uhr. | contradicted
          es | Su cita es pasado mañana a las 2 de la tarde. | grounded
          es | Su cita es el 27 de febrero a las 3 de la tarde. | contradicted
          fr | Votre rendez-vous est après-demain à 14 h. | grounded
          fr | Votre rendez-vous est le 27 février à 15 h. | contradicted
          it | Il suo appuntamento è il 27 febbraio alle 15. | contradicted
          pt | A sua consulta é no dia 27 de fevereiro às 15 horas. | contradicted
          en | Your appointment is the day after tomorrow at 2 pm. | grounded
          """)
  void days_and_times_are_held_against_the_record_in_every_language(
      String language, String said, String verdict) {
    Traces trace =
        Traces.aTrace()
            .locale(language)
            .called("calendar", "{}", "{\"start\":\"2026-02-27T14:00\"}");
    assertThat(verdict(trace.agent(said))).isEqualTo(verdict);
  }
}
