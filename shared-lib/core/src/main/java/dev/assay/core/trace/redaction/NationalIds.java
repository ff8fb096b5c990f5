package dev.assay.core.trace.redaction;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** National ids: the form of each country and, where the country has one, the check digit. */
final class NationalIds {
  private static final String NINO_BAD_PAIRS = "BG GB NK KN TN NT ZZ";

  private NationalIds() {}

  /** Ids of digits alone, or of digits with a letter beside them. */
  static @Nullable Match inDigits(Tokens tokens, Cluster cluster, boolean cued) {
    Match match = nir(cluster);
    if (match == null) {
      match = ssn(cluster, cued);
    }
    if (match == null) {
      match = cpf(cluster, cued);
    }
    if (match == null) {
      match = germanTaxId(cluster);
    }
    if (match == null) {
      match = dniWithLetter(tokens, cluster);
    }
    return match == null ? spacedNino(tokens, cluster) : match;
  }

  /** Ids of letters and digits in one run. */
  static @Nullable Match inMixed(Tokens tokens, int token) {
    int before = tokens.start(token) - 1;
    char previous = tokens.at(before);
    boolean tail =
        previous == '#' || (Tokens.isDash(previous) && Tokens.isWordPart(tokens.at(before - 1)));
    if (tail) {
      return null;
    }
    int length = tokens.length(token);
    Kind kind =
        switch (length) {
          case 9 -> nineCharacters(tokens.word(token));
          case 15 -> Checksums.nir(tokens.word(token)) ? Kind.FR_NIR : null;
          case 16 -> Checksums.codiceFiscale(tokens.word(token)) ? Kind.IT_CODICE_FISCALE : null;
          default -> null;
        };
    return kind == null
        ? null
        : new Match(
            tokens.start(token),
            tokens.end(token),
            kind,
            tokens.word(token).toUpperCase(Locale.ROOT));
  }

  private static @Nullable Kind nineCharacters(String word) {
    if (isNino(word)) {
      return Kind.UK_NINO;
    }
    boolean shaped =
        Tokens.isDigit(word.charAt(1))
            && word.charAt(8) >= 'A'
            && word.charAt(8) <= 'Z'
            && (Tokens.isDigit(word.charAt(0)) || "XYZ".indexOf(word.charAt(0)) >= 0);
    return shaped && Checksums.dni(word) ? Kind.ES_DNI : null;
  }

  /** Two letters, six digits, A to D; the letters as HMRC gives them out (NIM39110). */
  private static boolean isNino(String word) {
    String letters = word.substring(0, 2);
    return "ABCEGHJKLMNOPRSTWXYZ".indexOf(letters.charAt(0)) >= 0
        && "ABCEGHJKLMNPRSTWXYZ".indexOf(letters.charAt(1)) >= 0
        && !NINO_BAD_PAIRS.contains(letters)
        && Checksums.allDigits(word.substring(2, 8))
        && "ABCD".indexOf(word.charAt(8)) >= 0;
  }

  private static @Nullable Match spacedNino(Tokens tokens, Cluster cluster) {
    int start = cluster.start() - 3;
    if (!cluster.is(2, 2, 2) || !Tokens.isSpace(tokens.at(start + 2))) {
      return null;
    }
    int end = cluster.end(3) + 2;
    boolean alone =
        start >= 0
            && !Tokens.isWordPart(tokens.at(start - 1))
            && Tokens.isSpace(tokens.at(end - 2))
            && !Tokens.isWordPart(tokens.at(end));
    String compact =
        alone && end <= tokens.text.length()
            ? tokens.text.substring(start, start + 2) + cluster.digits(3) + tokens.at(end - 1)
            : "";
    return alone && compact.length() == 9 && isNino(compact)
        ? new Match(start, end, Kind.UK_NINO, compact)
        : null;
  }

  /** 12345678-Z, 12345678 Z, 12.345.678-Z. */
  private static @Nullable Match dniWithLetter(Tokens tokens, Cluster cluster) {
    boolean dotted = cluster.is(2, 3, 3) && cluster.joinedBy(3, ".");
    if (!dotted && cluster.length(0) != 8) {
      return null;
    }
    int groups = dotted ? 3 : 1;
    int end = cluster.end(groups);
    char separator = tokens.at(end);
    char letter = tokens.at(end + 1);
    boolean lettered =
        (Tokens.isDash(separator) || Tokens.isSpace(separator))
            && letter >= 'A'
            && letter <= 'Z'
            && !Tokens.isWordPart(tokens.at(end + 2));
    String compact = cluster.digits(groups) + letter;
    return lettered && Checksums.dni(compact)
        ? new Match(cluster.start(), end + 2, Kind.ES_DNI, compact)
        : null;
  }

  /** Never 000, 666 or 9xx, 00, 0000 (Social Security Administration, randomised since 2011). */
  private static @Nullable Match ssn(Cluster cluster, boolean cued) {
    boolean formatted =
        cluster.is(3, 2, 4) && (cluster.joinedBy(3, "-") || (cued && cluster.joinedBy(3, " ")));
    int groups = formatted ? 3 : 1;
    if (!formatted && !(cued && cluster.length(0) == 9)) {
      return null;
    }
    String digits = cluster.digits(groups);
    boolean possible =
        !digits.startsWith("000")
            && !digits.startsWith("666")
            && digits.charAt(0) != '9'
            && !digits.startsWith("00", 3)
            && !digits.startsWith("0000", 5);
    return possible && cluster.closesCleanly(groups)
        ? new Match(cluster.start(), cluster.end(groups), Kind.US_SSN, digits)
        : null;
  }

  private static @Nullable Match cpf(Cluster cluster, boolean cued) {
    boolean formatted = cluster.is(3, 3, 3, 2);
    int groups = formatted ? 4 : 1;
    boolean candidate = formatted || (cued && cluster.length(0) == 11);
    return candidate && Checksums.cpf(cluster.digits(groups)) && cluster.closesCleanly(groups)
        ? new Match(cluster.start(), cluster.end(groups), Kind.BR_CPF, cluster.digits(groups))
        : null;
  }

  private static @Nullable Match germanTaxId(Cluster cluster) {
    boolean formatted = cluster.is(2, 3, 3, 3);
    int groups = formatted ? 4 : 1;
    boolean candidate = formatted || cluster.length(0) == 11;
    return candidate
            && Checksums.germanTaxId(cluster.digits(groups))
            && cluster.closesCleanly(groups)
        ? new Match(cluster.start(), cluster.end(groups), Kind.DE_TAX_ID, cluster.digits(groups))
        : null;
  }

  private static @Nullable Match nir(Cluster cluster) {
    boolean spaced = cluster.is(1, 2, 2, 2, 3, 3, 2) || cluster.is(13, 2);
    int groups = cluster.length(0) == 15 ? 1 : cluster.is(13, 2) ? 2 : 7;
    boolean candidate = groups == 1 || (spaced && cluster.count() >= groups);
    return candidate && Checksums.nir(cluster.digits(groups)) && cluster.closesCleanly(groups)
        ? new Match(cluster.start(), cluster.end(groups), Kind.FR_NIR, cluster.digits(groups))
        : null;
  }
}
