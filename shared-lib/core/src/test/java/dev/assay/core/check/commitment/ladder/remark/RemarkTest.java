package dev.assay.core.check.commitment.ladder.remark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.check.commitment.CommitmentCheck;
import dev.assay.core.check.commitment.Traces;
import dev.assay.core.feedback.Finding;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.Timing;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Claims about recorded facts that quote no value. The day is 25 February 2026, 10:00 UTC. */
final class RemarkTest {
  private static final String NOW = "The current time is 2026-02-25 10:00:00.";

  private static Traces shop() {
    return Traces.aTrace()
        .policy(NOW)
        .called(
            "get_order",
            "{\"order_id\":\"A-771\"}",
            """
            {"order_id":"A-771","status":"delivered","created_at":"2026-01-20T08:00:00",
             "delivered_at":"2026-02-24T07:00:00","paid_on":"2026-01-21"}
            """);
  }

  private static List<String> alerts(Traces trace) {
    return new CommitmentCheck()
        .assess(trace.build()).getFirst().findings().stream()
            .filter(finding -> finding.verdict().equals("contradicted"))
            .map(Finding::normalised)
            .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Since your order was placed within the last 24 hours, it can be cancelled. | <PT24H ago",
        "Your order was delivered more than 30 days ago, so it is too late. | >P30D ago",
        "It's been over two weeks since delivery. | >P2W ago",
        "The order was placed two days ago. | P2D ago",
        "Your order was not placed more than 24 hours ago. | <=PT24H ago",
        "Delivered within the last 24 hours: **No** | <PT24H ago",
        "Eligibility: placed in the last 7 days: Yes | <P7D ago",
        "The parcel was delivered on February 24, 2026 (10 days ago). | P10D ago",
      })
  void an_elapsed_time_that_the_record_refutes_is_contradicted(String said, String form) {
    boolean right = said.contains("No**");
    assertThat(alerts(shop().agent(said))).isEqualTo(right ? List.of() : List.of(form));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Your order was placed more than 24 hours ago.",
        "Your order was placed 36 days ago.",
        "Your order was placed about five weeks ago.",
        "The order was delivered within the last 48 hours.",
        "The order was paid more than a month ago.",
        "Orders can be cancelled if they were placed within the last 24 hours.",
        "Was it placed within the last 24 hours?",
        "Orders placed within the last 24 hours can be cancelled.",
        "If your order was placed within the last 24 hours, I can cancel it.",
        "I can cancel it unless it was placed more than 90 days ago and was opened.",
        """
        An order may be cancelled only if:
        - it was placed within the last 24 hours
        - it is unopened\
        """,
        "Please confirm whether it was placed within the last 24 hours.",
        "You mentioned that it was delivered 20 days ago.",
        "You can cancel within 24 hours of placing the order.",
      })
  void what_is_right_or_a_rule_or_a_question_is_no_alert(String said) {
    assertThat(alerts(shop().agent(said))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "es | Su pedido fue entregado hace más de 30 días. | >P30D ago",
        "es | El pedido fue entregado hace diez días. | P10D ago",
        "de | Ihre Bestellung wurde vor mehr als 90 Tagen aufgegeben. | >P90D ago",
        "de | Die Bestellung wurde in den letzten 24 Stunden aufgegeben. | <PT24H ago",
        "fr | Votre colis a été livré il y a plus de 30 jours. | >P30D ago",
        "fr | La commande a été passée au cours des 24 dernières heures. | <PT24H ago",
      })
  void elapsed_times_are_read_in_other_languages(String locale, String said, String form) {
    assertThat(alerts(shop().locale(locale).agent(said))).containsExactly(form);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "es | Su pedido fue entregado hace menos de 48 horas.",
        "es | Si el pedido fue entregado hace más de 30 días, no se puede devolver.",
        "de | Ihre Bestellung wurde vor mehr als 24 Stunden aufgegeben.",
        "de | Wenn die Bestellung vor mehr als 90 Tagen aufgegeben wurde, geht es nicht.",
        "fr | Votre colis a été livré il y a moins de 48 heures.",
        "fr | Si la commande a été livrée il y a plus de 30 jours, c'est trop tard.",
      })
  void right_statements_and_conditions_of_other_languages_are_no_alert(String locale, String said) {
    assertThat(alerts(shop().locale(locale).agent(said))).isEmpty();
  }

  @Test
  void of_several_bookings_the_one_named_counts() {
    Traces trace =
        Traces.aTrace()
            .policy(NOW)
            .called(
                "get_booking", "{}", "{\"booking_id\":\"QX11\",\"booked_at\":\"2026-02-25T08:00\"}")
            .called(
                "get_booking", "{}", "{\"booking_id\":\"QX22\",\"booked_at\":\"2026-02-10T08:00\"}")
            .agent(
                "Booking QX11 was made within the last 24 hours. QX22 was booked within the last 24"
                    + " hours.");
    assertThat(alerts(trace)).hasSize(1);
  }

  @Test
  void without_a_name_any_record_that_fits_is_enough() {
    Traces trace =
        Traces.aTrace()
            .policy(NOW)
            .called(
                "get_booking", "{}", "{\"booking_id\":\"QX11\",\"booked_at\":\"2026-02-25T08:00\"}")
            .called(
                "get_booking", "{}", "{\"booking_id\":\"QX22\",\"booked_at\":\"2026-02-10T08:00\"}")
            .agent("Your booking was made within the last 24 hours.");
    assertThat(alerts(trace)).isEmpty();
  }

  @Test
  void a_day_without_a_time_contradicts_only_what_no_time_of_it_can_make_true() {
    String record = "{\"order_id\":\"A1\",\"order_date\":\"2026-02-24\"}";
    assertThat(
            alerts(
                Traces.aTrace()
                    .policy(NOW)
                    .called("get_order", "{}", record)
                    .agent("Your order was placed within the last 24 hours.")))
        .isEmpty();
    assertThat(
            alerts(
                Traces.aTrace()
                    .policy(NOW)
                    .called("get_order", "{}", record)
                    .agent("Your order was placed within the last 8 hours.")))
        .hasSize(1);
  }

  @Test
  void the_time_of_the_turn_counts_where_no_prompt_states_one() {
    Timing said = new Timing(null, null, Instant.parse("2026-02-25T10:00:00Z"));
    Traces trace =
        Traces.aTrace()
            .at(Instant.parse("2026-02-25T09:00:00Z"), ZoneId.of("UTC"))
            .called(
                "get_order", "{}", "{\"order_id\":\"A1\",\"created_at\":\"2026-02-20T09:00:00Z\"}")
            .step(
                new Step.AgentTurn(
                    "The order was placed within the last 24 hours.", List.of(), said, false));
    assertThat(alerts(trace)).containsExactly("<PT24H ago");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | The remainder would be $171, which is not more than $100. | 171.00 <= 100.00",
        "en | That leaves $201. Since this is under your $100 limit, we can go on. | 201.00 <"
            + " 100.00",
        "en | The bill is $85 (above your $100 cap). | 85.00 > 100.00",
        "en | Your total comes to $64, which exceeds $80. | 64.00 > 80.00",
        "es | El total es de $171, que no es más de $100. | 171.00 <= 100.00",
        "de | Der Rest beträgt 171 €, was weniger als 100 € ist. | 171.00 < 100.00",
      })
  void a_comparison_that_its_own_amounts_refute_is_contradicted(
      String locale, String said, String form) {
    assertThat(alerts(Traces.aTrace().locale(locale).agent(said))).contains(form);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The remainder would be $71, which is not more than $100.",
        "The fare was $120, and the new one is less than $100.",
        "It costs $300, $100 cheaper than before.",
        "It is $15 more than $20.",
        "Your voucher of $50 covers up to $100.",
        "The price is $171. Speakers under $100 are sold out.",
        "Is $171 less than $100?",
        "The fee is $50 if it is over $100.",
      })
  void comparisons_that_hold_or_are_of_something_else_are_no_alert(String said) {
    assertThat(alerts(Traces.aTrace().agent(said)))
        .noneMatch(form -> form.contains(" < ") || form.contains(" > ") || form.contains("<= "));
  }

  @Test
  void one_dearer_entry_refutes_that_all_are_cheaper() {
    String said =
        "All of these are lower than your limit of $50.00:\n"
            + "1. Blue - $42.00\n2. Red - $53.00\n3. Green - $49.00\nWhich one?";
    assertThat(alerts(Traces.aTrace().agent(said))).contains("53.00 < 50.00");
    assertThat(alerts(Traces.aTrace().agent(said.replace("53", "43"))))
        .doesNotContain("53.00 < 50.00");
  }

  private static Traces member() {
    return Traces.aTrace()
        .user("I'm a gold member!")
        .called(
            "get_profile",
            "{}",
            "{\"user_id\":\"u1\",\"membership\":\"regular\",\"state\":\"TX\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | As a valued Gold member, you get more. | STATUS gold",
        "en | Since you are a silver member, I can help. | STATUS silver",
        "en | **Membership tier:** Platinum | STATUS platinum",
        "es | Como miembro Gold, usted tiene derecho a más. | STATUS gold",
        "de | Als Gold-Mitglied erhalten Sie mehr. | STATUS gold",
        "fr | En tant que membre Gold, vous recevez plus. | STATUS gold",
      })
  void a_level_that_the_profile_refutes_is_contradicted_whatever_the_customer_says(
      String locale, String said, String form) {
    assertThat(alerts(member().locale(locale).agent(said))).containsExactly(form);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "As a regular member you have one bag.",
        "Gold members get three bags.",
        "If you are a gold member, you get three bags.",
        "Are you a gold member?",
        "Your membership is regular, not gold.",
        "This is for silver or gold members only.",
        "You are not a gold member.",
        "You mentioned that you are a gold member.",
        "The gold ring is $40.",
      })
  void levels_that_are_right_or_not_claimed_are_no_alert(String said) {
    assertThat(alerts(member().agent(said))).noneMatch(form -> form.startsWith("STATUS"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Your order A-771 is still pending. | STATUS pending",
        "en | Order status: Cancelled | STATUS cancelled",
        "es | Su pedido está pendiente. | STATUS pending",
        "de | Ihre Bestellung ist storniert. | STATUS cancelled",
      })
  void an_order_said_to_be_in_another_state_is_contradicted(
      String locale, String said, String form) {
    assertThat(alerts(shop().locale(locale).agent(said))).containsExactly(form);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Your order is delivered.",
        "Once your order is cancelled, you get a mail.",
        "If the order is pending, I can change it.",
        "The refund for your order is pending.",
        "Your order is shipped within two days.",
        "Your order will be cancelled.",
        "Is the order still pending?",
      })
  void states_that_are_right_or_not_claimed_are_no_alert(String said) {
    assertThat(alerts(shop().agent(said))).noneMatch(form -> form.startsWith("STATUS"));
  }

  @Test
  void a_state_that_a_later_deed_may_have_changed_is_not_held_against_the_agent() {
    Traces trace =
        shop()
            .called("cancel_order", "{\"order_id\":\"A-771\"}", "{\"ok\":true}")
            .agent("Your order is cancelled.");
    assertThat(alerts(trace)).noneMatch(form -> form.startsWith("STATUS"));
  }

  @Test
  void a_class_that_the_update_did_not_change_is_contradicted() {
    Traces trace =
        Traces.aTrace()
            .user("Please put me in economy.")
            .called(
                "update_booking",
                "{\"booking_id\":\"QX1\",\"cabin\":\"economy\"}",
                "{\"booking_id\":\"QX1\",\"cabin\":\"basic_economy\"}");
    assertThat(alerts(trace.agent("Done! The booking has been changed to economy.")))
        .contains("STATUS economy");
    assertThat(alerts(trace.agent("Here it is:\n- Cabin: Economy"))).contains("STATUS economy");
  }

  @Test
  void a_class_that_is_proposed_is_no_alert() {
    Traces trace =
        Traces.aTrace()
            .called("get_booking", "{}", "{\"booking_id\":\"QX1\",\"cabin\":\"basic_economy\"}")
            .user("What would it be like?")
            .agent("The new booking would be:\n- Cabin: Economy\nShall I go on?");
    assertThat(alerts(trace)).isEmpty();
  }

  private static Traces search() {
    return Traces.aTrace()
        .called(
            "search_lamps",
            "{}",
            """
            [{"lamp_id":"L1","color":"green","price":31.5,"available":true},
             {"lamp_id":"L2","color":"blue","price":24.0,"available":true},
             {"lamp_id":"L3","color":"green","price":19.0,"available":false},
             {"lamp_id":"L4","color":"green","price":28.0,"available":true}]
            """);
  }

  @Test
  void a_cheapest_that_is_not_is_contradicted() {
    assertThat(alerts(search().agent("The cheapest lamp is L4 at $28.00.")))
        .containsExactly("CHEAPEST 28.00");
    assertThat(alerts(search().locale("de").agent("Die günstigste Lampe kostet $28.00.")))
        .containsExactly("CHEAPEST 28.00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The cheapest lamp is L2 at $24.00.",
        "The cheapest green lamp is L4 at $28.00.",
        "One of the cheapest lamps is L4 at $28.00.",
        "The second cheapest lamp is L4 at $28.00.",
        "I will look for the cheapest lamp; L4 is $28.00.",
        "Would you like the cheapest lamp, L4 at $28.00?",
      })
  void a_cheapest_that_fits_its_words_is_no_alert(String said) {
    assertThat(alerts(search().agent(said))).isEmpty();
  }

  @Test
  void what_the_customer_asked_for_may_rule_out_what_is_cheaper() {
    assertThat(
            alerts(search().user("It must be green.").agent("The cheapest lamp is L4 at $28.00.")))
        .isEmpty();
  }

  @Test
  void journeys_of_several_parts_cost_the_sum_of_their_parts() {
    Traces trace =
        Traces.aTrace()
            .called(
                "search_trains",
                "{}",
                """
                [[{"train_number":"T1","fares":{"second":40,"first":90}},
                  {"train_number":"T2","fares":{"second":60,"first":95}}],
                 [{"train_number":"T3","fares":{"second":30,"first":80}},
                  {"train_number":"T4","fares":{"second":50,"first":99}}]]
                """)
            .agent("The cheapest second option:\n- T1: $40\n- T2: $60\nTotal: $100");
    assertThat(alerts(trace)).hasSize(1);
  }

  @Test
  void lists_nested_without_end_are_read_without_an_exception() {
    String deep = "[".repeat(300) + "{\"status\":\"pending\"}" + "]".repeat(300);
    assertThat(
            alerts(Traces.aTrace().called("get_order", "{}", deep).agent("Your order is pending.")))
        .isEmpty();
  }
}
