package dev.assay.core.check.commitment;

import java.util.List;
import java.util.Random;

/**
 * Texts that nobody would write and every check must survive: fragments of real-looking speech in
 * all languages, numbers of any length, impossible dates, odd currencies, and whatever Unicode has.
 */
final class FuzzTexts {
  /** Languages with a lexicon, regions, and some without one. */
  static final List<String> LOCALES =
      List.of(
          "en-US", "en-GB", "en-IN", "es-ES", "es-MX", "de-DE", "de-CH", "fr-FR", "fr-CA", "it-IT",
          "pt-BR", "zh-CN", "zh-TW", "en", "xx", "tlh", "");

  private static final String[] PHRASES = {
    "Your total is",
    "I've cancelled",
    "I have refunded",
    "has been cancelled",
    "you're all set",
    "I'll email you",
    "within",
    "5 to 7 business days",
    "free of charge",
    "full refund",
    "no cancellation fee",
    "up to",
    "starting at",
    "about",
    "for example",
    "if you cancel within",
    "would you like",
    "not",
    "order #W2378156",
    "your reservation EHGLP3",
    "ending in 7684",
    "twelve fifty",
    "two forty nine ninety nine",
    "a hundred and five dollars",
    "half past three",
    "quarter to five",
    "next Friday",
    "March 4th, 2026",
    "the 15th",
    "tomorrow at noon",
    "3 bags",
    "three nights at 140 plus 35 is",
    "per month",
    "each",
    "100 points = $1.00",
    "20% off",
    "sorry",
    "5 % of",
    "minus",
    "Su total es de",
    "le hemos reembolsado",
    "treinta y un mil",
    "cuarenta y",
    "el 4 de marzo",
    "a las tres y media",
    "dentro de",
    "días hábiles",
    "sin coste",
    "pesos",
    "Ihr Gesamtbetrag ist",
    "ich habe storniert",
    "wurde erstattet",
    "dreiundzwanzig",
    "halb drei",
    "viertel nach",
    "am 4. März",
    "um 15 Uhr",
    "innerhalb von",
    "Werktagen",
    "kostenlos",
    "einer",
    "Le total est de",
    "j'ai annulé",
    "a été remboursé",
    "quatre-vingt-dix-neuf",
    "le 4 mars",
    "à 14 h 30",
    "sous",
    "jours ouvrés",
    "sans frais",
    "remboursement intégral",
    "l'heure",
    "Il totale è",
    "ho cancellato",
    "il quattro marzo",
    "alle tre",
    "duecento",
    "entro",
    "euro",
    "O total é",
    "cancelei",
    "quatro de março",
    "às três",
    "duzentos",
    "reais",
    "em até",
    "总共是",
    "我已经取消",
    "退款",
    "三百五十元",
    "下午三点半",
    "三月四日",
    "明天",
    "一万二千",
    "工作日",
    "免费",
    "两个",
    "块钱",
    "百分之二十"
  };

  private static final String[] PIECES = {
    "one",
    "twelve",
    "fifty",
    "hundred",
    "thousand",
    "million",
    "half",
    "quarter",
    "a",
    "and",
    "point",
    "oh",
    "zero",
    "$",
    "€",
    "US$",
    "£",
    "¥",
    "₹",
    "CHF",
    "XAU",
    "ZWL",
    "dollars",
    "cents",
    "%",
    "percent",
    "March",
    "May",
    "31",
    "30",
    "2026",
    "2026-02-30",
    "2026-03-01T25:00",
    "2026-03-03T14:30:00+99:99",
    "99/99/2026",
    "03/04/2026",
    "29.02.2027",
    "0000-00-00",
    "Tuesday",
    "next",
    "today",
    "at",
    "past",
    "to",
    "noon",
    "12:61",
    "14:30",
    "24:00",
    "pm",
    "p.m.",
    "the",
    "15th",
    "0",
    "7",
    "-1",
    "+5",
    "1,249.90",
    "1.249,90",
    "1 249,90",
    "1'250.50",
    "1,20,000",
    "99999999999999",
    "1e400",
    "0.00000000000001",
    "=",
    "+",
    "-",
    "×",
    "÷",
    "/",
    "(",
    ")",
    "[",
    "|",
    ",",
    ".",
    "?",
    "!",
    ":",
    ";",
    "…",
    "\n",
    "\\n",
    "\\$",
    "\"",
    "\"",
    "#",
    "*",
    "_",
    "~",
    "`",
    "@",
    "x",
    "½",
    "²",
    "①",
    "٣٥",
    "१२",
    "５０",
    "Ⅻ",
    "d'",
    "l'",
    "'",
    "’",
    "—",
    "–"
  };

  private static final String[] INVISIBLE = {
    "\u00ad", "\u200b", "\u200d", "\u202e", "\u2066", "\ufeff", "\u0301", "\u0308", "\u00a0",
    "\u202f", "\u2028", "\u0000", "\ud83d", "\ude00", "\ud83d\ude00", "\u0130", "\u1e9e", "\ufb01"
  };

  private final Random random;

  FuzzTexts(Random random) {
    this.random = random;
  }

  String oneOf(String... pieces) {
    return pieces[random.nextInt(pieces.length)];
  }

  String locale() {
    return LOCALES.get(random.nextInt(LOCALES.size()));
  }

  /** Up to {@code longest} pieces. */
  String text(int longest) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(longest + 1);
    for (int i = 0; i < length; i++) {
      text.append(piece()).append(random.nextInt(6) == 0 ? "" : " ");
    }
    return text.toString();
  }

  private String piece() {
    return switch (random.nextInt(12)) {
      case 0, 1, 2, 3 -> oneOf(PHRASES);
      case 4, 5, 6, 7 -> oneOf(PIECES);
      case 8 -> number();
      case 9 -> oneOf(INVISIBLE);
      case 10 -> Character.toString(random.nextInt(Character.MAX_CODE_POINT + 1));
      default -> oneOf(PIECES).repeat(1 + random.nextInt(8));
    };
  }

  /** Digits of any number, grouped at random, with a sign of money before or behind. */
  String number() {
    StringBuilder digits = new StringBuilder(oneOf("", "", "$", "€", "-", "+"));
    int length = 1 + random.nextInt(random.nextInt(20) == 0 ? 400 : 9);
    for (int i = 0; i < length; i++) {
      digits.append((char) ('0' + random.nextInt(10)));
      digits.append(random.nextInt(5) == 0 ? oneOf(".", ",", " ", "'", "-", ":", "/") : "");
    }
    return digits.append(oneOf("", "", "k", "th", "%", "pm", " dollars", " Euro", "元")).toString();
  }
}
