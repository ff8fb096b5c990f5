package dev.assay.bench.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StatedTest {
  private static final LocalDate MAY_20 = LocalDate.of(2024, 5, 20);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$1,020.50|2021.75|$2,021.75",
        "$1020.50|2021.75|$2021.75",
        "$12|13|$13",
        "$995|1005|$1,005",
        "$12.00|13|$13.00",
        "12 dollars|13.5|13.50 dollars",
        "one hundred and thirteen dollars|114|one hundred fourteen dollars",
        "a hundred dollars|114|one hundred fourteen dollars"
      })
  void another_amount_is_said_in_the_style_of_the_first(String text, String other, String words) {
    StatedAmount stated = StatedAmount.all(text).getFirst();
    String said = stated.say(new BigDecimal(other));
    assertThat(said).isNotNull();
    assertThat(stated.in(text, said)).isEqualTo(words);
  }

  @Test
  void numbers_that_are_spoken_in_pairs_are_no_whole_number() {
    assertThat(SpelledNumber.find("twelve fifty")).isEmpty();
    assertThat(SpelledNumber.find("one thousand two hundred and five").orElseThrow().value())
        .isEqualTo(1205);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-05-20T10:00|2024-06-03T10:00",
        "May 20, 2024|June 3, 2024",
        "on May 20th|on June 3rd",
        "20 May 2024|3 June 2024",
        "the 20th of May|the 3rd of June",
        "5月20日|6月3日"
      })
  void another_date_is_said_in_the_style_of_the_first(String text, String words) {
    StatedDate stated = StatedDate.all(text, MAY_20).getFirst();
    assertThat(stated.value()).isEqualTo(MAY_20);
    String said = stated.say(LocalDate.of(2024, 6, 3));
    assertThat(said).isNotNull();
    assertThat(stated.in(text, said)).isEqualTo(words);
  }

  @Test
  void a_date_of_another_month_is_another_date() {
    assertThat(StatedDate.all("June 20", MAY_20).getFirst().value())
        .isEqualTo(LocalDate.of(2024, 6, 20));
  }

  @Test
  void a_bare_day_of_the_month_cannot_say_another_month() {
    assertThat(StatedDate.all("the 20th", MAY_20).getFirst().say(LocalDate.of(2024, 6, 3)))
        .isNull();
  }

  @Test
  void the_weekday_moves_with_the_day() {
    assertThat(StatedDate.withWeekday("Monday, May 21", MAY_20, MAY_20.plusDays(1)))
        .isEqualTo("Tuesday, May 21");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "14:30|15:40|15:40",
        "14:30:00|09:05|09:05:00",
        "2:30 PM|09:05|9:05 AM",
        "2 pm|15:00|3 pm",
        "2 pm|15:20|3:20 pm",
        "02:30 p.m.|03:30|03:30 a.m."
      })
  void another_time_is_said_in_the_style_of_the_first(String text, LocalTime other, String words) {
    StatedTime stated = StatedTime.all(text).getFirst();
    String said = stated.say(other);
    assertThat(said).isNotNull();
    assertThat(stated.in(text, said)).isEqualTo(words);
  }

  @Test
  void midnight_and_noon_are_read_by_their_half_of_the_day() {
    assertThat(StatedTime.all("12:00 AM").getFirst().value()).isEqualTo(LocalTime.MIDNIGHT);
    assertThat(StatedTime.all("12:00 PM").getFirst().value()).isEqualTo(LocalTime.NOON);
    assertThat(StatedTime.all("12:10 PM").getFirst().otherWay()).isEqualTo("12:10");
    assertThat(StatedTime.all("00:10").getFirst().otherWay()).isEqualTo("12:10 AM");
  }

  @Test
  void what_no_clock_shows_is_no_time() {
    assertThat(StatedTime.all("25:10, 14:75, 13:10 pm, 1:2:30")).isEmpty();
  }
}
