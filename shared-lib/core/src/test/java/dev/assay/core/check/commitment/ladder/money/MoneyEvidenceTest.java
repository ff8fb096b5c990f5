package dev.assay.core.check.commitment.ladder.money;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.check.commitment.CommitmentCheck;
import dev.assay.core.check.commitment.Traces;
import dev.assay.core.feedback.Finding;
import dev.assay.core.trace.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose amount it is, whether it still holds, and what it may be reckoned from. */
final class MoneyEvidenceTest {
  private static final String SEATS =
      "[{\"seat\":\"14C\",\"price\":25},{\"seat\":\"15A\",\"price\":40},{\"seat\":\"2F\",\"price\":65}]";
  private static final String TRIPS =
      "[{\"train\":\"RX201\",\"fares\":{\"standard\":80,\"first\":190}},"
          + "{\"train\":\"RX305\",\"fares\":{\"standard\":95,\"first\":220}},"
          + "{\"train\":\"RX417\",\"fares\":{\"standard\":104,\"first\":260}}]";

  private static List<Finding> findings(Traces trace) {
    return new CommitmentCheck().assess(trace.build()).getFirst().findings();
  }

  private static String last(Traces trace) {
    return findings(trace).getLast().verdict();
  }

  private static Traces seats() {
    return Traces.aTrace().called("seat_map", "{}", SEATS);
  }

  private static Traces trips() {
    return Traces.aTrace().called("search", "{\"day\":\"2026-03-01\"}", TRIPS);
  }

  @Test
  void a_price_of_another_seat_is_misattributed_and_the_own_price_is_shown() {
    List<Finding> findings = findings(seats().agent("Seat 14C is $40 and seat 15A is $25."));
    assertThat(findings).extracting(Finding::verdict).containsOnly("misattributed");
    assertThat(findings.getFirst().nearest()).isEqualTo("seat_map.price = 25.00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | Platz 14C kostet 40 $.",
        "es | El asiento 14C cuesta 40 $.",
        "fr | Le siège 14C coûte 40 $.",
        "it | Il posto 14C costa 40 $.",
        "pt | O assento 14C custa 40 $."
      })
  void so_it_is_in_other_languages(String language, String words) {
    assertThat(last(seats().locale(language).agent(words))).isEqualTo("misattributed");
    assertThat(last(seats().locale(language).agent(words.replace("40", "25"))))
        .isEqualTo("grounded");
  }

  @Test
  void a_row_of_a_table_names_the_thing_and_its_header_the_kind() {
    String header = "| Train | Standard | First |\n|---|---|---|\n";
    assertThat(findings(trips().agent(header + "| RX201 | $80 | $190 |\n| RX305 | $95 | $220 |")))
        .extracting(Finding::verdict)
        .containsOnly("grounded");
    assertThat(last(trips().agent(header + "| RX201 | $80 | $220 |"))).isEqualTo("misattributed");
    assertThat(last(trips().agent(header + "| RX201 | $190 |"))).isEqualTo("misattributed");
  }

  @Test
  void the_item_of_a_list_names_what_its_lines_are_about() {
    String list = "1. **RX201**\n   - Departs: morning\n   - Standard: $80\n";
    assertThat(last(trips().agent(list))).isEqualTo("grounded");
    assertThat(last(trips().agent(list.replace("$80", "$95")))).isEqualTo("misattributed");
  }

  @Test
  void a_plan_of_the_policy_has_its_own_price() {
    Traces trace = Traces.aTrace().policy("Basic is $19 per month, Pro is $49 per month.");
    assertThat(last(trace.agent("The Pro plan costs $19 per month."))).isEqualTo("misattributed");
    Traces right = Traces.aTrace().policy("Basic is $19 per month, Pro is $49 per month.");
    assertThat(last(right.agent("The Pro plan costs $49 per month."))).isEqualTo("grounded");
  }

  @Test
  void where_nothing_or_several_things_are_named_nobody_is_accused() {
    assertThat(last(seats().agent("I have one seat for $40."))).isEqualTo("grounded");
    assertThat(last(seats().agent("Seats 14C or 15A start with $40."))).isEqualTo("grounded");
  }

  @Test
  void an_invented_amount_for_a_named_thing_is_contradicted_by_its_own() {
    Finding finding = findings(trips().agent("RX305 in standard is $99.")).getLast();
    assertThat(finding.verdict()).isEqualTo("contradicted");
    assertThat(finding.nearest()).isEqualTo("search.standard = 95.00");
  }

  @Test
  void an_older_balance_is_stale_unless_told_as_past() {
    String asked = "{\"account\":\"A1\"}";
    Traces trace =
        Traces.aTrace()
            .called("get_balance", asked, "{\"balance\":80}")
            .called("get_balance", asked, "{\"balance\":50}");
    assertThat(last(trace.agent("Your balance is $80."))).isEqualTo("stale");
    assertThat(last(trace.agent("Your balance was $80 before."))).isEqualTo("grounded");
    assertThat(last(trace.agent("Your balance is $50."))).isEqualTo("grounded");
  }

  @Test
  void the_same_question_about_another_account_makes_nothing_stale() {
    Traces trace =
        Traces.aTrace()
            .called("get_balance", "{\"account\":\"A1\"}", "{\"balance\":80}")
            .called("get_balance", "{\"account\":\"B2\"}", "{\"balance\":50}");
    assertThat(last(trace.agent("That balance is $80."))).isEqualTo("grounded");
  }

  @Test
  void an_equation_that_does_not_hold_is_contradicted_by_its_result() {
    Traces trace =
        Traces.aTrace().called("quote", "{}", "{\"price\":89.00,\"shipping\":7.50,\"tip\":12.25}");
    Finding finding = findings(trace.agent("It comes to $89.00 + $7.50 = $99.50.")).getLast();
    assertThat(finding.verdict()).isEqualTo("contradicted");
    assertThat(finding.nearest()).isEqualTo("89.00 + 7.50 = 96.50");
  }

  @Test
  void of_a_wrong_equation_the_term_that_another_record_would_mend_is_contradicted() {
    assertThat(findings(trips().agent("The fares: $95 + $104 = $184 in all.")))
        .extracting(Finding::verdict)
        .contains("contradicted");
  }

  @Test
  void sums_of_what_is_named_and_remainders_pass_and_wrong_ones_do_not() {
    assertThat(last(trips().agent("RX201 and RX417 in standard come to $184 in total.")))
        .isEqualTo("grounded");
    assertThat(last(trips().agent("RX201 and RX417 in standard come to $194 in total.")))
        .isIn("contradicted", "unsupported");
    assertThat(
            last(
                trips().agent("Of the $260 first fare, $190 is on your card, leaving $70 to pay.")))
        .isEqualTo("grounded");
  }

  @Test
  void among_many_recorded_amounts_a_round_amount_is_not_proved_by_some_pair() {
    List<Json> items = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      items.add(new Json.Obj(Map.of("price", new Json.Num(BigDecimal.valueOf(40 + 7L * i)))));
    }
    Traces trace =
        Traces.aTrace().called("list", new Json.Obj(Map.of()), new Json.Arr(items), false);
    assertThat(last(trace.agent("In total that is $300."))).isIn("unsupported", "contradicted");
  }

  @Test
  void a_rate_and_a_recorded_count_make_an_amount() {
    Traces trace =
        Traces.aTrace().policy("100 points = $1.00.").called("loyalty", "{}", "{\"points\":5200}");
    assertThat(last(trace.agent("Your points are worth $52.00."))).isEqualTo("grounded");
    assertThat(last(trace.agent("Your points are worth $55.00."))).isNotEqualTo("grounded");
  }

  @Test
  void a_year_of_a_monthly_price_passes() {
    Traces trace = Traces.aTrace().called("plan", "{}", "{\"price\":15}");
    assertThat(last(trace.agent("That makes $180 a year."))).isEqualTo("grounded");
    assertThat(last(trace.agent("That makes $190 a year."))).isNotEqualTo("grounded");
  }

  @Test
  void cents_under_keys_that_say_so_and_of_payment_services_count_as_such() {
    assertThat(
            last(
                Traces.aTrace()
                    .called("charge", "{}", "{\"amount_cents\":4210}")
                    .agent("The total is $42.10.")))
        .isEqualTo("grounded");
    assertThat(
            last(
                Traces.aTrace()
                    .called("charge", "{}", "{\"amount\":4210,\"currency\":\"usd\"}")
                    .agent("The total is $42.10.")))
        .isEqualTo("grounded");
    assertThat(
            last(
                Traces.aTrace()
                    .called("cart", "{}", "{\"total\":4210}")
                    .agent("The total is $42.10.")))
        .isNotEqualTo("grounded");
  }

  @Test
  void what_binary_arithmetic_leaves_is_rounded_to_the_cent() {
    assertThat(
            last(
                Traces.aTrace()
                    .called("refund", "{}", "{\"amount\":12.879999999999995}")
                    .agent("You get a refund of $12.88.")))
        .isEqualTo("grounded");
  }

  @Test
  void a_sum_of_small_made_up_numbers_proves_nothing() {
    Traces trace =
        Traces.aTrace()
            .called("cart", "{}", "{\"total\":100}")
            .called("calculate", "{\"expression\":\"100 + 20\"}", "120");
    assertThat(last(trace.agent("The total is $120."))).isNotIn("grounded", "weak");
  }

  @Test
  void fifty_thousand_owners_and_many_claims_stay_quick() {
    List<Json> items = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      Map<String, Json> item =
          Map.of(
              "name", new Json.Text("part X" + i + " of the set"),
              "price", new Json.Num(BigDecimal.valueOf(100 + 3L * i)));
      items.add(new Json.Obj(item));
    }
    Traces trace =
        Traces.aTrace().called("list", new Json.Obj(Map.of()), new Json.Arr(items), false);
    trace.agent("Part X7 is $121. ".repeat(2_000));
    assertThat(findings(trace)).extracting(Finding::verdict).contains("grounded");
    assertThat(last(trace.agent("Part X7 is $124."))).isEqualTo("misattributed");
  }
}
