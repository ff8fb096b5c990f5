package dev.assay.cli.demo;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.Locale;

/**
 * Numbers as a speech recogniser without number formatting writes them: English, Spanish, German
 * and French, 0 to 9 999. A test compares every number with ICU's spelling.
 */
final class NumberWords {
  private final String language;

  NumberWords(Locale locale) {
    this.language = locale.getLanguage();
  }

  String cardinal(int number) {
    if (number < 0 || number > 9_999) {
      throw new IllegalArgumentException("expected 0 to 9999, came " + number);
    }
    return switch (language) {
      case "de" -> number == 1 ? "eins" : german(number, true);
      case "es" -> spanish(number);
      case "fr" -> french(number);
      default -> english(number);
    };
  }

  /** An amount with its currency, such as {@code forty nine pounds fifty}. */
  String money(BigDecimal amount, String currency) {
    int whole = amount.intValue();
    int cents = amount.remainder(BigDecimal.ONE).movePointRight(2).intValue();
    String unit = unit(currency, whole);
    return switch (language) {
      case "de" -> german(whole, false) + " " + unit + (cents == 0 ? "" : " " + cardinal(cents));
      case "es" ->
          beforeNoun(spanish(whole)) + " " + unit + (cents == 0 ? "" : " con " + cardinal(cents));
      case "fr" -> french(whole) + " " + unit + (cents == 0 ? "" : " " + cardinal(cents));
      default -> english(whole) + " " + unit + englishCents(cents, currency);
    };
  }

  private static String englishCents(int cents, String currency) {
    if (cents == 0) {
      return "";
    }
    String unit = currency.equals("GBP") ? "" : " cents";
    return (unit.isEmpty() && cents >= 10 ? " " : " and ")
        + english(cents)
        + (unit.isEmpty() && cents < 10 ? " pence" : unit);
  }

  private String unit(String currency, int whole) {
    boolean one = whole == 1;
    return switch (currency) {
      case "GBP" -> one ? "pound" : "pounds";
      case "USD" -> one ? "dollar" : "dollars";
      case "CHF" -> language.equals("de") ? "Franken" : one ? "franc" : "francs";
      default -> language.equals("de") ? "Euro" : one ? "euro" : "euros";
    };
  }

  /** A time of day as it is said: {@code half past three in the afternoon}. */
  String clock(LocalTime time) {
    int hour = time.getHour();
    int minute = time.getMinute();
    return switch (language) {
      case "de" -> (hour == 1 ? "ein" : cardinal(hour)) + " Uhr" + after(minute);
      case "fr" -> (hour == 1 ? "une heure" : cardinal(hour) + " heures") + after(minute);
      case "es" -> spanishClock(hour, minute);
      default -> englishClock(hour, minute);
    };
  }

  private String after(int minute) {
    return minute == 0 ? "" : " " + cardinal(minute);
  }

  private static String englishClock(int hour, int minute) {
    String said = english(hour12(hour));
    String part =
        hour < 12 ? " in the morning" : hour < 18 ? " in the afternoon" : " in the evening";
    return switch (minute) {
          case 0 -> said;
          case 15 -> "quarter past " + said;
          case 30 -> "half past " + said;
          default -> said + " " + english(minute);
        }
        + part;
  }

  private static String spanishClock(int hour, int minute) {
    String said = hour12(hour) == 1 ? "una" : spanish(hour12(hour));
    String part = hour < 12 ? " de la mañana" : " de la tarde";
    return switch (minute) {
          case 0 -> said;
          case 15 -> said + " y cuarto";
          case 30 -> said + " y media";
          default -> said + " y " + spanish(minute);
        }
        + part;
  }

  private static int hour12(int hour) {
    return hour % 12 == 0 ? 12 : hour % 12;
  }

  private static final String[] EN =
      ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
              + " fifteen sixteen seventeen eighteen nineteen")
          .split(" ");
  private static final String[] EN_TENS =
      "- - twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

  private static String english(int n) {
    if (n < 20) {
      return EN[n];
    }
    if (n < 100) {
      return joined(EN_TENS[n / 10], " ", n % 10 == 0 ? "" : EN[n % 10]);
    }
    int unit = n < 1000 ? 100 : 1000;
    String name = unit == 100 ? " hundred" : " thousand";
    return joined(english(n / unit) + name, " ", n % unit == 0 ? "" : english(n % unit));
  }

  private static final String[] DE =
      ("null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn"
              + " fünfzehn sechzehn siebzehn achtzehn neunzehn")
          .split(" ");
  private static final String[] DE_TENS =
      "- - zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split(" ");

  /** At the end of a number "eins", before a noun "ein". */
  private static String german(int n, boolean last) {
    if (n < 20) {
      return n == 1 && last ? "eins" : DE[n];
    }
    if (n < 100) {
      return n % 10 == 0 ? DE_TENS[n / 10] : DE[n % 10] + "und" + DE_TENS[n / 10];
    }
    int unit = n < 1000 ? 100 : 1000;
    String head = german(n / unit, false) + (unit == 100 ? "hundert" : "tausend");
    return n % unit == 0 ? head : head + german(n % unit, last);
  }

  private static final String[] ES =
      ("cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"
              + " dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés"
              + " veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve")
          .split(" ");
  private static final String[] ES_TENS =
      "- - - treinta cuarenta cincuenta sesenta setenta ochenta noventa".split(" ");
  private static final String[] ES_HUNDREDS =
      ("- ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos"
              + " ochocientos novecientos")
          .split(" ");

  private static String spanish(int n) {
    if (n < 30) {
      return ES[n];
    }
    if (n < 100) {
      return joined(ES_TENS[n / 10], " y ", n % 10 == 0 ? "" : ES[n % 10]);
    }
    if (n == 100) {
      return "cien";
    }
    if (n < 1000) {
      return joined(ES_HUNDREDS[n / 100], " ", n % 100 == 0 ? "" : spanish(n % 100));
    }
    String head = n < 2000 ? "mil" : spanish(n / 1000) + " mil";
    return joined(head, " ", n % 1000 == 0 ? "" : spanish(n % 1000));
  }

  private static String beforeNoun(String number) {
    return number.endsWith("veintiuno")
        ? number.replaceFirst("veintiuno$", "veintiún")
        : number.replaceFirst("uno$", "un");
  }

  private static final String[] FR =
      ("zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze"
              + " seize dix-sept dix-huit dix-neuf")
          .split(" ");
  private static final String[] FR_TENS =
      "- - vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt".split(" ");

  private static String french(int n) {
    if (n < 20) {
      return FR[n];
    }
    if (n < 100) {
      return frenchTens(n);
    }
    int unit = n < 1000 ? 100 : 1000;
    int count = n / unit;
    boolean round = n % unit == 0;
    String name = unit == 100 ? "cent" : "mille";
    String plural = unit == 100 && count > 1 && round ? "s" : "";
    // "quatre-vingts" and "deux cents" lose their s before "mille"; below ten thousand none occurs.
    String head = (count == 1 ? "" : FR[count] + " ") + name + plural;
    return joined(head, " ", round ? "" : french(n % unit));
  }

  private static String frenchTens(int n) {
    int tens = n / 10;
    boolean vigesimal = tens == 7 || tens == 9;
    int rest = vigesimal ? n - (tens - 1) * 10 : n % 10;
    if (n == 80) {
      return "quatre-vingts";
    }
    if (rest == 0) {
      return FR_TENS[tens];
    }
    boolean and = tens < 8 && (rest == 1 || rest == 11);
    return FR_TENS[tens] + (and ? " et " : "-") + FR[rest];
  }

  private static String joined(String head, String between, String tail) {
    return tail.isEmpty() ? head : head + between + tail;
  }
}
