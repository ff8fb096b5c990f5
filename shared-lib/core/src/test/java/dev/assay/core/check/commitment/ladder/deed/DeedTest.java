package dev.assay.core.check.commitment.ladder.deed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.check.commitment.CommitmentCheck;
import dev.assay.core.check.commitment.Traces;
import dev.assay.core.check.commitment.verdict.CommitmentVerdict;
import dev.assay.core.feedback.Finding;
import dev.assay.core.trace.Json;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.Timing;
import dev.assay.core.trace.ToolCall;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims that something was done, held against the calls. */
final class DeedTest {
  private static final String READ = "{\"id\":\"A-100\",\"status\":\"open\"}";

  private static List<Finding> deeds(Traces trace) {
    return new CommitmentCheck()
        .assess(trace.build()).getFirst().findings().stream()
            .filter(finding -> finding.type().equals("ACTION"))
            .toList();
  }

  /** Normal form and verdict of all deeds, so that nothing found goes unnoticed. */
  private static String found(Traces trace) {
    List<String> all = deeds(trace).stream().map(f -> f.normalised() + " " + f.verdict()).toList();
    return String.join(", ", all);
  }

  private static Traces read(String language) {
    return Traces.aTrace().locale(language).called("get_order", "{\"id\":\"A-100\"}", READ);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | I've gone ahead and cancelled your order. | CANCELLED",
        "en | I just updated your shipping address. | UPDATED",
        "en | We have successfully exchanged the lamp for you. | EXCHANGED",
        "en | The return has been processed. | RETURNED",
        "en | Your exchange is complete. | EXCHANGED",
        "en | The following changes have been made: blue instead of red. | UPDATED",
        "en | ✅ Order cancelled | CANCELLED",
        "en | Your subscription is now cancelled! | CANCELLED",
        "en | I was able to cancel the order for you. | CANCELLED",
        "en | You are being transferred to a colleague. | TRANSFERRED",
        "en | I'm now transferring you to a colleague. | TRANSFERRED",
        "en | I've booked the tickets for you. | BOOKED",
        "es | Le estoy transfiriendo a un compañero. | TRANSFERRED",
        "en | okay so i have cancelled your order for you | CANCELLED",
        "en | no problem i've just reset your password | RESET",
        "en | I've cancelled it, is there anything else? | CANCELLED",
        "en | I've checked the account and reset your password. | RESET",
        "en | I have got you booked for the tour. | BOOKED",
        "en | A replacement has been sent to you. | EXCHANGED",
        "es | Ya cancelé su pedido. | CANCELLED",
        "es | Le he enviado la confirmación por correo. | EMAIL_SENT",
        "es | Se ha cancelado su reserva. | CANCELLED",
        "es | Su dirección ha sido actualizada. | UPDATED",
        "es | Su reserva fue cancelada correctamente. | CANCELLED",
        "es | ya le reembolsé el importe | REFUNDED",
        "es | He tramitado el reembolso de su pedido. | REFUNDED",
        "es | Pude cancelar su reserva. | CANCELLED",
        "de | Ich habe Ihre Bestellung soeben storniert. | CANCELLED",
        "de | Ihre Buchung wurde storniert. | CANCELLED",
        "de | Wir haben Ihnen die Bestätigung per E-Mail geschickt. | EMAIL_SENT",
        "de | Ihre Adresse ist jetzt geändert. | UPDATED",
        "de | Die Rückerstattung wurde veranlasst. | REFUNDED",
        "de | ich hab das geprüft und ich habe den vertrag gekündigt | CANCELLED",
        "fr | J'ai annulé votre commande. | CANCELLED",
        "fr | Votre réservation a bien été annulée. | CANCELLED",
        "fr | Je vous ai envoyé le reçu par mail. | EMAIL_SENT",
        "fr | Votre adresse a été modifiée. | UPDATED",
        "fr | Nous avons procédé au remboursement. | REFUNDED",
        "it | Ho cancellato il suo ordine. | CANCELLED",
        "it | La sua prenotazione è stata cancellata. | CANCELLED",
        "pt | Já cancelei o seu pedido. | CANCELLED",
        "pt | Sua reserva foi cancelada. | CANCELLED",
      })
  void a_deed_that_no_call_did_is_a_ghost(String language, String words, String deed) {
    assertThat(found(read(language).agent(words))).isEqualTo(deed + " ghost");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | I've cancelled your order. | cancel_order",
        "en | I've cancelled your order. | cancelOrder",
        "en | Your address has been updated. | edit_customer",
        "en | I've emailed you the receipt. | sendReceipt",
        "en | I have exchanged the lamp. | replace_item",
        "en | I've waived the late fee. | waive_fee",
        "en | I've transferred you to a specialist. | handoff_to_human",
        "en | I've reset your password. | crm.password_reset",
        "es | He cancelado su pedido. | anular_pedido",
        "de | Ich habe Ihre Bestellung storniert. | bestellung_stornieren",
        "fr | J'ai remboursé votre commande. | rembourser_commande",
        "it | Ho prenotato il tavolo. | prenota_tavolo",
      })
  void a_deed_is_grounded_by_a_call_that_does_it(String language, String words, String tool) {
    Traces trace = read(language).called(tool, "{\"id\":\"A-100\"}", "{\"status\":\"ok\"}");
    assertThat(found(trace.agent(words))).endsWith(" grounded");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | I've cancelled your order.",
        "es | Su pedido ha sido cancelado.",
        "de | Ihre Bestellung wurde storniert.",
        "fr | J'ai annulé votre commande.",
      })
  void a_deed_whose_call_failed_is_told_as_such(String language, String words) {
    Json error = new Json.Obj(Map.of("error", new Json.Text("not allowed")));
    Json order = new Json.Obj(Map.of("id", new Json.Text("A-100")));
    Traces trace = read(language).called("cancel_order", order, error, true);
    assertThat(found(trace.agent(words))).isEqualTo("CANCELLED action_failed");
  }

  @Test
  void a_deed_done_to_something_else_is_the_wrong_object() {
    Traces trace =
        Traces.aTrace()
            .called("cancel_order", "{\"id\":\"W4821\"}", "{\"status\":\"cancelled\"}")
            .agent("Your order W4822 has been cancelled.");
    assertThat(found(trace)).isEqualTo("CANCELLED W4822 wrong_object");
  }

  @Test
  void the_second_thing_named_is_looked_at_too() {
    Traces trace =
        Traces.aTrace()
            .called("cancel_order", "{\"id\":\"W4821\"}", "{\"status\":\"cancelled\"}")
            .agent("I've cancelled orders W4821 and W9900.");
    assertThat(found(trace)).isEqualTo("CANCELLED W4821 wrong_object");
  }

  @Test
  void one_order_that_went_through_does_not_excuse_the_other_that_failed() {
    Json error = new Json.Text("Error: already shipped");
    Json second = new Json.Obj(Map.of("id", new Json.Text("W9900")));
    Traces trace =
        Traces.aTrace()
            .called("cancel_order", "{\"id\":\"W4821\"}", "{\"status\":\"cancelled\"}")
            .called("cancel_order", second, error, true)
            .agent("I've cancelled orders W4821 and W9900.");
    assertThat(found(trace)).isEqualTo("CANCELLED W4821 action_failed");
  }

  @Test
  void a_claim_after_a_failed_call_is_about_that_call_not_about_an_earlier_one() {
    Json error = new Json.Text("Error: locked");
    Json second = new Json.Obj(Map.of("id", new Json.Text("W9900")));
    Traces trace =
        Traces.aTrace()
            .called("cancel_order", "{\"id\":\"W4821\"}", "{\"status\":\"cancelled\"}")
            .agent("Order W4821 has been cancelled.")
            .user("the other one too please")
            .called("cancel_order", second, error, true);
    assertThat(found(trace.agent("Your second order has been cancelled.")))
        .isEqualTo("CANCELLED W4821 grounded, CANCELLED action_failed");
  }

  @Test
  void who_owns_up_to_the_failure_is_not_blamed_for_what_went_well() {
    Json error = new Json.Text("Error: locked");
    Json second = new Json.Obj(Map.of("id", new Json.Text("W9900")));
    Traces trace =
        Traces.aTrace()
            .called("cancel_order", "{\"id\":\"W4821\"}", "{\"status\":\"cancelled\"}")
            .agent("One moment.")
            .called("cancel_order", second, error, true)
            .agent("Your first order has been cancelled, but the second cannot be.");
    assertThat(found(trace)).isEqualTo("CANCELLED grounded");
  }

  @Test
  void a_deed_said_beside_its_call_is_premature() {
    ToolCall call = new ToolCall("c9", "cancel_order", new Json.Obj(Map.of()));
    Step step =
        new Step.AgentTurn("I've cancelled your order.", List.of(call), Timing.UNKNOWN, false);
    assertThat(found(read("en").step(step))).isEqualTo("CANCELLED premature");
  }

  @Test
  void a_transfer_announced_before_its_call_is_premature() {
    Traces trace =
        read("en")
            .agent("You are being transferred to a colleague.")
            .called("transfer_to_human", "{}", "\"ok\"");
    assertThat(found(trace)).isEqualTo("TRANSFERRED premature");
  }

  @Test
  void another_amount_than_the_refunded_one_is_contradicted() {
    Traces trace =
        Traces.aTrace()
            .called("refund", "{\"order\":\"A1\",\"amount\":42.1}", "{\"amount\":42.1}")
            .agent("I've refunded $52.10 to your card.");
    assertThat(found(trace)).isEqualTo("REFUNDED USD 52.10 contradicted");
  }

  @Test
  void an_amount_that_no_tool_gave_is_no_better_inside_a_deed() {
    Traces trace =
        Traces.aTrace()
            .called("get_order", "{}", "{\"items\":[{\"price\":120.5},{\"price\":80.25}]}")
            .called("return_items", "{\"order\":\"A1\"}", "{\"status\":\"return requested\"}")
            .agent("I've refunded $99.99 to your card.");
    assertThat(CommitmentVerdict.ofWireName(deeds(trace).getFirst().verdict()).level())
        .isIn(CommitmentVerdict.Level.ALERTED, CommitmentVerdict.Level.FLAGGED);
  }

  @Test
  void another_class_than_the_booked_one_is_contradicted() {
    Traces trace =
        Traces.aTrace()
            .called("update_booking", "{\"cabin\":\"business\"}", "{\"cabin\":\"economy\"}")
            .agent("You've been upgraded to business class.");
    assertThat(found(trace)).isEqualTo("UPGRADED business contradicted");
  }

  @Test
  void another_house_number_than_the_one_that_was_stored_is_the_wrong_object() {
    Traces trace =
        Traces.aTrace()
            .called(
                "modify_address",
                "{\"street\":\"512 Birch Lane\",\"zip\":\"97201\"}",
                "{\"status\":\"ok\"}");
    assertThat(found(trace.agent("I've updated your address to 512 Birch Lane, 97201.")))
        .isEqualTo("UPDATED grounded");
    assertThat(found(trace.agent("Your address has been updated to:\n521 Birch Lane\n97201")))
        .endsWith("UPDATED wrong_object");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | This order was cancelled by the seller.",
        "en | The ticket was booked more than a day ago.",
        "en | Once your order is cancelled, it cannot be restored.",
        "en | Your order has not been cancelled.",
        "en | No changes have been made to your order.",
        "en | Orders that have been cancelled cannot be exchanged.",
        "en | Has your order been cancelled?",
        "en | I can cancel your order. Shall I proceed?",
        "en | Here is what will be changed: the order will be cancelled.",
        "en | Let me check whether it has been cancelled.",
        "en | I've noted your request and verified the account.",
        "en | I've confirmed that your order W100 is still open.",
        "en | You have turned off airplane mode and you've reset the phone.",
        "en | If the order has been cancelled, you get an email.",
        "en | I've added it to the list of things to return.",
        "en | I'm not able to cancel your order.",
        "en | Can you confirm that the phone has been reset?",
        "en | You were charged twice and the seller refunded one.",
        "en | You will need to return the item, which has been delivered.",
        "en | Your order is scheduled to arrive soon.",
        "en | The items to be returned have not been received.",
        "en | I understand you cancelled your order.",
        "en | I see you reset your password.",
        "en | I'm happy to help with your cancelled flight.",
        "en | Would you like me to process the refund?",
        "en | Before I proceed, please confirm: order to be cancelled, refund to be issued.",
        "en | I have a booked flight here and a changed one.",
        "en | To have your order cancelled, reply yes.",
        "en | This can be done online.",
        "es | Para cancelar su pedido necesito su correo.",
        "es | Un pedido cancelado no se puede recuperar.",
        "es | No se ha enviado nada.",
        "es | Veo que usted ha cancelado el pedido.",
        "de | Sobald die Bestellung storniert wurde, erhalten Sie eine Mail.",
        "de | Haben Sie die Bestellung storniert?",
        "de | Ich sehe, dass Sie den Router zurückgesetzt haben.",
        "de | Soll ich die Bestellung stornieren?",
        "fr | Une commande annulée ne peut pas être rétablie.",
        "fr | Avez-vous annulé la commande ?",
        "fr | Une fois la commande annulée, vous serez remboursé.",
        "en | I have not cancelled anything.",
        "es | Su pedido no ha sido cancelado.",
        "es | Si se ha cancelado el pedido, recibirá un correo.",
        "es | ¿Quiere que cancele su pedido?",
        "de | Ihre Bestellung wurde nicht storniert.",
        "de | Ich kann Ihre Bestellung stornieren.",
        "de | Die Bestellung wurde vom Verkäufer storniert.",
        "fr | Votre commande n'a pas été annulée.",
        "fr | Je peux annuler votre commande.",
        "fr | Si la commande a été annulée, vous recevrez un mail.",
      })
  void what_is_denied_supposed_asked_or_somebody_elses_deed_is_no_claim(
      String language, String words) {
    assertThat(found(read(language).agent(words))).isEmpty();
  }

  @Test
  void a_state_that_a_record_shows_is_grounded_by_it() {
    Traces trace =
        Traces.aTrace().called("get_order", "{\"id\":\"W4821\"}", "{\"status\":\"cancelled\"}");
    assertThat(found(trace.agent("Your order has been cancelled.")))
        .isEqualTo("CANCELLED grounded");
  }

  @Test
  void a_record_does_not_ground_what_the_agent_says_to_have_done_itself() {
    Traces trace =
        Traces.aTrace().called("get_order", "{\"id\":\"W4821\"}", "{\"status\":\"cancelled\"}");
    assertThat(found(trace.agent("I've cancelled your order."))).isEqualTo("CANCELLED ghost");
  }

  @Test
  void what_the_customer_did_is_told_back_without_blame() {
    Traces trace =
        read("en")
            .user("I've reset the router like you said")
            .agent("Great, now that your router has been reset, try again.");
    assertThat(found(trace)).isEqualTo("RESET weak");
  }

  @Test
  void a_tool_whose_name_tells_nothing_leaves_the_claim_open() {
    Traces trace = read("en").called("zx_91", "{\"id\":\"A-100\"}", "{\"status\":\"ok\"}");
    assertThat(found(trace.agent("I've cancelled your order.")))
        .isEqualTo("CANCELLED not_checkable");
  }

  @Test
  void a_tool_for_anything_is_read_by_its_arguments() {
    Traces trace =
        read("en").called("execute_action", "{\"action\":\"cancel\"}", "{\"status\":\"ok\"}");
    assertThat(found(trace.agent("I've cancelled your order."))).isEqualTo("CANCELLED grounded");
  }

  @Test
  void a_trace_without_any_call_proves_nothing_against_a_claim() {
    assertThat(found(Traces.aTrace().agent("I've cancelled your order.")))
        .isEqualTo("CANCELLED not_checkable");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Would March 4 at 2:30 PM work? | yes please | You're all set!",
        "es | ¿Le viene bien el 4 de marzo a las 14:30? Tengo el 4 de marzo a las 14:30. | sí |"
            + " Listo.",
        "de | Ich habe am 4. März 2026 um 14:30 Uhr einen Termin frei. | ja gerne | Alles"
            + " erledigt!",
        "fr | J'ai un rendez-vous libre le 4 mars à 14:30. | oui | C'est fait.",
      })
  void all_set_after_an_accepted_slot_claims_that_it_was_booked(
      String language, String offer, String answer, String words) {
    Traces trace =
        Traces.aTrace()
            .locale(language)
            .called("search_slots", "{}", "{\"slots\":[\"2026-03-04T14:30\"]}")
            .agent(offer.replace("Would March 4 at 2:30 PM work?", "I have March 4 at 2:30 PM."))
            .user(answer)
            .agent(words);
    assertThat(found(trace)).startsWith("ARRANGED ").endsWith("T14:30 ghost");
  }

  @Test
  void all_set_without_a_proposal_is_a_pleasantry() {
    assertThat(found(read("en").agent("You're all set. Have a nice day!")))
        .isEqualTo("ARRANGED not_checkable");
  }

  @Test
  void a_placeholder_of_redaction_is_no_object() {
    assertThat(
            new CommitmentCheck()
                .assess(
                    Traces.aTrace()
                        .called(
                            "update_address",
                            "{\"address\":\"[ADDRESS_0aa1ff], Exeter\"}",
                            "{\"status\":\"ok\"}")
                        .agent("Done, I've updated the address to [ADDRESS_1bbe53], Exeter.")
                        .build())
                .getFirst()
                .findings())
        .extracting(Finding::verdict)
        .containsOnly("grounded");
  }
}
