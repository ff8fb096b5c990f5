package dev.assay.core.check.commitment.ladder;

import static dev.assay.core.check.commitment.Traces.aTrace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.check.commitment.CommitmentCheck;
import dev.assay.core.check.commitment.Traces;
import dev.assay.core.feedback.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CompanyTest {
  private static final String SAILINGS =
      """
      {"sailings": [
        {"line": "Nordsee", "departure_time": "09:30", "fare": 86, "stops": 0},
        {"line": "Nordsee", "departure_time": "12:20", "fare": 89, "stops": 1},
        {"line": "Baltica", "departure_time": "17:45", "fare": 120, "stops": 0}]}
      """;

  @Test
  void the_fare_of_another_departure_is_misattributed() {
    Traces trace = sailings().agent("I found a Nordsee ferry at 9:30 am. It will cost you $89.");

    assertThat(verdict(trace, "$89")).isEqualTo("misattributed");
  }

  @Test
  void the_departure_of_another_fare_is_misattributed() {
    Traces trace = sailings().agent("There is a Nordsee ferry at 12:20 pm and the fare is $86.");

    assertThat(verdict(trace, "12:20 pm")).isEqualTo("misattributed");
  }

  @Test
  void values_of_one_record_are_fine_beside_another_pair() {
    Traces trace =
        sailings().agent("Nordsee sails at 9:30 am for $86, or at 12:20 pm for $89, your choice.");

    assertThat(findings(trace)).extracting(Finding::verdict).containsOnly("grounded");
  }

  @Test
  void a_time_that_nobody_recorded_tells_nothing_of_the_fare_beside_it() {
    Traces trace = sailings().agent("If you can be there by 8:15 am, the Baltica is $120.");

    assertThat(verdict(trace, "$120")).isEqualTo("grounded");
  }

  @Test
  void the_price_before_a_change_is_not_held_against_the_one_after_it() {
    Traces trace =
        aTrace()
            .called("get_plan", "{\"id\": 4}", "{\"rate\": 10.49, \"next_visit\": \"2026-03-09\"}")
            .called("set_plan", "{\"id\": 4, \"rooms\": 2}", "{\"rate\": 9.49}")
            .agent("Your plan is $9.49 a visit now, and the visit of March 9 still stands.");

    assertThat(verdict(trace, "$9.49")).isEqualTo("grounded");
  }

  @Test
  void a_price_is_another_things_where_the_named_one_has_several_others() {
    Traces trace =
        aTrace()
            .called(
                "list_stock",
                "{}",
                """
                {"items": [
                  {"name": "Espresso machine", "price": 215.40},
                  {"name": "Espresso machine", "price": 238.90},
                  {"name": "Garden hose", "price": 31.75}]}
                """)
            .agent("The espresso machine is $31.75.");

    assertThat(verdict(trace, "$31.75")).isEqualTo("misattributed");
  }

  @Test
  void words_of_several_lines_name_a_price_together() {
    Traces trace =
        aTrace()
            .called(
                "list_stock",
                "{}",
                """
                {"items": [
                  {"sku": "55120078", "finish": "matt", "shade": "olive", "price": 48.02},
                  {"sku": "55120079", "finish": "gloss", "shade": "olive", "price": 52.79}]}
                """)
            .agent(
                """
                1. Item: 55120078
                   - Finish: matt
                   - Shade: olive
                   - Price: $52.79\
                """);

    assertThat(verdict(trace, "$52.79")).isEqualTo("misattributed");
  }

  private static Traces sailings() {
    return aTrace().called("find_sailings", "{\"port\": \"Kiel\"}", SAILINGS);
  }

  private static List<Finding> findings(Traces trace) {
    return new CommitmentCheck().assess(trace.build()).getFirst().findings();
  }

  private static String verdict(Traces trace, String text) {
    return findings(trace).stream()
        .filter(finding -> finding.text().equals(text))
        .map(Finding::verdict)
        .findFirst()
        .orElse("not found");
  }
}
