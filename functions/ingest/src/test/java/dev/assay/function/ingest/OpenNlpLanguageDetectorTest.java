package dev.assay.function.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OpenNlpLanguageDetectorTest {
  private static final OpenNlpLanguageDetector DETECTOR = new OpenNlpLanguageDetector();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | I'd like a refund for my order, please
          en | My flight was delayed by three hours. How much does it cost?
          es | Hola, necesito ayuda con mi pedido. ¿Cuánto cuesta?
          es | Mi vuelo se retrasó tres horas y quiero un reembolso
          de | Hallo, ich brauche Hilfe bei meiner Bestellung
          de | Ich möchte meinen Termin verschieben. Wo ist mein Paket?
          fr | Bonjour, j'ai besoin d'aide pour ma commande
          fr | Pouvez-vous annuler ma réservation ? Merci beaucoup
          it | Ciao, ho bisogno di aiuto con il mio ordine
          it | Il mio volo ha avuto tre ore di ritardo, vorrei un rimborso
          pt | Olá, preciso de ajuda com o meu pedido
          pt | Não foi isso que eu pedi. Onde está a minha encomenda?
          zh | 你好，我的订单需要帮助
          zh | 我的航班延误了三个小时
          """)
  void a_customers_sentence_tells_its_language(String language, String text) {
    assertThat(DETECTOR.detect(text)).contains(language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "12345", "ok", "#W2378156", "?!"})
  void too_little_is_left_open(String text) {
    assertThat(DETECTOR.detect(text)).isEmpty();
  }

  @Test
  void only_the_start_of_a_long_text_counts() {
    String german = "Ich möchte bitte meine Buchung stornieren. ".repeat(4);
    assertThat(DETECTOR.detect(german + "I want it now. ".repeat(10_000))).contains("de");
  }
}
