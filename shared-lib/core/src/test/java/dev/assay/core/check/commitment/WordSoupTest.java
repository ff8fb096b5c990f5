package dev.assay.core.check.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.feedback.Finding;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Words and signs in no order: always an answer, never an exception. */
final class WordSoupTest {
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
    "$",
    "€",
    "US$",
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
    "99/99/2026",
    "03/04/2026",
    "Tuesday",
    "next",
    "today",
    "tomorrow",
    "at",
    "past",
    "to",
    "noon",
    "12:61",
    "14:30",
    "pm",
    "the",
    "15th",
    "0",
    "7",
    "1,249.90",
    "1.249,90",
    "99999999999999",
    "=",
    "+",
    "-",
    "×",
    "/",
    "(",
    ")",
    "|",
    ",",
    ".",
    "?",
    "!",
    "\n",
    "I've",
    "cancelled",
    "refunded",
    "has",
    "been",
    "booked",
    "your",
    "order",
    "#W12",
    "not",
    "if",
    "were",
    "sorry",
    "about",
    "up",
    "start",
    "from",
    "total",
    "is",
    "refund",
    "fee",
    "per",
    "month",
    "each",
    "halb",
    "drei",
    "und",
    "zwanzig",
    "Uhr",
    "quatre",
    "vingt",
    "dix",
    "heures",
    "h",
    "mille",
    "mil",
    "cien",
    "y",
    "d'",
    "l'",
    "\u00ad",
    "\ud83d",
    "'",
    "\\n",
    "三",
    "十",
    "万",
    "零",
    "点",
    "半",
    "月",
    "号",
    "元",
    "块",
    "折",
    "百分之",
    "下午",
    "吗",
    "，",
    "３",
    "03/03",
    "24.12.",
    "p. m.",
    "después",
    "après",
    "meio",
    "dia",
    "minus",
    "menos",
    "quart",
    "moins",
    "double",
    "um",
    "äh",
    "x"
  };

  @Test
  void no_order_of_words_breaks_the_check() {
    Random random = new Random(42);
    List<String> languages =
        List.of(
            "en", "en-GB", "es", "es-MX", "de", "fr", "fr-CH", "it", "pt", "zh", "xx", "-",
            "e1-GBR");
    for (int i = 0; i < 20_000; i++) {
      String language = languages.get(random.nextInt(languages.size()));
      String said = soup(random);
      Traces trace =
          Traces.aTrace()
              .locale(language)
              .policy(soup(random))
              .user(soup(random))
              .called(
                  "refund",
                  "{\"amount\":5}",
                  "{\"total\":12.5,\"at\":\"" + "2026-03-03T14:30" + "\"}");
      List<Finding> findings =
          new CommitmentCheck().assess(trace.agent(said).build()).getFirst().findings();
      for (Finding finding : findings) {
        assertThat(said.substring(finding.start(), finding.end())).isEqualTo(finding.text());
      }
    }
  }

  private static String soup(Random random) {
    StringBuilder soup = new StringBuilder();
    int length = random.nextInt(30);
    for (int i = 0; i < length; i++) {
      soup.append(PIECES[random.nextInt(PIECES.length)]).append(random.nextInt(6) == 0 ? "" : " ");
    }
    return soup.toString();
  }
}
