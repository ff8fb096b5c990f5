package dev.assay.core.check.commitment.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import dev.assay.core.check.commitment.text.Decimals;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The formatters of the JDK and of ICU write a value, we read it: the same value must come back.
 */
final class LocaleFormatsTest {
  private static final int SAMPLES = 400;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "en-US", "en-GB", "en-AU", "en-IN", "en-CA", "de-DE", "de-AT", "de-CH", "es-ES", "es-MX",
        "es-AR", "fr-FR", "fr-CH", "fr-CA", "it-IT", "it-CH", "pt-BR", "pt-PT", "zh-CN", "zh-TW"
      })
  void a_date_in_every_style_of_the_locale_is_read_as_itself(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    List<String> wrong = new ArrayList<>();
    Random random = new Random(3);
    for (FormatStyle style : FormatStyle.values()) {
      DateTimeFormatter formatter = DateTimeFormatter.ofLocalizedDate(style).withLocale(locale);
      for (int i = 0; i < SAMPLES; i++) {
        LocalDate date = Mentions.TODAY.plusDays(random.nextInt(1, 700));
        String text = formatter.format(date);
        List<String> found = Mentions.of(text, tag);
        boolean first =
            found.size() == 1
                && List.of(found.getFirst().split("\\|", -1)).getFirst().equals(date.toString());
        if (!first && wrong.size() < 20) {
          wrong.add(style + " " + text + " read as " + found + " instead of " + date);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "en-US", "en-GB", "en-AU", "en-IN", "en-CA", "de-DE", "de-AT", "de-CH", "es-ES", "es-MX",
        "es-US", "fr-FR", "fr-CH", "fr-CA", "it-IT", "pt-BR", "pt-PT", "zh-CN", "zh-TW"
      })
  void a_time_of_day_of_the_locale_is_read_as_itself(String tag) {
    DateTimeFormatter formatter =
        DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(Locale.forLanguageTag(tag));
    List<String> wrong = new ArrayList<>();
    for (int minute = 0; minute < 24 * 60; minute += 5) {
      LocalTime time = LocalTime.of(minute / 60, minute % 60);
      String text = formatter.format(time);
      List<String> found = Mentions.of(text, tag);
      boolean among =
          found.size() == 1 && List.of(found.getFirst().split("\\|", -1)).contains("T" + time);
      if (!among && wrong.size() < 20) {
        wrong.add(text + " read as " + found + " instead of " + time);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "en-US,USD", "en-GB,GBP", "en-AU,AUD", "en-IN,INR", "en-CA,CAD", "de-DE,EUR", "de-AT,EUR",
    "de-CH,CHF", "es-ES,EUR", "es-MX,MXN", "es-AR,ARS", "es-CO,COP", "fr-FR,EUR", "fr-CH,CHF",
    "fr-CA,CAD", "it-IT,EUR", "it-CH,CHF", "pt-BR,BRL", "pt-PT,EUR", "zh-CN,CNY", "zh-TW,TWD",
    "en-US,EUR", "de-DE,USD", "fr-FR,CHF"
  })
  void an_amount_of_the_locale_is_read_as_itself(String tag, String code) {
    NumberFormat formatter = NumberFormat.getCurrencyInstance(ULocale.forLanguageTag(tag));
    formatter.setCurrency(Currency.getInstance(code));
    formatter.setMinimumFractionDigits(2);
    formatter.setMaximumFractionDigits(2);
    List<String> wrong = new ArrayList<>();
    Random random = new Random(7);
    for (int i = 0; i < SAMPLES; i++) {
      long cents = random.nextLong(100, i % 2 == 0 ? 100_000 : 500_000_000);
      String text = formatter.format(cents / 100.0);
      String expected = code + " " + Decimals.money(cents * Decimals.CENT);
      String read = Mentions.only(text, tag);
      if (!expected.equals(read) && wrong.size() < 20) {
        wrong.add(text + " read as " + read + " instead of " + expected);
      }
    }
    assertThat(wrong).isEmpty();
  }
}
