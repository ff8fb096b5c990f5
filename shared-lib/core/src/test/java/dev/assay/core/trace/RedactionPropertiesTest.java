package dev.assay.core.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class RedactionPropertiesTest {
  private static final List<String> FRAGMENTS =
      List.of(
          "a@b.com",
          "john dot smith at example dot com",
          "555-123-4567",
          "(555) 123-4567",
          "+34",
          "612 345 678",
          "4111 1111 1111 1111",
          "078-05-1120",
          "AB 12 34 56 C",
          "12345678Z",
          "12345678",
          "Z",
          "DE89 3704 0044 0532 0130 00",
          "853 Chestnut Street",
          "Suite 497",
          "apt",
          "Calle Mayor 12",
          "Hauptstraße 12",
          "12 rue de la Paix",
          "rue",
          "Street",
          "phone",
          "number",
          "order",
          "call me at",
          "teléfono",
          "zip",
          "at",
          "dot",
          "com",
          "five",
          "six",
          "seven eight nine zero one two",
          "double",
          "1",
          "12",
          "555",
          "1234567",
          "9523456873",
          "#W2378156",
          "$1,234.50",
          "2024-05-15",
          "[",
          "]",
          "@",
          "+",
          "(",
          ")",
          "-",
          ".",
          ",",
          "/",
          "\n",
          "电话",
          "13812345678",
          "The",
          "Mayor",
          "de",
          "[EMAIL_3f9a2c]",
          "[PHONE_123456]",
          "\\n",
          "_");

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    int parts = 1 + random.nextInt(14);
    for (int i = 0; i < parts; i++) {
      text.append(FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
      text.append(random.nextInt(4) == 0 ? "" : " ");
    }
    return text.toString();
  }

  @Test
  void redacting_twice_changes_nothing() {
    SplittableRandom random = new SplittableRandom(7);
    Redaction redaction = new Redaction(Redaction.Rules.ALL, "k".getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < 200_000; i++) {
      String text = text(random);
      Redaction.Scope scope = redaction.scope("c");
      String once = scope.redact(text);
      assertThat(scope.redact(once)).as("of <%s>", text).isEqualTo(once);
    }
  }

  @Test
  void any_characters_are_survived() {
    SplittableRandom random = new SplittableRandom(11);
    Redaction redaction = new Redaction(Redaction.Rules.ALL, "k".getBytes(StandardCharsets.UTF_8));
    String alphabet = "09aZ@.+-()/ ,:;#$€é电\n\"[]_\u00a0\u2011\ud83d";
    for (int i = 0; i < 100_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(30); n >= 0; n--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertThat(redaction.scope("c").redact(text.toString())).isNotEmpty();
    }
  }

  @Test
  void an_adversarial_text_takes_no_more_than_linear_time() {
    Redaction.Scope scope =
        new Redaction(Redaction.Rules.ALL, "k".getBytes(StandardCharsets.UTF_8)).scope("c");
    for (String unit : List.of("a@", "1 ", "1-", "a.", "five ", "at x dot ", "A B Street ", "+1")) {
      long small = nanos(scope, unit.repeat(2_000));
      long large = nanos(scope, unit.repeat(64_000));
      // 32 times the text; a quadratic rule would take 1024 times as long.
      assertThat(large).as(unit).isLessThan(Math.max(small, 1_000_000) * 200);
    }
  }

  private static long nanos(Redaction.Scope scope, String text) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      String out = scope.redact(text);
      best = Math.min(best, System.nanoTime() - start + (out.isEmpty() ? 1 : 0));
    }
    return best;
  }
}
