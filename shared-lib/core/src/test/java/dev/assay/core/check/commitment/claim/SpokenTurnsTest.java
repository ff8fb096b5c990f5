package dev.assay.core.check.commitment.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.check.commitment.grammar.Mentions;
import dev.assay.core.check.commitment.grammar.Reader;
import dev.assay.core.check.commitment.text.Lexicon;
import dev.assay.core.check.commitment.text.Utterance;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Turns as a recognizer writes them down: no punctuation, numbers in words, fillers, repairs. */
final class SpokenTurnsTest {
  private static final LocalDate TODAY = Mentions.TODAY;

  private static List<String> commitments(String locale, String said) {
    Utterance utterance = new Utterance(said, Lexicon.forLocale(locale));
    return new Commitments(utterance, Reader.read(utterance, TODAY), TODAY)
        .all().stream().map(c -> c.type() + " " + c.value().normalised()).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "en,okay so your total comes out to a hundred and nineteen dollars and fifty three cents,PRICE"
        + " USD 119.53",
    "en,no problem your total is fifty dollars,PRICE USD 50.00",
    "en,uh that would be um three hundred uh twenty dollars,PRICE USD 320.00",
    "en,your total is fifteen hundred,PRICE 1500.00",
    "en,your refund of forty two ten will be on your card,REFUND 42.10|4210.00",
    "en,it's forty five dollars no fifty four dollars,PRICE USD 54.00",
    "en,it's forty five dollars i mean fifty four dollars,PRICE USD 54.00",
    "en,it isn't $45 it's $54,PRICE USD 54.00",
    "en,your flight leaves at five oh five,APPOINTMENT T17:05|T05:05",
    "en,i have you down for wednesday march fourth at two fifteen in the afternoon,APPOINTMENT"
        + " 2026-03-04T14:15",
    "en,we can see you at ten past three in the afternoon,APPOINTMENT T15:10",
    "en,your appointment is on the twenty third at noon,APPOINTMENT 2026-03-23T12:00",
    "en,it's on march twenty third twenty twenty six at noon,APPOINTMENT 2026-03-23T12:00",
    "en-GB,your appointment is tomorrow at half two,APPOINTMENT 2026-02-26T14:30|2026-02-26T02:30",
    "de,das macht neunundzwanzig euro neunzig,PRICE EUR 29.90",
    "de,ihr termin ist morgen um fünf vor halb drei ist das ok für sie,APPOINTMENT"
        + " 2026-02-26T14:25|2026-02-26T02:25",
    "de,ihr termin ist heute abend um acht,APPOINTMENT 2026-02-25T20:00",
    "es,su cita es mañana por la mañana a las nueve,APPOINTMENT 2026-02-26T09:00",
    "es-MX,su cita es mañana a un cuarto para las tres de la tarde,APPOINTMENT 2026-02-26T14:45",
    "fr,votre rendez-vous est demain matin à neuf heures trente ça vous va,APPOINTMENT"
        + " 2026-02-26T09:30",
    "fr-CH,cela fait nonante-neuf francs,PRICE CHF 99.00",
    "it,il volo parte domani alle quindici e trenta,APPOINTMENT 2026-02-26T15:30",
    "pt-BR,a consulta é amanhã às quinze para as três da tarde,APPOINTMENT 2026-02-26T14:45",
    "zh,您的航班明天早上六点四十五分起飞,APPOINTMENT 2026-02-26T06:45"
  })
  void what_is_promised_is_found(String locale, String said, String expected) {
    assertThat(commitments(locale, said)).containsExactly(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "en|would three thirty work for you",
        "en|does two fifteen work",
        "en|can i get you in on the twenty third at quarter to four",
        "en|are you able to come in at four",
        "en|what time works for you is it two or three",
        "en|let me see if i have anything at three thirty",
        "en|you said the fee was fifty dollars",
        "en|i can't refund the fifty dollars",
        "en|the account number is double five oh two one",
        "en|the last four digits are forty two seventeen",
        "en|we're at two oh five main street",
        "en|your room is on the third floor",
        "de|passt ihnen dienstag um fünfzehn uhr",
        "de|soll ich sie für mittwoch um drei eintragen",
        "de|ich schaue mal ob am mittwoch um drei noch was frei ist",
        "de|die letzten vier ziffern sind zweiundvierzig siebzehn",
        "es|quiere que le reserve el miércoles a las tres",
        "es|le queda bien a las tres",
        "fr|voulez-vous que je réserve mercredi à quinze heures",
        "fr|je regarde si on a quelque chose à quinze heures",
        "fr|le vol dure trois heures",
        "it|va bene giovedì alle tre",
        "pt|pode ser terça às três",
        "zh|周五下午三点可以吗",
        "zh|地址在北京中山路24号3楼"
      })
  void what_is_asked_denied_quoted_or_counted_is_no_commitment(String line) {
    int bar = line.indexOf('|');
    assertThat(commitments(line.substring(0, bar), line.substring(bar + 1))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "so that'll be two forty nine ninety nine and your appointment is tuesday at three thirty"
            + " is that ok"
      })
  void two_statements_and_a_question_run_together_are_told_apart(String said) {
    assertThat(commitments("en", said))
        .containsExactly("PRICE 249.99", "APPOINTMENT 2026-03-03T15:30|2026-03-03T03:30");
  }
}
