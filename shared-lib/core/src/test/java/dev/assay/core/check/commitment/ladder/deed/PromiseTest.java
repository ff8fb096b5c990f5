package dev.assay.core.check.commitment.ladder.deed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.check.commitment.CommitmentCheck;
import dev.assay.core.check.commitment.Traces;
import dev.assay.core.feedback.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the agent says it will do, judged when the conversation is over. */
final class PromiseTest {
  private static String found(Traces trace) {
    List<String> all =
        new CommitmentCheck()
            .assess(trace.build()).getFirst().findings().stream()
                .filter(finding -> finding.type().equals("ACTION"))
                .map(f -> f.normalised() + " " + f.verdict())
                .toList();
    return String.join(", ", all);
  }

  private static Traces read(String language) {
    return Traces.aTrace().locale(language).called("get_order", "{\"id\":\"A-100\"}", "{\"id\":1}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | I'll email you the receipt. | send_email | EMAIL_SENT",
        "en | I'm going to cancel your order. | cancel_order | CANCELLED",
        "es | Le enviaremos la confirmación. | enviar_correo | EMAIL_SENT",
        "es | Voy a cancelar su pedido. | cancelar_pedido | CANCELLED",
        "de | Ich werde Ihnen die Quittung schicken. | mail_senden | EMAIL_SENT",
        "de | Ich storniere Ihre Bestellung. | stornieren | CANCELLED",
        "fr | Je vais annuler votre commande. | annuler_commande | CANCELLED",
        "fr | Nous vous enverrons le reçu. | envoyer_mail | EMAIL_SENT",
      })
  void a_promise_that_a_later_call_keeps_is_grounded(
      String language, String words, String tool, String deed) {
    Traces trace = read(language).agent(words).called(tool, "{\"id\":\"A-100\"}", "{\"ok\":true}");
    assertThat(found(trace)).isEqualTo("PROMISE " + deed + " grounded");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | I'll cancel that order for you right now. | thanks | Have a nice day!",
        "es | Ahora mismo voy a cancelar su pedido. | gracias | Que tenga un buen día.",
        "de | Ich storniere Ihre Bestellung sofort. | danke | Einen schönen Tag!",
        "fr | Je vais annuler votre commande immédiatement. | merci | Bonne journée !",
      })
  void a_promise_for_now_is_unfulfilled_when_the_talk_goes_on_without_the_call(
      String language, String words, String answer, String goodbye) {
    Traces trace = read(language).agent(words).user(answer).agent(goodbye);
    assertThat(found(trace)).isEqualTo("PROMISE CANCELLED unfulfilled");
  }

  @Test
  void a_promise_for_now_is_open_while_the_conversation_ends_with_it() {
    assertThat(found(read("en").agent("I'll cancel that order right now.")))
        .isEqualTo("PROMISE CANCELLED not_checkable");
  }

  @Test
  void who_asks_beside_the_promise_waits_for_the_answer() {
    Traces trace =
        read("en")
            .agent("I'll cancel that order now. Is that what you want?")
            .user("no, leave it")
            .agent("Understood.");
    assertThat(found(trace)).isEqualTo("PROMISE CANCELLED not_checkable");
  }

  @Test
  void a_promise_that_is_taken_back_is_not_broken() {
    Traces trace =
        read("en")
            .agent("I'll cancel that order now.")
            .user("thanks")
            .agent("I'm sorry, it cannot be cancelled any more.");
    assertThat(found(trace)).isEqualTo("PROMISE CANCELLED not_checkable");
  }

  @Test
  void a_promise_without_a_time_is_not_held_against_the_agent() {
    Traces trace =
        read("en").agent("I'll email you the receipt.").user("thanks").agent("You're welcome!");
    assertThat(found(trace)).isEqualTo("PROMISE EMAIL_SENT not_checkable");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Once you confirm, I'll cancel your order.",
        "en | I'll cancel your order as soon as you confirm.",
        "en | Please confirm and I will update your order.",
        "en | I'll check that and look into it.",
        "en | I'll refund you $20.",
        "en | I won't cancel your order.",
        "en | You'll receive an email shortly.",
        "en | I can cancel your order.",
        "es | Si confirma, cancelaré su pedido.",
        "de | Wenn Sie bestätigen, werde ich Ihre Bestellung stornieren.",
        "fr | Si vous confirmez, je vais annuler votre commande.",
      })
  void what_waits_for_the_customer_or_holds_a_value_is_no_promise_of_a_deed(
      String language, String words) {
    assertThat(found(read(language).agent(words))).isEmpty();
  }

  @Test
  void a_kept_promise_stands_before_what_was_said_after_it() {
    Traces trace =
        read("en")
            .agent("I'll cancel your order.")
            .called("cancel_order", "{\"id\":\"A-100\"}", "{\"ok\":true}")
            .agent("I've cancelled your order.");
    List<Finding> findings = new CommitmentCheck().assess(trace.build()).getFirst().findings();
    assertThat(findings).extracting(Finding::message).isSorted();
    assertThat(found(trace)).isEqualTo("PROMISE CANCELLED grounded, CANCELLED grounded");
  }
}
