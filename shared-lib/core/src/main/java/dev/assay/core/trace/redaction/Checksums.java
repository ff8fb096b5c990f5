package dev.assay.core.trace.redaction;

import java.util.Locale;

/**
 * The check digits of cards and national ids. Every method takes bare characters, no separators.
 */
final class Checksums {
  private static final String DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

  /** Values of the characters at odd places of a codice fiscale, 0-9 then A-Z (DM 23/12/1976). */
  private static final int[] CODICE_ODD = {
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
  };

  private Checksums() {}

  /** Luhn (ISO/IEC 7812-1). */
  static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int d = digits.charAt(digits.length() - 1 - i) - '0';
      sum += i % 2 == 0 ? d : d < 5 ? 2 * d : 2 * d - 9;
    }
    return sum % 10 == 0;
  }

  /** ISO 13616: country and check digits moved to the end, letters as 10..35, remainder 1. */
  static boolean iban(String compact) {
    int remainder = 0;
    for (int i = 0; i < compact.length(); i++) {
      int value = Character.digit(compact.charAt((i + 4) % compact.length()), 36);
      if (value < 0) {
        return false;
      }
      remainder = (value < 10 ? remainder * 10 + value : remainder * 100 + value) % 97;
    }
    return remainder == 1;
  }

  /** The letter of a Spanish DNI: the number modulo 23. NIE: X, Y, Z stand for 0, 1, 2. */
  static boolean dni(String compact) {
    String id = compact.toUpperCase(Locale.ROOT);
    int nie = "XYZ".indexOf(id.charAt(0));
    String number = nie < 0 ? id.substring(0, 8) : nie + id.substring(1, 8);
    return id.length() == 9
        && allDigits(number)
        && DNI_LETTERS.charAt(Integer.parseInt(number) % 23) == id.charAt(8);
  }

  /**
   * German tax id: ISO 7064 MOD 11,10; among the first ten digits one stands two or three times and
   * every other at most once (Anlage zu § 139b AO).
   */
  static boolean germanTaxId(String digits) {
    if (digits.length() != 11 || digits.charAt(0) == '0' || !oneDigitRepeats(digits)) {
      return false;
    }
    int product = 10;
    for (int i = 0; i < 10; i++) {
      int sum = (digits.charAt(i) - '0' + product) % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (11 - product) % 10 == digits.charAt(10) - '0';
  }

  private static boolean oneDigitRepeats(String digits) {
    int[] count = new int[10];
    for (int i = 0; i < 10; i++) {
      count[digits.charAt(i) - '0']++;
    }
    int repeated = 0;
    for (int times : count) {
      if (times > 3) {
        return false;
      }
      repeated += times > 1 ? 1 : 0;
    }
    return repeated == 1;
  }

  /** French NIR: 13 digits and a key of 97 minus their remainder; Corsica's 2A, 2B are 19, 18. */
  static boolean nir(String compact) {
    String digits = compact.toUpperCase(Locale.ROOT).replace("2A", "19").replace("2B", "18");
    if (digits.length() != 15
        || !allDigits(digits)
        || digits.charAt(0) > '2'
        || digits.charAt(0) < '1') {
      return false;
    }
    int month = Integer.parseInt(digits.substring(3, 5));
    boolean plausible = (month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50;
    long number = Long.parseLong(digits.substring(0, 13));
    return plausible && 97 - number % 97 == Integer.parseInt(digits.substring(13));
  }

  /** Italian codice fiscale: 16 characters, the last a sum over odd and even places. */
  static boolean codiceFiscale(String compact) {
    String id = compact.toUpperCase(Locale.ROOT);
    int sum = 0;
    for (int i = 0; i < 15; i++) {
      char c = id.charAt(i);
      boolean letterPlace = i < 6 || i == 8 || i == 11;
      boolean digit = c >= '0' && c <= '9';
      boolean letter = c >= 'A' && c <= 'Z';
      if (letterPlace ? !letter : !digit && "LMNPQRSTUV".indexOf(c) < 0) {
        return false;
      }
      int value = digit ? c - '0' : c - 'A';
      sum += i % 2 == 0 ? CODICE_ODD[value] : value;
    }
    return id.charAt(15) == 'A' + sum % 26;
  }

  /** Brazilian CPF: two digits modulo 11; eleven equal digits are no number. */
  static boolean cpf(String digits) {
    return digits.length() == 11
        && digits.chars().distinct().count() > 1
        && cpfDigit(digits, 9) == digits.charAt(9) - '0'
        && cpfDigit(digits, 10) == digits.charAt(10) - '0';
  }

  private static int cpfDigit(String digits, int place) {
    int sum = 0;
    for (int i = 0; i < place; i++) {
      sum += (digits.charAt(i) - '0') * (place + 1 - i);
    }
    return sum * 10 % 11 % 10;
  }

  static boolean allDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
