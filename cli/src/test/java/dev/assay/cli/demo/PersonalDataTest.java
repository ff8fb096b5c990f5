package dev.assay.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PersonalDataTest {
  @ParameterizedTest
  @ValueSource(strings = {"en-GB", "en-US", "es-ES", "de-DE", "de-CH", "fr-FR"})
  void cards_and_ibans_carry_valid_check_digits(String tag) {
    var personal = new PersonalData(Locale.forLanguageTag(tag), new Random(5));
    for (int i = 0; i < 200; i++) {
      assertThat(luhn(personal.card().replace(" ", ""))).isZero();
      String iban = personal.iban().replace(" ", "");
      assertThat(mod97(iban.substring(4) + iban.substring(0, 4))).as(iban).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"es-ES", "de-DE", "fr-FR"})
  void national_numbers_carry_valid_check_digits(String tag) {
    var personal = new PersonalData(Locale.forLanguageTag(tag), new Random(6));
    for (int i = 0; i < 200; i++) {
      String number = personal.national();
      switch (tag) {
        case "es-ES" ->
            assertThat(
                    "TRWAGMYFPDXBNJZSQVHLCKE".charAt(Integer.parseInt(number.substring(0, 8)) % 23))
                .isEqualTo(number.charAt(8));
        case "fr-FR" ->
            assertThat(
                    (Long.parseLong(number.substring(0, 13)) + Long.parseLong(number.substring(13)))
                        % 97)
                .isZero();
        default -> assertThat(iso7064(number)).as(number).isEqualTo(1);
      }
    }
  }

  private static int luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? digit : digit * 2;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10;
  }

  private static int mod97(String text) {
    var digits = new StringBuilder();
    text.chars().forEach(c -> digits.append(Character.digit(c, 36)));
    return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue();
  }

  /** Mod 11, 10 over all digits ends at 1 for a valid number. */
  private static int iso7064(String number) {
    int product = 10;
    for (int i = 0; i < number.length() - 1; i++) {
      int sum = (number.charAt(i) - '0' + product) % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (product + number.charAt(number.length() - 1) - '0') % 10;
  }
}
