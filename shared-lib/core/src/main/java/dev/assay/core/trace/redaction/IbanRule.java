package dev.assay.core.trace.redaction;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** International bank account numbers, spaced or not: country's length and remainder 1 mod 97. */
final class IbanRule {
  /** Country and length, from the SWIFT IBAN registry. */
  private static final String LENGTHS =
      "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BR29BY28CH21CR22CY28CZ24DE22DK18DO28EE20EG29ES24FI18"
          + "FO18FR27GB22GE22GI23GL18GR27GT28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21"
          + "LT20LU20LV21LY25MC27MD24ME22MK19MR27MT31MU30NL18NO15PK24PL28PS29PT25QA29RO24RS22SA24"
          + "SC31SE24SI19SK24SM27ST25SV28TL23TN24TR26UA29VA22VG24XK20";

  private static final Map<String, Integer> LENGTH_OF = new HashMap<>();

  static {
    for (int i = 0; i < LENGTHS.length(); i += 4) {
      LENGTH_OF.put(LENGTHS.substring(i, i + 2), Integer.parseInt(LENGTHS.substring(i + 2, i + 4)));
    }
  }

  private IbanRule() {}

  static void run(Tokens tokens, List<Match> matches) {
    for (int i = 0; i < tokens.size(); i++) {
      Match match = startsLikeIban(tokens, i) ? find(tokens, tokens.start(i)) : null;
      if (match != null) {
        matches.add(match);
        tokens.take(match);
      }
    }
  }

  private static boolean startsLikeIban(Tokens tokens, int token) {
    int start = tokens.start(token);
    return tokens.sort(token) == Tokens.Sort.MIXED
        && !tokens.isTaken(token)
        && tokens.length(token) >= 4
        && Tokens.isLetter(tokens.at(start))
        && Tokens.isLetter(tokens.at(start + 1))
        && Tokens.isDigit(tokens.at(start + 2))
        && Tokens.isDigit(tokens.at(start + 3));
  }

  private static @Nullable Match find(Tokens tokens, int start) {
    String country = tokens.text.substring(start, start + 2).toUpperCase(Locale.ROOT);
    Integer length = LENGTH_OF.get(country);
    if (length == null) {
      return null;
    }
    StringBuilder compact = new StringBuilder(length);
    int at = start;
    while (compact.length() < length && at < tokens.text.length()) {
      char c = tokens.at(at);
      boolean separator = Tokens.isSpace(c) || Tokens.isDash(c);
      if (!separator && (c > 127 || !Character.isLetterOrDigit(c))) {
        return null;
      }
      if (separator && !Tokens.isWordPart(tokens.at(at - 1))) {
        return null;
      }
      if (!separator) {
        compact.append(c);
      }
      at++;
    }
    String value = compact.toString().toUpperCase(Locale.ROOT);
    return value.length() == length && !Tokens.isWordPart(tokens.at(at)) && Checksums.iban(value)
        ? new Match(start, at, Kind.IBAN, value)
        : null;
  }
}
