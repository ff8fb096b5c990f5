package dev.assay.cli.demo;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Puts slot values into the words of one locale. Forms: none (as people write it), {@code num},
 * {@code iso}, {@code words} (as recognised speech without number formatting), {@code short},
 * {@code weekday}, {@code first}.
 */
final class Wording {
  private final Locale locale;
  private final String currency;

  Wording(Locale locale, String currency) {
    this.locale = locale;
    this.currency = currency;
  }

  /**
   * The value in one form; a number for {@code num}, else text.
   *
   * @throws IllegalArgumentException when the kind of value has no such form
   */
  Object put(SlotValue value, String form) {
    return switch (value) {
      case SlotValue.Money money -> money(money.amount(), form);
      case SlotValue.Day day -> day(day.date(), form);
      case SlotValue.Clock clock -> clock(clock.time(), form);
      case SlotValue.Count count -> count(count.number(), form);
      case SlotValue.Words words -> words(words.text(), form);
    };
  }

  private Object money(BigDecimal amount, String form) {
    return switch (form) {
      case "" -> written(amount);
      case "num" -> amount;
      case "words" -> new NumberWords(locale).money(amount, currency);
      default -> throw unknown("money", form);
    };
  }

  private String written(BigDecimal amount) {
    boolean whole = amount.stripTrailingZeros().scale() <= 0;
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
    String figure = new DecimalFormat(whole ? "#,##0" : "#,##0.00", symbols).format(amount);
    return switch (currency) {
      case "GBP" -> "£" + figure;
      case "USD" -> "$" + figure;
      case "CHF" -> "CHF " + figure;
      default -> locale.getLanguage().equals("en") ? "€" + figure : figure + "\u00a0€";
    };
  }

  private Object day(LocalDate date, String form) {
    return switch (form) {
      case "iso" -> date.toString();
      case "" -> dated(date, longDay());
      case "short" -> dated(date, shortDay());
      case "weekday" -> dated(date, "EEEE");
      default -> throw unknown("day", form);
    };
  }

  private String dated(LocalDate date, String pattern) {
    String text = DateTimeFormatter.ofPattern(pattern, locale).format(date);
    // French says "le premier", and only of the first.
    return locale.getLanguage().equals("fr") && date.getDayOfMonth() == 1
        ? text.replaceFirst("\\b1 ", "1er ")
        : text;
  }

  private String longDay() {
    return switch (locale.toLanguageTag()) {
      case "en-US" -> "EEEE, MMMM d";
      case "de-DE", "de-CH", "de-AT" -> "EEEE, 'den' d. MMMM";
      case "es-ES", "es-MX" -> "EEEE d 'de' MMMM";
      default -> "EEEE d MMMM";
    };
  }

  private String shortDay() {
    return switch (locale.toLanguageTag()) {
      case "en-US" -> "MMMM d";
      case "de-DE", "de-CH", "de-AT" -> "d. MMMM";
      case "es-ES", "es-MX" -> "d 'de' MMMM";
      default -> "d MMMM";
    };
  }

  private Object clock(LocalTime time, String form) {
    return switch (form) {
      case "iso" -> time.toString();
      case "" -> written(time);
      case "words" -> new NumberWords(locale).clock(time);
      default -> throw unknown("time", form);
    };
  }

  private String written(LocalTime time) {
    int minute = time.getMinute();
    String two = String.format(Locale.ROOT, "%02d", minute);
    int hour12 = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
    return switch (locale.getLanguage()) {
      case "de" -> time.getHour() + (minute == 0 ? " Uhr" : ":" + two + " Uhr");
      case "es" -> time.getHour() + ":" + two;
      case "fr" -> time.getHour() + (minute == 0 ? " h" : "h" + two);
      default -> hour12 + (minute == 0 ? "" : ":" + two) + (time.getHour() < 12 ? " am" : " pm");
    };
  }

  private Object count(int number, String form) {
    return switch (form) {
      case "" -> String.valueOf(number);
      case "num" -> number;
      case "words" -> new NumberWords(locale).cardinal(number);
      default -> throw unknown("count", form);
    };
  }

  private static Object words(String text, String form) {
    return switch (form) {
      case "" -> text;
      case "first" -> text.split(" ", 2)[0];
      case "last" -> text.substring(text.lastIndexOf(' ') + 1);
      default -> throw unknown("words", form);
    };
  }

  private static IllegalArgumentException unknown(String kind, String form) {
    return new IllegalArgumentException("a slot of kind " + kind + " has no form '" + form + "'");
  }
}
