package dev.assay.core.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.trace.redaction.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RedactionTest {
  private static final byte[] KEY = "test key".getBytes(StandardCharsets.UTF_8);
  private static final Redaction ALL = new Redaction(Redaction.Rules.ALL, KEY);

  private static String redact(String text) {
    return ALL.scope("c1").redact(text);
  }

  /** The text with the hexadecimal digits of its placeholders left out. */
  private static String shape(String text) {
    return redact(text).replaceAll("_[0-9a-f]{6}]", "]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Write to mei.brown7062@example.com, please | Write to [EMAIL], please
          **Mail:** `a+b_c@mail.example.co.uk`. | **Mail:** `[EMAIL]`.
          mei\\_brown@example.com is it | [EMAIL] is it
          {"email": "x@y.org"} | {"email": "[EMAIL]"}
          it is john dot smith at example dot com thanks | it is [EMAIL] thanks
          mi correo es ana punto lopez arroba gmail punto com | mi correo es [EMAIL]
          jürgen Punkt meyer ät firma Punkt de bitte | [EMAIL] bitte
          c'est luc point martin arobase orange point fr | c'est [EMAIL]
          (555) 123-4567 or 555-123-4567 | [PHONE] or [PHONE]
          555‑123‑2002 with other hyphens | [PHONE] with other hyphens
          call +1 415 555 2671 now | call [PHONE] now
          +44 20 7946 0958 | [PHONE]
          +49 (0)30 1234567 | [PHONE]
          my cell is 5551234567 | my cell is [PHONE]
          call me at 555-1234 | call me at [PHONE]
          mi teléfono es 612345678 | mi teléfono es [PHONE]
          mi móvil: 612 34 56 78 | mi móvil: [PHONE]
          llámame al +34 612 345 678 | llámame al [PHONE]
          meine Telefonnummer ist 01711234567 | meine Telefonnummer ist [PHONE]
          Telefon 030 1234567 | Telefon [PHONE]
          unter 0171/1234567 erreichbar | unter [PHONE] erreichbar
          mon numéro est le 0612345678 | mon numéro est le [PHONE]
          06 12 34 56 78 | [PHONE]
          appelez le 01.23.45.67.89 | appelez le [PHONE]
          (11) 91234-5678 | [PHONE]
          我的电话是13812345678。 | 我的电话是[PHONE]。
          it's five five five one two three four | it's [PHONE]
          my number is four one five, double five five, two six seven one | my number is [PHONE]
          seis uno dos tres cuatro cinco seis siete ocho | [PHONE]
          null eins sieben eins zwei drei vier fünf sechs | [PHONE]
          zéro six douze trente-quatre cinquante-six soixante-dix-huit | [PHONE]
          card 4111 1111 1111 1111 ok | card [CARD] ok
          4111111111111111 | [CARD]
          5500-0000-0000-0004. | [CARD].
          3782 822463 10005 | [CARD]
          SSN 078-05-1120 | SSN [US_SSN]
          my social is 078051120 | my social is [US_SSN]
          NINO AB123456C and AB 12 34 56 C | NINO [UK_NINO] and [UK_NINO]
          DNI 12345678Z, 12345678-Z, NIE X1234567L | DNI [ES_DNI], [ES_DNI], NIE [ES_DNI]
          Steuer-ID 86 095 742 719 oder 86095742719 | Steuer-ID [DE_TAX_ID] oder [DE_TAX_ID]
          NIR 1 85 05 78 006 084 91 | NIR [FR_NIR]
          CF RSSMRA85T10A562S | CF [IT_CODICE_FISCALE]
          CPF 529.982.247-25 | CPF [BR_CPF]
          meu CPF é 52998224725 | meu CPF é [BR_CPF]
          IBAN DE89 3704 0044 0532 0130 00 bitte | IBAN [IBAN] bitte
          GB29NWBK60161331926819 | [IBAN]
          I live at 853 Chestnut Street, Suite 497, Denver | I live at [ADDRESS], [ADDRESS], Denver
          123 Main St. is it | [ADDRESS]. is it
          12 main street please | [ADDRESS] please
          Vivo en Calle Mayor 12, Madrid | Vivo en [ADDRESS], Madrid
          Avenida de la Constitución, 5 | [ADDRESS]
          Ich wohne Hauptstraße 12a in Köln | Ich wohne [ADDRESS] in Köln
          Berliner Str. 5 und Lindenallee 7 | [ADDRESS] und [ADDRESS]
          12 rue de la Paix, Paris | [ADDRESS], Paris
          8 bis, avenue Victor Hugo | [ADDRESS]
          abito in Via Roma 10 | abito in [ADDRESS]
          my zip code is 85033 | my zip code is [ADDRESS]
          """)
  void personal_data_becomes_a_placeholder(String text, String expected) {
    assertThat(shape(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Your refund of $1,234,567.89 and $54.04 arrives in 5 to 7 business days",
        "1 234 567 890 € oder 2.345.678,90 EUR",
        "on 2024-05-15 at 10:30, or 05/15/2024 10:30 AM, or 15.05.2024 um 09:15 Uhr",
        "2024-05-15T10:30:00.123456Z",
        "order #W2378156 and #W7678072, reservation XEWRD9, flight HAT045",
        "gift_card_8887175, credit_card_4466831, certificate_6761175, user mei_brown_7075",
        "{\"item_id\": \"9523456873\", \"new_item_ids\": [\"3265035808\", \"6992792935\"]}",
        "item 9523456873 and order number 1234567890, call me",
        "id 7c9e6679-7425-40de-944b-e07fc1f90ae7, trace 4bf92f3577b34da6a3ce929d0e0e4736",
        "version 10.0.19045.3803 at 192.168.100.200, v1.2.3",
        "call about order 12345678 tomorrow",
        "chatcmpl-tool-c2291753654640759fce8320ddd0b566 and call_10385238",
        "1715760000000 ms since the epoch",
        "503 Service Unavailable, 5 minutes down the street, a 20 minute drive",
        "Sitzplatz 12 im Wagen 7, Spring 2024, the 2 Apple Watches",
        "meet me at starbucks dot",
        "visit us at example.com",
        "one hundred and thirteen dollars, two thousand three hundred forty five",
        "my order number is one two three four five six seven",
        "it was nineteen eighty four, at half past seven twenty five",
        "L1001 on plan P1003, bill B1234321, 20000mAh, 750ml, 15.6 inch",
        "Numéro de commande 1234567890",
        "Meine Bestellnummer ist 1234567890",
        "mi número de pedido es 1234567890",
        "我的订单号是13812345678",
        "4111111111111112 is no card, 86095742718 no tax id",
        "scores 200 100 4000 and 12 345 678",
        "FR-1850578006084-91"
      })
  void what_is_no_personal_data_stays(String text) {
    assertThat(redact(text)).isSameAs(text);
  }

  @Test
  void equal_values_get_equal_placeholders_however_they_are_spelled() {
    Redaction.Scope scope = ALL.scope("c1");
    String phone = scope.redact("(555) 123-4567");
    assertThat(scope.redactField("phone_number", "5551234567")).isEqualTo(phone);
    assertThat(redact("+1 555-123-4567")).isEqualTo(phone);
    assertThat(redact("five five five one two three four five six seven")).isEqualTo(phone);
    String mail = scope.redact("John.Smith@Example.com");
    assertThat(redact("john dot smith at example dot com")).isEqualTo(mail);
    assertThat(scope.redactField("email", "john.smith@example.com")).isEqualTo(mail);
    String street = scope.redact("853 Chestnut St");
    assertThat(scope.redactField("address1", "853 Chestnut Street")).isEqualTo(street);
    assertThat(scope.redact("my zip is 80211")).endsWith(scope.redactField("zip", "80211"));
    assertThat(scope.redact("DE89 3704 0044 0532 0130 00"))
        .isEqualTo(scope.redactField("iban", "DE89370400440532013000"));
  }

  @Test
  void another_conversation_or_key_has_other_placeholders() {
    String text = "a@b.com";
    Redaction other = new Redaction(Redaction.Rules.ALL, new byte[] {1});
    assertThat(redact(text)).isNotEqualTo(ALL.scope("c2").redact(text));
    assertThat(redact(text)).isNotEqualTo(other.scope("c1").redact(text));
    assertThat(redact(text)).isEqualTo(ALL.scope("c1").redact(text)).matches("\\[EMAIL_\\w{6}]");
  }

  @Test
  void a_fields_name_redacts_its_value_whole() {
    Redaction.Scope scope = ALL.scope("c1");
    assertThat(scope.redactField("address2", "Suite 497")).startsWith("[ADDRESS_");
    assertThat(scope.redactField("customerPhone", "555 0199")).startsWith("[PHONE_");
    assertThat(scope.redactField("ssn", "078051120")).startsWith("[US_SSN_");
    assertThat(scope.redactField("email", "verified")).isEqualTo("verified");
    assertThat(scope.redactField("ip_address", "10.0.0.1")).isEqualTo("10.0.0.1");
    assertThat(scope.redactField("item_id", "9523456873")).isEqualTo("9523456873");
    assertThat(scope.redactField("note", "a@b.com")).startsWith("[EMAIL_");
    assertThat(scope.redactField("payment_method_id", "credit_card_4466831"))
        .isEqualTo("credit_card_4466831");
  }

  @Test
  void a_kind_that_is_switched_off_stays() {
    Redaction.Rules rules = Redaction.Rules.without(List.of("email", "address"));
    Redaction.Scope scope = new Redaction(rules, KEY).scope("c1");
    assertThat(scope.redact("a@b.com, 853 Chestnut Street")).contains("a@b.com", "853 Chestnut");
    assertThat(scope.redactField("email", "a@b.com")).isEqualTo("a@b.com");
    assertThat(scope.redact("+34 612 345 678")).startsWith("[PHONE_");
    assertThatThrownBy(() -> Redaction.Rules.without(List.of("mail"))).hasMessageContaining("mail");
  }

  @Test
  void every_kind_alone_can_be_switched_off() {
    for (Kind kind : Kind.values()) {
      Redaction.Rules rules = Redaction.Rules.without(List.of(kind.wireName()));
      assertThat(rules.on()).hasSize(Kind.values().length - 1).doesNotContain(kind);
    }
  }

  @Test
  void replaced_values_are_counted_by_kind() {
    Redaction.Scope scope = ALL.scope("c1");
    String unused = scope.redact("a@b.com, c@d.org, 555-123-4567");
    assertThat(unused).isNotEmpty();
    assertThat(scope.counts()).containsEntry(Kind.EMAIL, 2).containsEntry(Kind.PHONE, 1).hasSize(2);
  }
}
