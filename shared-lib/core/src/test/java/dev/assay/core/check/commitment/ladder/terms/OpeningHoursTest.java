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

/** Opening hours as agents say them, and as tables and fields tell them; today is a Wednesday. */
final class OpeningHoursTest {
  private static final String HOURS =
      "Store hours: Mon-Fri 09:00-20:00, Sat 10:00-16:00, Sun closed.";

  private static String only(Trace trace) {
    List<Finding> findings = new CommitmentCheck().assess(trace).getFirst().findings();
    assertThat(findings).hasSize(1);
    return findings.getFirst().normalised() + " " + findings.getFirst().verdict();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "We're open until 8 tonight. | HOURS close T20:00 2026-02-25 grounded",
        "We're open until 9 tonight. | HOURS close T21:00 2026-02-25 contradicted",
        "The store is open from 10 am to 4 pm on Saturday. | HOURS"
            + " 2026-02-28T10:00/2026-02-28T16:00 grounded",
        "We are open Sunday from 10 to 4. | HOURS 2026-03-01T10:00/2026-03-01T16:00 contradicted",
        "We're closed on Sunday. | HOURS closed 2026-03-01 grounded",
        "We're closed on Saturday. | HOURS closed 2026-02-28 contradicted",
        "Our opening hours are Monday to Friday 9 am to 8 pm. | HOURS MO-FR T09:00/T20:00 grounded"
      })
  void what_is_said_of_a_day_is_held_against_the_table(String said, String expected) {
    assertThat(only(aTrace().policy(HOURS).agent(said).build())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | Wir haben heute bis 20 Uhr geöffnet. | Öffnungszeiten: Mo-Fr 09:00-20:00. | grounded",
        "de | Wir haben heute bis 22 Uhr geöffnet. | Öffnungszeiten: Mo-Fr 09:00-20:00. |"
            + " contradicted",
        "es | Hoy estamos abiertos hasta las 22:00. | Horario: lunes a viernes 09:00-20:00. |"
            + " contradicted",
        "fr | Nous sommes ouverts aujourd'hui jusqu'à 20 h. | Horaires : lundi - vendredi"
            + " 09:00-20:00. | grounded"
      })
  void other_languages_tell_hours_too(String language, String said, String policy, String verdict) {
    assertThat(only(aTrace().locale(language).policy(policy).agent(said).build()))
        .startsWith("HOURS")
        .endsWith(verdict);
  }

  @Test
  void hours_are_read_from_fields_of_a_result() {
    String result =
        "{\"opening_hours\":{\"monday\":\"9-17\",\"wednesday\":{\"open\":\"09:00\",\"close\":\"18:00\"},"
            + "\"sunday\":\"closed\"}}";
    Trace right =
        aTrace().called("store", "{}", result).agent("We're open until 6 pm today.").build();
    Trace wrong =
        aTrace().called("store", "{}", result).agent("We're open until 7 pm today.").build();
    assertThat(only(right)).endsWith("grounded");
    assertThat(only(wrong)).endsWith("contradicted");
  }

  @Test
  void hours_that_nobody_told_are_not_checkable() {
    assertThat(only(aTrace().agent("We're open until 8 tonight.").build()))
        .endsWith("not_checkable");
  }
}
