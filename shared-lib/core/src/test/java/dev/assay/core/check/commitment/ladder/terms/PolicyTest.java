package dev.assay.core.check.commitment.ladder.terms;

import static dev.assay.core.check.commitment.Traces.aTrace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.check.commitment.CommitmentCheck;
import dev.assay.core.feedback.Finding;
import dev.assay.core.trace.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Promised terms: what is found, and what policies and fields say of it. */
final class PolicyTest {
  private static List<Finding> findings(Trace trace) {
    return new CommitmentCheck()
        .assess(trace).getFirst().findings().stream()
            .filter(finding -> !finding.type().equals("ACTION"))
            .toList();
  }

  /** What the only finding says: normal form and verdict. */
  private static String only(Trace trace) {
    List<Finding> findings = findings(trace);
    assertThat(findings).hasSize(1);
    return findings.getFirst().normalised() + " " + findings.getFirst().verdict();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Gift wrapping is free of charge. | Gift wrapping is free. | FREE gift wrapping"
            + " grounded",
        "en | We offer complimentary breakfast. | Breakfast: 12 EUR. | FREE breakfast contradicted",
        "en | There are no change fees. | Change fee: $75. | NO_FEE change contradicted",
        "en | There isn't any booking fee. | There is no booking fee. | NO_FEE booking grounded",
        "en | Parking won't cost you anything. | Parking costs $4. | FREE parking contradicted",
        "en | You can return it at no extra cost. | Returns are free. | FREE return grounded",
        "de | Die Rücksendung ist kostenlos. | Rücksendung: 3,95 €. | FREE return contradicted",
        "de | Es fällt keine Stornogebühr an. | Stornogebühr: 20 €. | NO_FEE cancellation"
            + " contradicted",
        "de | Die Lieferung ist gratis. | Versandkostenfrei. | FREE shipping grounded",
        "de | Das Upgrade ist ohne Aufpreis. | Das Upgrade ist kostenlos. | FREE upgrade grounded",
        "es | La cancelación es gratuita. | Cancelación: 25 EUR. | FREE cancellation contradicted",
        "es | El cambio es sin coste adicional. | El cambio es gratis. | FREE change grounded",
        "es | Es sin gastos de envío. | Envío gratis. | FREE shipping grounded",
        "fr | La livraison est gratuite. | Livraison : 6,90 €. | FREE shipping contradicted",
        "fr | C'est sans frais d'annulation. | L'annulation est gratuite. | NO_FEE cancellation"
            + " grounded",
        "fr | Le parking est offert. | Le parking est gratuit. | FREE parking grounded"
      })
  void what_costs_nothing_is_held_against_the_policy(
      String language, String said, String policy, String expected) {
    assertThat(only(aTrace().locale(language).policy(policy).agent(said).build()))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Feel free to call us about shipping.",
        "Are you free on this topic of shipping?",
        "Would you like free shipping?",
        "We cannot offer free shipping.",
        "Free shipping is not available.",
        "I have to check whether shipping is free.",
        "You won't be charged until the parcel is sent.",
        "You asked for a full refund.",
        "A full refund cannot be issued.",
        "I cannot waive the cancellation fee.",
        "We do not match the price of others.",
        "The booking cannot be cancelled at any time.",
        "This fare is non-refundable.",
        "Please open your settings until 9.",
        "Your case was closed on Monday by a colleague."
      })
  void words_that_promise_nothing_are_no_terms(String said) {
    assertThat(findings(aTrace().agent(said).build()))
        .noneMatch(finding -> finding.type().equals("POLICY"));
  }

  @Test
  void free_shipping_over_a_threshold_is_checked_with_the_total_of_the_cart() {
    String policy = "Orders over $80 ship with free shipping.";
    String said = "Shipping is free.";
    assertThat(only(aTrace().policy(policy).agent(said).build()))
        .isEqualTo("FREE shipping not_checkable");
    assertThat(
            only(
                aTrace().policy(policy).called("cart", "{}", "{\"total\":81}").agent(said).build()))
        .isEqualTo("FREE shipping grounded");
    assertThat(
            only(
                aTrace().policy(policy).called("cart", "{}", "{\"total\":79}").agent(said).build()))
        .isEqualTo("FREE shipping contradicted");
  }

  @Test
  void a_threshold_lower_than_the_policys_promises_too_much() {
    String policy = "Free shipping on orders over $80.";
    assertThat(only(aTrace().policy(policy).agent("Shipping is free on orders over $50.").build()))
        .isEqualTo("FREE shipping contradicted");
    assertThat(only(aTrace().policy(policy).agent("Shipping is free on orders over $80.").build()))
        .isEqualTo("FREE shipping grounded");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"shipping_cost\":0} | FREE shipping grounded",
        "{\"shipping_cost\":4.9} | FREE shipping contradicted",
        "{\"free_shipping\":true} | FREE shipping grounded",
        "{\"free_shipping\":false} | FREE shipping contradicted",
        "{\"weight\":4} | FREE shipping not_checkable"
      })
  void fields_of_results_tell_what_is_free(String result, String expected) {
    assertThat(only(aTrace().called("quote", "{}", result).agent("Shipping is free.").build()))
        .isEqualTo(expected);
  }

  @Test
  void the_fee_of_another_variety_says_nothing() {
    Trace trace =
        aTrace().policy("Express shipping costs $12.").agent("Standard shipping is free.").build();
    assertThat(only(trace)).isEqualTo("FREE shipping not_checkable");
  }

  @Test
  void a_customer_never_grounds_a_policy() {
    Trace trace =
        aTrace().user("Your site says shipping is free.").agent("Shipping is free.").build();
    assertThat(only(trace)).isEqualTo("FREE shipping not_checkable");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | If you cancel within 48 hours you get a full refund. | FULL_REFUND if cancel <=PT48H"
            + " contradicted",
        "en | If you cancel within 12 hours you get a full refund. | FULL_REFUND if cancel <=PT12H"
            + " grounded",
        "en | You'll get a full refund. | FULL_REFUND not_checkable"
      })
  void the_window_for_a_refund_may_be_shorter_and_not_longer(
      String language, String said, String expected) {
    String policy = "Bookings can be cancelled within 24 hours for a full refund.";
    assertThat(only(aTrace().locale(language).policy(policy).agent(said).build()))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Your deposit is fully refundable. | FULL_REFUND deposit grounded",
        "de | Sie erhalten die volle Rückerstattung. | FULL_REFUND not_checkable",
        "es | Recibirá un reembolso completo. | FULL_REFUND not_checkable",
        "fr | Vous recevrez un remboursement intégral. | FULL_REFUND not_checkable"
      })
  void full_refunds_are_found_in_every_language(String language, String said, String expected) {
    assertThat(
            only(
                aTrace()
                    .locale(language)
                    .policy("Deposits are fully refundable.")
                    .agent(said)
                    .build()))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"true, grounded", "false, contradicted"})
  void a_field_tells_whether_a_fare_is_refundable(String refundable, String verdict) {
    Trace trace =
        aTrace()
            .called("fare", "{}", "{\"refundable\":" + refundable + "}")
            .agent("This fare is refundable.")
            .build();
    assertThat(only(trace)).isEqualTo("REFUNDABLE " + verdict);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | It has a 3-year warranty. | WARRANTY P3Y contradicted",
        "en | The warranty covers 24 months. | WARRANTY P24M grounded",
        "en | It comes with a lifetime warranty. | WARRANTY LIFETIME contradicted",
        "de | Sie haben drei Jahre Garantie. | WARRANTY P3Y contradicted",
        "es | Tiene una garantía de 3 años. | WARRANTY P3Y contradicted",
        "fr | La garantie est de 24 mois. | WARRANTY P24M grounded"
      })
  void a_warranty_is_compared_with_the_recorded_one(String language, String said, String expected) {
    Trace trace =
        aTrace()
            .locale(language)
            .called("product", "{}", "{\"warranty_months\":24}")
            .agent(said)
            .build();
    assertThat(only(trace)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | You can cancel at any time. | Cancel any time. | CANCEL_ANYTIME grounded",
        "de | Sie können jederzeit kündigen. | Jederzeit kündbar. | CANCEL_ANYTIME grounded",
        "es | Puede cancelar en cualquier momento. | Cancele en cualquier momento. | CANCEL_ANYTIME"
            + " grounded",
        "fr | Vous pouvez résilier à tout moment. | Résiliable à tout moment. | CANCEL_ANYTIME"
            + " grounded",
        "en | You can cancel anytime. | Plans cannot be cancelled at any time. | CANCEL_ANYTIME"
            + " contradicted",
        "en | You can cancel anytime. | Be polite. | CANCEL_ANYTIME not_checkable",
        "en | We match any price. | We match prices of other shops. | PRICE_MATCH not_checkable"
      })
  void what_may_be_cancelled_when_is_held_against_the_policy(
      String language, String said, String policy, String expected) {
    assertThat(findings(aTrace().locale(language).policy(policy).agent(said).build()))
        .anySatisfy(finding ->
            assertThat(finding.normalised() + " " + finding.verdict())
                .startsWith(expected.substring(0, expected.indexOf(' '))));
  }

  @ParameterizedTest
  @CsvSource({
    "8, REFUND 100% contradicted",
    "20, REFUND 100% grounded",
    "1, REFUND 100% contradicted"
  })
  void a_scale_of_refunds_is_read_by_the_days_before_the_event(int days, String expected) {
    String policy =
        "Cancel 14+ days before arrival: 100% refund. 3-13 days: 40%. Less than 3 days: none.";
    String said = "As you cancel " + days + " days before arrival, you get 100% back.";
    assertThat(findings(aTrace().policy(policy).agent(said).build()))
        .anyMatch(finding -> (finding.normalised() + " " + finding.verdict()).equals(expected));
  }

  @Test
  void a_waiver_that_needs_an_approval_is_not_the_agents_to_promise() {
    Trace trace =
        aTrace()
            .policy("Fee waivers need the approval of a manager.")
            .agent("I will waive the late fee.")
            .build();
    assertThat(findings(trace))
        .anyMatch(finding ->
            String.valueOf(finding.normalised()).equals("WAIVE_FEE late")
                && finding.verdict().equals("unsupported"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Today's deal is two for one.",
        "It's an offer: buy one, get one free.",
      })
  void two_for_one_is_an_offer(String said) {
    assertThat(only(aTrace().policy("Buy one, get one free on soups.").agent(said).build()))
        .isEqualTo("BOGO grounded");
  }
}
