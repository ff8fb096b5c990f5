package dev.assay.core.check.commitment.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.check.commitment.grammar.Reader;
import dev.assay.core.check.commitment.text.Lexicon;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.Value.When;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.Temporal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs write is read as the grammars read it, only sooner. */
class StampsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);

  private static When byGrammar(String text) {
    List<Mention> read = Reader.read(new Utterance(text, Lexicon.of("en")), TODAY);
    assertThat(read).as(text).hasSize(1);
    return (When) read.getFirst().value();
  }

  @Test
  void every_date_is_the_one_that_the_grammars_read() {
    for (LocalDate day = LocalDate.of(2023, 12, 20); day.getYear() < 2025; day = day.plusDays(1)) {
      assertThat(Stamps.read(day.toString())).isEqualTo(day);
      assertThat(byGrammar(day.toString()).dates()).containsExactly(day);
    }
  }

  @Test
  void every_minute_with_its_seconds_is_the_one_that_the_grammars_read() {
    for (int minute = 0; minute < 24 * 60; minute++) {
      LocalTime time = LocalTime.of(minute / 60, minute % 60);
      assertThat(Stamps.read(time.toString())).isEqualTo(time);
      assertThat(Stamps.read(time + ":45")).isEqualTo(time);
      assertThat(byGrammar(time + ":45").times()).containsExactly(time);
      Temporal both = Stamps.read("2026-05-04T" + time + ":45");
      assertThat(both).isEqualTo(LocalDateTime.of(LocalDate.of(2026, 5, 4), time));
      When read = byGrammar("2026-05-04T" + time + ":45");
      assertThat(read.normalised()).isEqualTo(String.valueOf(both));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-02-30",
        "2026-13-01",
        "0026-01-01",
        "2026/03/03",
        "2026-3-003",
        "24:00",
        "12:60",
        "1:300",
        "12:30:4x",
        "12-30-45",
        "2026-05-04 12:30:45",
        "2026-05-04T12:30:4Z",
        "2026-05-32T12:30:45",
        "£٣12:30"
      })
  void anything_else_is_left_to_the_grammars(String text) {
    assertThat(Stamps.read(text)).isNull();
  }
}
