package dev.assay.core.check.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ICU spells a number, we read it: the same number must come back. */
final class SpelledNumbersTest {
  @ParameterizedTest
  @ValueSource(strings = {"en", "es", "de", "fr"})
  void a_number_that_is_spelled_out_is_read_as_itself(String language) {
    RuleBasedNumberFormat oracle =
        new RuleBasedNumberFormat(ULocale.forLanguageTag(language), RuleBasedNumberFormat.SPELLOUT);
    oracle.setDefaultRuleSet("%spellout-cardinal" + masculine(language));
    List<String> wrong = new ArrayList<>();
    for (long number : numbers()) {
      String words = oracle.format(number);
      if (read(words, language) != number) {
        wrong.add(number + " = " + words + " read as " + read(words, language));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static String masculine(String language) {
    return language.equals("en") ? "" : "-masculine";
  }

  private static List<Long> numbers() {
    Random random = new Random(11);
    List<Long> numbers = new ArrayList<>();
    for (long n = 0; n < 2_000; n++) {
      numbers.add(n);
    }
    for (int i = 0; i < 2_000; i++) {
      numbers.add((long) random.nextInt(2_000, 1_000_000));
      numbers.add((long) random.nextInt(1_000_000, 900_000_000));
    }
    return numbers;
  }

  private static long read(String words, String language) {
    Lexicon lexicon = Lexicon.of(language);
    List<Token> tokens = Tokenizer.tokenize(words, lexicon);
    NumberPhrase phrase = new NumberGrammar(tokens, lexicon).read(0);
    boolean whole = phrase != null && phrase.isValue() && phrase.end() == tokens.size();
    return phrase != null && whole ? phrase.first() / Decimals.ONE : -1;
  }
}
