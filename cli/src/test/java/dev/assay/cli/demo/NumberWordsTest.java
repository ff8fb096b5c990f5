package dev.assay.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.RuleBasedNumberFormat;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NumberWordsTest {
  @ParameterizedTest
  @ValueSource(strings = {"en", "es", "de", "fr"})
  void every_number_is_spelled_as_icu_spells_it(String language) {
    Locale locale = Locale.forLanguageTag(language);
    var oracle = new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT);
    var words = new NumberWords(locale);
    for (int n = 0; n < 10_000; n++) {
      String expected = oracle.format(n).replace("\u00ad", "").replace("-et-", " et ");
      String heard = language.equals("en") ? expected.replace('-', ' ') : expected;
      assertThat(words.cardinal(n)).as("%s %d", language, n).isEqualTo(heard);
    }
  }

  @Test
  void amounts_are_said_as_people_say_them() {
    assertThat(money("en", "49.50", "GBP")).isEqualTo("forty nine pounds fifty");
    assertThat(money("en", "49.05", "GBP")).isEqualTo("forty nine pounds and five pence");
    assertThat(money("en", "95.50", "USD")).isEqualTo("ninety five dollars and fifty cents");
    assertThat(money("es", "21.40", "EUR")).isEqualTo("veintiún euros con cuarenta");
    assertThat(money("de", "121.00", "EUR")).isEqualTo("einhunderteinundzwanzig Euro");
    assertThat(money("fr", "80.00", "EUR")).isEqualTo("quatre-vingts euros");
  }

  @Test
  void times_are_said_as_people_say_them() {
    LocalTime time = LocalTime.of(15, 30);
    assertThat(clock("en", time)).isEqualTo("half past three in the afternoon");
    assertThat(clock("es", time)).isEqualTo("tres y media de la tarde");
    assertThat(clock("de", time)).isEqualTo("fünfzehn Uhr dreißig");
    assertThat(clock("fr", time)).isEqualTo("quinze heures trente");
  }

  private static String money(String language, String amount, String currency) {
    return new NumberWords(Locale.of(language)).money(new BigDecimal(amount), currency);
  }

  private static String clock(String language, LocalTime time) {
    return new NumberWords(Locale.of(language)).clock(time);
  }
}
