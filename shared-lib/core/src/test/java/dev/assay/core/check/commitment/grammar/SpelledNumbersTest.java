package dev.assay.core.check.commitment.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import dev.assay.core.check.commitment.text.Lexicon;
import dev.assay.core.check.commitment.text.NumberGrammar;
import dev.assay.core.check.commitment.text.NumberPhrase;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Tokenizer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ICU spells a number, we read it: the same number must come back. */
final class SpelledNumbersTest {
  private static final int EVERY_NUMBER_TO = 10_000;
  private static final int SAMPLES = 2_000;

  private static RuleBasedNumberFormat oracle(String locale, String rules) {
    RuleBasedNumberFormat oracle =
        new RuleBasedNumberFormat(ULocale.forLanguageTag(locale), RuleBasedNumberFormat.SPELLOUT);
    oracle.setDefaultRuleSet("%spellout-" + rules);
    return oracle;
  }

  @ParameterizedTest
  @CsvSource({
    "en,cardinal",
    "en,cardinal-verbose",
    "es,cardinal-masculine",
    "es,cardinal-feminine",
    "de,cardinal-masculine",
    "de,cardinal-feminine",
    "fr,cardinal-masculine",
    "fr-CH,cardinal-masculine",
    "fr-BE,cardinal-masculine",
    "it,cardinal-masculine",
    "pt,cardinal-masculine",
    "pt-PT,cardinal-masculine",
    "pt,cardinal-feminine",
    "zh,cardinal",
    "zh-Hant,cardinal"
  })
  void a_number_that_is_spelled_out_is_read_as_itself(String locale, String rules) {
    RuleBasedNumberFormat oracle = oracle(locale, rules);
    List<String> wrong = new ArrayList<>();
    for (long number : numbers()) {
      String words = oracle.format(number);
      check(words.replace(",", ""), locale, BigDecimal.valueOf(number), wrong);
    }
    assertThat(wrong).isEmpty();
  }

  private static List<Long> numbers() {
    Random random = new Random(11);
    List<Long> numbers = new ArrayList<>(LongStream.range(0, EVERY_NUMBER_TO).boxed().toList());
    for (int i = 0; i < SAMPLES; i++) {
      numbers.add((long) random.nextInt(EVERY_NUMBER_TO, 1_000_000));
      numbers.add((long) random.nextInt(1_000_000, 1_000_000_000));
      numbers.add(1_000L * random.nextInt(1, 1_000_000));
    }
    return numbers;
  }

  @ParameterizedTest
  @CsvSource({
    "en,cardinal",
    "es,cardinal-masculine",
    "de,cardinal-masculine",
    "fr,cardinal-masculine",
    "it,cardinal-masculine",
    "pt,cardinal-masculine"
  })
  void decimals_are_read_as_themselves(String locale, String rules) {
    RuleBasedNumberFormat oracle = oracle(locale, rules);
    List<String> wrong = new ArrayList<>();
    for (int hundredths = 1; hundredths < 10_000; hundredths += 7) {
      BigDecimal number = BigDecimal.valueOf(hundredths, 2).stripTrailingZeros();
      if (number.scale() > 0) {
        check(oracle.format(number.doubleValue()), locale, number, wrong);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static void check(String words, String locale, BigDecimal number, List<String> wrong) {
    BigDecimal read = read(words, locale);
    if (read == null || read.compareTo(number) != 0) {
      wrong.add(number + " = " + words + " read as " + read);
    }
  }

  private static @Nullable BigDecimal read(String words, String locale) {
    Lexicon lexicon = Lexicon.forLocale(locale);
    List<Token> tokens = Tokenizer.tokenize(words, lexicon);
    NumberPhrase phrase = new NumberGrammar(tokens, lexicon).read(0);
    boolean whole = phrase != null && phrase.isValue() && phrase.end() == tokens.size();
    return phrase != null && whole ? BigDecimal.valueOf(phrase.first(), 4) : null;
  }

  /** How each language says an amount with its small change. */
  @ParameterizedTest
  @CsvSource({
    "en,cardinal,{} dollars and {} cents,USD",
    "en,cardinal,{} pounds {},GBP",
    "es,cardinal-masculine,{} euros con {} céntimos,EUR",
    "es,cardinal-masculine,{} euros con {},EUR",
    "es-MX,cardinal-masculine,{} pesos con {} centavos,MXN",
    "de,cardinal-masculine,{} Euro und {} Cent,EUR",
    "de,cardinal-masculine,{} Euro {},EUR",
    "de-CH,cardinal-masculine,{} Franken {},CHF",
    "fr,cardinal-masculine,{} euros et {} centimes,EUR",
    "fr,cardinal-masculine,{} euros {},EUR",
    "fr-CH,cardinal-masculine,{} francs {},CHF",
    "it,cardinal-masculine,{} euro e {} centesimi,EUR",
    "it,cardinal-masculine,{} euro e {},EUR",
    "pt,cardinal-masculine,{} reais e {} centavos,BRL",
    "pt-PT,cardinal-masculine,{} euros e {} cêntimos,EUR",
    "pt,cardinal-masculine,{} reais e {},BRL"
  })
  void an_amount_with_its_change_is_read_as_itself(
      String locale, String rules, String form, String currency) {
    RuleBasedNumberFormat oracle = oracle(locale, rules);
    Random random = new Random(5);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < SAMPLES; i++) {
      long large = random.nextInt(2, i % 2 == 0 ? 100 : 20_000);
      long small = random.nextInt(10, 100);
      String words =
          form.replaceFirst("\\{\\}", oracle.format(large))
              .replaceFirst("\\{\\}", oracle.format(small));
      String expected = currency + " " + large + "." + small;
      String read = Mentions.only(words, locale);
      if (!expected.equals(read)) {
        wrong.add(words + " read as " + read + " instead of " + expected);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "en,ordinal,May the {},the {} of May",
    "en,ordinal,May {},{} of May",
    "de,ordinal-n,am {} Mai,den {} Mai",
    "es,cardinal-masculine,el {} de mayo,{} de mayo",
    "fr,cardinal-masculine,le {} mai,{} mai",
    "it,cardinal-masculine,il {} maggio,{} maggio",
    "pt,cardinal-masculine,dia {} de maio,{} de maio",
    "zh,cardinal,五月{}号,五月{}日"
  })
  void a_day_of_the_month_in_words_is_read_as_itself(
      String locale, String rules, String form, String otherForm) {
    RuleBasedNumberFormat oracle = oracle(locale, rules);
    List<String> wrong = new ArrayList<>();
    for (int day = 1; day <= 31; day++) {
      for (String pattern : List.of(form, otherForm)) {
        String words = pattern.replace("{}", oracle.format(day));
        String expected = "2026-05-" + (day < 10 ? "0" : "") + day;
        String read = Mentions.only(words, locale);
        if (!expected.equals(read)) {
          wrong.add(words + " read as " + read);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "en|numbering-year|May fourth {}",
        "es|cardinal-masculine|cuatro de mayo de {}",
        "de|cardinal-masculine|vierten Mai {}",
        "fr|cardinal-masculine|quatre mai {}",
        "it|cardinal-masculine|quattro maggio {}",
        "pt|cardinal-masculine|quatro de maio de {}"
      })
  void a_year_in_words_is_read_as_itself(String line) {
    List<String> parts = List.of(line.split("\\|", -1));
    RuleBasedNumberFormat oracle = oracle(parts.get(0), parts.get(1));
    List<String> wrong = new ArrayList<>();
    for (int year = 1990; year <= 2099; year++) {
      String words = parts.get(2).replace("{}", oracle.format(year));
      String read = Mentions.only(words, parts.get(0));
      if (!(year + "-05-04").equals(read)) {
        wrong.add(words + " read as " + read);
      }
    }
    assertThat(wrong).isEmpty();
  }
}
