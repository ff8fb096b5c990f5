package dev.assay.core.check.commitment.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.check.commitment.text.Lexicon;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.value.Days;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.Value.Span;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DurationGrammarTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 2, 25);

  private static Mention first(String language, String text) {
    return Reader.read(new Utterance(text, Lexicon.of(language)), TODAY).stream()
        .filter(mention -> mention.value() instanceof Span)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | lands within 5 to 7 business days | P5BD..P7BD
          en | lands within 3 business days | <=P3BD
          en | between 24 and 48 hours | PT24H..PT48H
          en | in no more than 10 days | <=P10D
          en | in less than an hour | <=PT1H
          en | at least two weeks | >=P2W
          en | up to 45 minutes | <=PT45M
          en | in the next 24 hours | <=PT24H
          en | takes one business day | <=P1BD
          en | in about a couple of weeks | ~P2W
          en | an hour and a half | PT90M
          en | half an hour | PT30M
          en | 2 hours and 15 minutes | PT135M
          en | a 24-hour turnaround | PT24H
          en | five (5) working days | P5BD
          en | 48hrs | PT48H
          de | drei bis fünf Werktage | P3BD..P5BD
          de | innerhalb von 14 Tagen | <=P14D
          de | spätestens in einer Woche | <=P1W
          de | eine halbe Stunde | PT30M
          es | en 24 horas | PT24H
          es | en menos de 3 días | <=P3D
          es | de 3 a 5 días hábiles | P3BD..P5BD
          es | dura 2 años | <=P2Y
          fr | sous 48 heures | <=PT48H
          fr | 3 à 5 jours ouvrés | P3BD..P5BD
          it | entro 3 giorni lavorativi | <=P3BD
          pt | em até 5 dias úteis | <=P5BD
          """)
  void durations_are_read_in_every_language(String language, String text, String normalised) {
    assertThat(first(language, text).value().normalised()).isEqualTo(normalised);
  }

  @Test
  void where_hours_tell_the_time_of_day_they_are_no_duration() {
    Utterance utterance = new Utterance("votre vol est à 14 heures", Lexicon.of("fr"));
    assertThat(Reader.read(utterance, TODAY))
        .extracting(mention -> mention.value().normalised())
        .containsExactly("T14:00");
  }

  @Test
  void a_call_in_thirty_minutes_is_a_time_of_day_where_the_time_is_known() {
    Utterance utterance =
        new Utterance("we will call you back in thirty minutes", Lexicon.of("en"));
    assertThat(Reader.read(utterance, TODAY, LocalTime.of(23, 45)))
        .extracting(mention -> mention.value().normalised())
        .containsExactly("2026-02-26T00:15");
    assertThat(Reader.read(utterance, TODAY))
        .extracting(mention -> mention.value().normalised())
        .containsExactly("PT30M");
  }

  @ParameterizedTest
  @CsvSource({"2026-02-27,1,2026-03-02", "2026-02-25,5,2026-03-04", "2026-02-28,1,2026-03-02"})
  void business_days_skip_the_weekend(LocalDate from, int count, LocalDate end) {
    assertThat(Days.after(from, count, Span.Unit.BUSINESS_DAY)).isEqualTo(end);
  }
}
